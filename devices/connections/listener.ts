// How are devices served that call us over TCP: who may connect, how fast may he speak, when is he let go?
import { createConnection, createServer, type Server, type Socket } from 'node:net'
import type { ProtocolDriver, Registry, SessionOutput } from '../frames/protocol.ts'
import type { Command } from '../port/port.ts'
import type { IngestDeps, Transport } from './ingest-deps.ts'
import { keepAliveMs, linkKindOf } from './links.ts'
import { createSessionRunner, type SessionRunner } from './session-runner.ts'
import { type Caller, fullFor, isOverdue, type Limits } from './strangers.ts'

export const usualLimits: Limits = {
  connections: 2_000,
  perAddress: 20,
  headerMs: 10_000,
  idleFrameMs: 30_000,
  tickMs: 5_000,
}

export type Listener = {
  port: number
  /** False: the device is not connected here, or takes no commands. */
  command: (command: Command) => boolean
  connections: () => number
  close: () => Promise<void>
}

export type Endpoint = {
  driver: ProtocolDriver
  registry: Registry
  host: string
  port: number
  limits?: Partial<Limits>
}

type Connection = Caller & { socket: Socket; runner: SessionRunner; lastReceivedAt: number }
type Room = {
  deps: IngestDeps
  endpoint: Endpoint
  limits: Limits
  connections: Set<Connection>
  byDevice: Map<string, Connection>
}

/** A cable that is cut says nothing: the other side is asked whether it is there. */
const keepAlive = { keepAlive: true, keepAliveInitialDelay: keepAliveMs }

/** Listens until it is closed. Rejects when the port is taken. */
export const listen = async (deps: IngestDeps, endpoint: Endpoint): Promise<Listener> => {
  const limits = { ...usualLimits, ...endpoint.limits }
  const room: Room = { deps, endpoint, limits, connections: new Set(), byDevice: new Map() }
  const server = createServer({ pauseOnConnect: true, noDelay: true, ...keepAlive }, (socket) =>
    accept(room, socket),
  )
  await opened(server, endpoint)
  deps.health.state(deps.feed, 'listening')
  const ticking = setInterval(() => tick(room), limits.tickMs)
  return {
    port: (server.address() as { port: number }).port,
    connections: () => room.connections.size,
    command: (command) => {
      const connection =
        room.byDevice.get(command.device) ?? room.byDevice.get(speakerFor(room, command.device))
      if (!connection?.runner.takesCommands()) return false
      void connection.runner.command(command)
      return true
    },
    close: async () => {
      clearInterval(ticking)
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      await Promise.all(
        [...room.connections].map((connection) =>
          endpoint.driver.unanswered ? drain(connection) : connection.socket.destroy(),
        ),
      )
      await closed
      deps.health.state(deps.feed, 'down')
    },
  }
}

/** A vehicle has no connection of its own: its registration names, under `via`, the platform that speaks for it. */
const speakerFor = ({ endpoint }: Room, device: string): string =>
  String(endpoint.registry.device(device)?.dialect.via ?? '')

const opened = (server: Server, { host, port }: Endpoint): Promise<void> =>
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

const refuse = (
  deps: IngestDeps,
  refused: { device: string | null; peer: string; reason: string; words: string },
): void =>
  deps.quarantine.refuse(
    { feed: deps.feed, offset: 0, bytes: new Uint8Array(0), ...refused },
    deps.now(),
  )

const accept = (room: Room, socket: Socket): void => {
  const address = addressOf(socket)
  const full = fullFor(room.connections, address, room.limits)
  if (full) {
    const { words, stranger } = full
    const peer = stranger?.address ?? address
    refuse(room.deps, { device: null, peer, reason: 'too-many-connections', words })
    if (!stranger) return void socket.destroy()
    stranger.socket.destroy()
  }
  const { driver, registry } = room.endpoint
  carry(room, socket, driver.createSession(registry, { address }))
}

/** `dialled`: a second link to one who is connected already. */
const carry = (
  room: Room,
  socket: Socket,
  session: ReturnType<ProtocolDriver['createSession']>,
  dialled = false,
): void => {
  const address = addressOf(socket)
  const transport: Transport = {
    peer: address,
    write: (bytes) => {
      if (socket.writable) socket.write(bytes)
      // Who does not read his answers is not waited for.
      if (socket.writableLength > mostUnread) socket.destroy()
    },
    close: () => void (socket.writable ? socket.end(() => socket.destroy()) : socket.destroy()),
    isOpen: () => !socket.destroyed && socket.writable,
    knows: (device) => {
      if (!dialled) newest(room, device, connection)
    },
    dial: (to, device) => dial(room, to, device),
  }
  const runner = createSessionRunner(room.deps, transport, {
    framer: room.endpoint.driver.framer(),
    session,
    called: dialled,
  })
  const connection: Connection = {
    socket,
    runner,
    since: Date.now(),
    lastReceivedAt: Date.now(),
    address,
    dialled,
    whole: false,
    storing: true,
  }
  room.connections.add(connection)
  room.deps.health.connections(room.deps.feed, 1)
  socket.on('error', () => undefined)
  socket.on('close', () => left(room, connection))
  const read = () => void readOn(room, connection)
  void runner.open().then(() => {
    connection.storing = false
    socket.on('readable', read)
    read()
  })
}

/** What has come meanwhile is taken together once the last is stored and answered; what is not read yet waits at the sender. */
const readOn = async ({ deps }: Room, connection: Connection): Promise<void> => {
  const { socket, runner } = connection
  if (connection.storing) return
  connection.storing = true
  for (let bytes = unread(socket); bytes !== null; bytes = unread(socket)) {
    connection.lastReceivedAt = Date.now()
    deps.health.bytes(deps.feed, deps.now())
    await runner.bytes(bytes)
    connection.whole ||= runner.held() < bytes.length || runner.device() !== null
    connection.lastReceivedAt = Date.now()
  }
  connection.storing = false
}

const unread = (socket: Socket): Buffer | null =>
  socket.destroyed ? null : (socket.read() as Buffer | null)

const quietMs = 2_000
/** Within what a container is given to stop. */
const longestMs = 12_000

/** Nobody sends again what is on its way to us: we say that we leave, and hear what comes until the other side has left or says no more. */
const drain = async (connection: Connection): Promise<void> => {
  const { socket, runner } = connection
  if (!socket.destroyed) {
    const since = Date.now()
    const gone = new Promise<void>((resolve) => socket.once('close', () => resolve()))
    const waitedFor = () =>
      connection.storing ? 0 : Date.now() - Math.max(since, connection.lastReceivedAt)
    const watching = setInterval(() => {
      if (waitedFor() >= quietMs || Date.now() - since >= longestMs) socket.destroy()
    }, 100)
    socket.end()
    await gone
    clearInterval(watching)
  }
  await runner.settled()
}

const newest = (room: Room, device: string, connection: Connection): void => {
  const older = room.byDevice.get(device)
  room.deps.links.found(room.deps.feed, device)
  room.byDevice.set(device, connection)
  if (older && older !== connection) older.socket.destroy()
}

/** Several devices may have spoken on one connection. */
const left = (room: Room, connection: Connection): void => {
  const { deps, endpoint, byDevice } = room
  room.connections.delete(connection)
  deps.health.connections(deps.feed, -1)
  for (const [device, its] of byDevice) {
    if (its !== connection) continue
    byDevice.delete(device)
    if (linkKindOf(endpoint.driver.protocol) === 'persistent')
      deps.links.lost(deps.feed, device, deps.now())
  }
}

/** Only to an address that is registered for the device: the request comes from outside. */
const dial = (
  room: Room,
  { host, port, session }: NonNullable<SessionOutput['dial']>,
  device: string | null,
): void => {
  const { deps, endpoint } = room
  const hosts = device === null ? [] : (endpoint.registry.device(device)?.hosts ?? [])
  if (!hosts.includes(host)) {
    const words = `will not connect to ${host}: not registered for this device`
    refuse(deps, { device, peer: host, reason: 'dial-refused', words })
    return
  }
  const socket = createConnection({
    host,
    port,
    noDelay: true,
    ...keepAlive,
    timeout: room.limits.headerMs,
  })
  const failed = () => socket.destroy()
  socket.once('error', failed).once('timeout', failed)
  socket.once('connect', () => {
    socket.setTimeout(0)
    carry(room, socket, session, true)
  })
}

/** Half a frame is given up after a while, a first frame must be whole in time, and the silent are let go. */
const tick = (room: Room): void => {
  const { limits, endpoint } = room
  const now = Date.now()
  for (const connection of room.connections) {
    const { socket, runner, lastReceivedAt, storing } = connection
    // Whom we do not read cannot be heard.
    const silent = storing ? 0 : now - lastReceivedAt
    if (silent >= endpoint.driver.idleSeconds * 1_000) socket.destroy()
    else if (isOverdue(connection, room, now)) socket.destroy()
    else if (silent >= limits.idleFrameMs && runner.held() > 0) void runner.giveUp()
    if (!socket.destroyed && !storing) void runner.tick()
  }
}
