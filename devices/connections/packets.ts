// How are devices served that send us packets (UDP), each of which is one frame?
import { createSocket, type Socket } from 'node:dgram'
import type { Listened, Listener } from './listener.ts'
import { type Carrier, createTalking, type TalkDeps, type Talking } from './session-runner.ts'

type Sender = { talking: Talking; heardAt: number; waiting: number; open: boolean }

/** Packets of one sender that wait; beyond them they are dropped, and he sends again. */
const mostWaiting = 64
const mostSenders = 2_000

type Room = { deps: TalkDeps; listened: Listened; socket: Socket; senders: Map<string, Sender> }

/** Listens until it is closed; a sender who says nothing for long is forgotten. */
export const listenForPackets = async (deps: TalkDeps, listened: Listened): Promise<Listener> => {
  const { listening, host } = listened
  const senders = new Map<string, Sender>()
  const room: Room = {
    deps,
    listened,
    senders,
    socket: createSocket(host.includes(':') ? 'udp6' : 'udp4'),
  }
  const { socket } = room
  socket.on('message', (packet, { address, port }) => take(room, packet, address, port))
  await bound(socket, listened)
  deps.health.state(deps.feed, 'listening')
  const ticking = setInterval(
    () => tick(senders, listening.idleSeconds * 1_000),
    listened.limits?.tickMs ?? 5_000,
  )
  return {
    port: socket.address().port,
    connections: () => senders.size,
    command: (command) => {
      const found = [...senders.values()].find(
        ({ talking, open }) =>
          open && talking.device() === command.device && talking.takesCommands(),
      )
      void found?.talking.command(command)
      return found !== undefined
    },
    close: async () => {
      clearInterval(ticking)
      await new Promise<void>((resolve) => socket.close(() => resolve()))
      deps.health.state(deps.feed, 'down')
    },
  }
}

const bound = (socket: Socket, { host, port }: Listened): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.once('error', reject)
    socket.bind(port, host, () => {
      socket.off('error', reject)
      socket.on('error', () => undefined)
      resolve()
    })
  })

const take = (room: Room, packet: Uint8Array, address: string, port: number): void => {
  const { deps } = room
  const sender = senderAt(room, address, port)
  if (!sender || sender.waiting >= mostWaiting) {
    deps.health.fault(deps.feed)
    return
  }
  sender.waiting += 1
  sender.heardAt = Date.now()
  deps.health.bytes(deps.feed, deps.now())
  void sender.talking.packet(packet).then(() => {
    sender.waiting -= 1
  })
}

/** Null: too many strangers at once. */
const senderAt = (
  { deps, listened, socket, senders }: Room,
  address: string,
  port: number,
): Sender | null => {
  const key = `${address} ${port}`
  const known = senders.get(key)
  if (known?.open) return known
  if (senders.size >= mostSenders) return null
  const carrier: Carrier = {
    peer: address,
    write: (bytes) => socket.send(bytes, port, address, () => undefined),
    close: () => {
      sender.open = false
    },
    isOpen: () => sender.open,
    knows: (device) => deps.links.found(deps.feed, device),
    dial: () => undefined,
  }
  const { listening, registry } = listened
  const talking = createTalking(deps, carrier, {
    framer: listening.framer(),
    conversation: listening.converse(registry, { address }),
  })
  const sender: Sender = { talking, heardAt: Date.now(), waiting: 0, open: true }
  senders.set(key, sender)
  void talking.open()
  return sender
}

const tick = (senders: Map<string, Sender>, idleMs: number): void => {
  for (const [key, sender] of senders) {
    if (!sender.open || Date.now() - sender.heardAt >= idleMs) senders.delete(key)
    else void sender.talking.tick()
  }
}
