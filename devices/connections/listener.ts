// How are devices served that call us over TCP: who may connect, how fast may he speak, when is he let go?
import { createConnection, createServer, type Server, type Socket } from 'node:net'
import type { Heard, Listening, Registry } from '../frames/protocol.ts'
import type { Command } from '../port/port.ts'
import { keepAliveMs, linkKindOf } from './links.ts'
import { type Carrier, createTalking, type TalkDeps, type Talking } from './session-runner.ts'

export type Limits = {
  connections: number
  perAddress: number
  headerMs: number
  idlePieceMs: number
  tickMs: number
}

export const usualLimits: Limits = {
  connections: 2_000,
  perAddress: 20,
  headerMs: 10_000,
  idlePieceMs: 30_000,
  tickMs: 5_000,
}

export type Listener = {
  port: number
  /** False: the device is not connected here, or takes no commands. */
  command: (command: Command) => boolean
  connections: () => number
  close: () => Promise<void>
}

export type Listened = {
  listening: Listening
  registry: Registry
  host: string
  port: number
  limits?: Partial<Limits>
}

/** `storing`: what was read last is still being stored. */
type Line = {
  socket: Socket
  talking: Talking
  since: number
  heardAt: number
  address: string
  whole: boolean
  storing: boolean
}
type Room = {
  deps: TalkDeps
  listened: Listened
  limits: Limits
  lines: Set<Line>
  byDevice: Map<string, Line>
}

/** A cable that is cut says nothing: the other side is asked whether it is there. */
const keptAlive = { keepAlive: true, keepAliveInitialDelay: keepAliveMs }

/** Listens until it is closed. Rejects when the port is taken. */
export const listen = async (deps: TalkDeps, listened: Listened): Promise<Listener> => {
  const limits = { ...usualLimits, ...listened.limits }
  const room: Room = { deps, listened, limits, lines: new Set(), byDevice: new Map() }
  const server = createServer({ pauseOnConnect: true, noDelay: true, ...keptAlive }, (socket) =>
    accept(room, socket),
  )
  await opened(server, listened)
  deps.health.state(deps.feed, 'listening')
  const ticking = setInterval(() => tick(room), limits.tickMs)
  return {
    port: (server.address() as { port: number }).port,
    connections: () => room.lines.size,
    command: (command) => {
      const line =
        room.byDevice.get(command.device) ?? room.byDevice.get(speakerFor(room, command.device))
      if (!line?.talking.takesCommands()) return false
      void line.talking.command(command)
      return true
    },
    close: async () => {
      clearInterval(ticking)
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      await Promise.all(
        [...room.lines].map((line) =>
          listened.listening.unanswered ? hearOut(line) : line.socket.destroy(),
        ),
      )
      await closed
      deps.health.state(deps.feed, 'down')
    },
  }
}

/** A vehicle has no connection of its own: its registration names, under `via`, the platform that speaks for it. */
const speakerFor = ({ listened }: Room, device: string): string =>
  String(listened.registry.device(device)?.dialect.via ?? '')

const opened = (server: Server, { host, port }: Listened): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      // Too many open files, for instance: whoever could not connect calls again.
      server.on('error', () => undefined)
      resolve()
    })
  })

const mostUnread = 1_048_576

/** An IPv4 address as registers write it, also where it comes in over IPv6. */
const addressOf = (socket: Socket): string => (socket.remoteAddress ?? '').replace(/^::ffff:/, '')

const accept = (room: Room, socket: Socket): void => {
  const address = addressOf(socket)
  const others = [...room.lines].filter((line) => line.address === address).length
  if (room.lines.size >= room.limits.connections || others >= room.limits.perAddress) {
    const { deps } = room
    const words =
      room.lines.size >= room.limits.connections
        ? 'too many connections'
        : 'too many connections from one address'
    const refused = {
      feed: deps.feed,
      device: null,
      peer: address,
      reason: 'too-many-connections',
      offset: 0,
      words,
      bytes: new Uint8Array(0),
    }
    deps.quarantine.refuse(refused, deps.now())
    return void socket.destroy()
  }
  const { listening, registry } = room.listened
  carry(room, socket, listening.converse(registry, { address }))
}

/** `dialled`: a second link to one who is connected already. */
const carry = (
  room: Room,
  socket: Socket,
  conversation: ReturnType<Listening['converse']>,
  dialled = false,
): void => {
  const address = addressOf(socket)
  const carrier: Carrier = {
    peer: address,
    write: (bytes) => {
      if (socket.writable) socket.write(bytes)
      // Who does not read his answers is not waited for.
      if (socket.writableLength > mostUnread) socket.destroy()
    },
    close: () => void (socket.writable ? socket.end(() => socket.destroy()) : socket.destroy()),
    isOpen: () => !socket.destroyed && socket.writable,
    knows: (device) => {
      if (!dialled) newest(room, device, line)
    },
    dial: (to, device) => dial(room, to, device),
  }
  const talking = createTalking(room.deps, carrier, {
    framer: room.listened.listening.framer(),
    conversation,
  })
  const line: Line = {
    socket,
    talking,
    since: Date.now(),
    heardAt: Date.now(),
    address,
    whole: false,
    storing: true,
  }
  room.lines.add(line)
  room.deps.health.connections(room.deps.feed, 1)
  socket.on('error', () => undefined)
  socket.on('close', () => left(room, line))
  const read = () => void readOn(room, line)
  void talking.open().then(() => {
    line.storing = false
    socket.on('readable', read)
    read()
  })
}

/** What has come meanwhile is taken together once the last is stored and answered; what is not read yet waits at the sender. */
const readOn = async ({ deps }: Room, line: Line): Promise<void> => {
  const { socket, talking } = line
  if (line.storing) return
  line.storing = true
  for (let bytes = unread(socket); bytes !== null; bytes = unread(socket)) {
    line.heardAt = Date.now()
    deps.health.bytes(deps.feed, deps.now())
    await talking.bytes(bytes)
    line.whole ||= talking.held() < bytes.length || talking.device() !== null
    line.heardAt = Date.now()
  }
  line.storing = false
}

const unread = (socket: Socket): Buffer | null =>
  socket.destroyed ? null : (socket.read() as Buffer | null)

const quietMs = 2_000
/** Within what a container is given to stop. */
const longestMs = 12_000

/** Nobody sends again what is on its way to us: we say that we leave, and hear what comes until the other side has left or says no more. */
const hearOut = async (line: Line): Promise<void> => {
  const { socket, talking } = line
  if (!socket.destroyed) {
    const since = Date.now()
    const gone = new Promise<void>((resolve) => socket.once('close', () => resolve()))
    const waitedFor = () => (line.storing ? 0 : Date.now() - Math.max(since, line.heardAt))
    const watching = setInterval(() => {
      if (waitedFor() >= quietMs || Date.now() - since >= longestMs) socket.destroy()
    }, 100)
    socket.end()
    await gone
    clearInterval(watching)
  }
  await talking.settled()
}

const newest = (room: Room, device: string, line: Line): void => {
  const older = room.byDevice.get(device)
  room.deps.links.found(room.deps.feed, device)
  room.byDevice.set(device, line)
  if (older && older !== line) older.socket.destroy()
}

/** Several devices may have spoken on one connection. */
const left = (room: Room, line: Line): void => {
  const { deps, listened, byDevice } = room
  room.lines.delete(line)
  deps.health.connections(deps.feed, -1)
  for (const [device, its] of byDevice) {
    if (its !== line) continue
    byDevice.delete(device)
    if (linkKindOf(listened.listening.protocol) === 'kept')
      deps.links.lost(deps.feed, device, deps.now())
  }
}

/** Only to an address that is registered for the device: the request comes from outside. */
const dial = (
  room: Room,
  { host, port, talk }: NonNullable<Heard['dial']>,
  device: string | null,
): void => {
  const { deps, listened } = room
  const hosts = device === null ? [] : (listened.registry.device(device)?.hosts ?? [])
  if (!hosts.includes(host)) {
    const words = `will not connect to ${host}: not registered for this device`
    const refused = {
      feed: deps.feed,
      device,
      peer: host,
      reason: 'dial-refused',
      offset: 0,
      words,
      bytes: new Uint8Array(0),
    }
    deps.quarantine.refuse(refused, deps.now())
    return
  }
  const socket = createConnection({
    host,
    port,
    noDelay: true,
    ...keptAlive,
    timeout: room.limits.headerMs,
  })
  const failed = () => socket.destroy()
  socket.once('error', failed).once('timeout', failed)
  socket.once('connect', () => {
    socket.setTimeout(0)
    carry(room, socket, talk, true)
  })
}

/** Half a frame is given up after a while, a first frame must be whole in time, and the silent are let go. */
const tick = (room: Room): void => {
  const { limits, listened } = room
  const now = Date.now()
  for (const line of room.lines) {
    const { socket, talking, heardAt, since, whole, storing } = line
    // Whom we do not read cannot be heard.
    const silent = storing ? 0 : now - heardAt
    if (silent >= listened.listening.idleSeconds * 1_000) socket.destroy()
    else if (!storing && !whole && talking.held() > 0 && now - since >= limits.headerMs)
      socket.destroy()
    else if (silent >= limits.idlePieceMs && talking.held() > 0) void talking.giveUp()
    if (!socket.destroyed && !storing) void talking.tick()
  }
}
