// How are devices served that send us packets (UDP), each of which is one frame?
import { createSocket, type Socket } from 'node:dgram'
import type { IngestDeps, Transport } from './ingest-deps.ts'
import { linkKindOf } from './links.ts'
import type { Endpoint, Listener } from './listener.ts'
import { createSessionRunner, type SessionRunner } from './session-runner.ts'

type Sender = { runner: SessionRunner; lastReceivedAt: number; waiting: number; open: boolean }

/** Packets of one sender that wait; beyond them they are dropped, and he sends again. */
const mostWaiting = 64
const mostSenders = 2_000

type Room = { deps: IngestDeps; endpoint: Endpoint; socket: Socket; senders: Map<string, Sender> }

/** Listens until it is closed; a sender who says nothing for long is forgotten. */
export const listenForPackets = async (deps: IngestDeps, endpoint: Endpoint): Promise<Listener> => {
  const { driver, host } = endpoint
  const senders = new Map<string, Sender>()
  const room: Room = {
    deps,
    endpoint,
    senders,
    socket: createSocket(host.includes(':') ? 'udp6' : 'udp4'),
  }
  const { socket } = room
  socket.on('message', (packet, { address, port }) => take(room, packet, address, port))
  await bound(socket, endpoint)
  deps.health.state(deps.feed, 'listening')
  const ticking = setInterval(
    () => tick(room, driver.idleSeconds * 1_000),
    endpoint.limits?.tickMs ?? 5_000,
  )
  return {
    port: socket.address().port,
    connections: () => senders.size,
    command: (command) => {
      const found = [...senders.values()].find(
        ({ runner, open }) => open && runner.device() === command.device && runner.takesCommands(),
      )
      void found?.runner.command(command)
      return found !== undefined
    },
    close: async () => {
      clearInterval(ticking)
      await new Promise<void>((resolve) => socket.close(() => resolve()))
      deps.health.state(deps.feed, 'down')
    },
  }
}

const bound = (socket: Socket, { host, port }: Endpoint): Promise<void> =>
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
  sender.lastReceivedAt = Date.now()
  deps.health.bytes(deps.feed, deps.now())
  void sender.runner.packet(packet).then(() => {
    sender.waiting -= 1
  })
}

/** Null: too many strangers at once. */
const senderAt = (
  { deps, endpoint, socket, senders }: Room,
  address: string,
  port: number,
): Sender | null => {
  const key = `${address} ${port}`
  const known = senders.get(key)
  if (known?.open) return known
  if (senders.size >= mostSenders) return null
  const transport: Transport = {
    peer: address,
    write: (bytes) => socket.send(bytes, port, address, () => undefined),
    close: () => {
      sender.open = false
    },
    isOpen: () => sender.open,
    knows: (device) => deps.links.found(deps.feed, device),
    dial: () => undefined,
  }
  const { driver, registry } = endpoint
  const runner = createSessionRunner(deps, transport, {
    framer: driver.framer(),
    session: driver.createSession(registry, { address }),
  })
  const sender: Sender = { runner, lastReceivedAt: Date.now(), waiting: 0, open: true }
  senders.set(key, sender)
  void runner.open()
  return sender
}

const tick = (room: Room, idleMs: number): void => {
  const { senders } = room
  for (const [key, sender] of senders) {
    if (sender.open && Date.now() - sender.lastReceivedAt < idleMs) {
      void sender.runner.tick()
      continue
    }
    senders.delete(key)
    lose(room, sender)
  }
}

/** Nobody hangs up on a line of packets: who has said nothing for so long has lost it, unless he speaks from another address by now. */
const lose = ({ deps, endpoint, senders }: Room, { runner }: Sender): void => {
  const device = runner.device()
  if (device === null || linkKindOf(endpoint.driver.protocol) !== 'persistent') return
  if ([...senders.values()].some((other) => other.open && other.runner.device() === device)) return
  deps.links.lost(deps.feed, device, deps.now())
}
