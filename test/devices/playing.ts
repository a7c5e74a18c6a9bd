// What does a published frame leave behind when the real listener hears it whole, byte by byte and between good ones?
import { eq } from 'drizzle-orm'
import { freePort } from '../../bin/infra/ports.ts'
import { connect, type Database } from '../../db/client.ts'
import { devices, feeds, points } from '../../db/schema/devices/devices.ts'
import type { Framer, ProtocolDriver } from '../../devices/frames/protocol.ts'
import { type Devices, startDevices } from '../../devices/service.ts'
import { createDatabase } from '../support/servers/infra.ts'
import { knowClocks } from './clocks/known.ts'
import { type Outcome, outcomeIn } from './outcomes.ts'
import { until } from './plant.ts'
import { healthOf, received, recordsOf } from './received.ts'
import { dialTcp, dialUdp, type Wire } from './sockets.ts'
import { type Way, ways } from './ways.ts'

/** A published frame; `name` is its file and line. */
export type Sample = { name: string; note: string; bytes: Uint8Array }
/** With what it is to leave behind. */
export type Played = Outcome & Sample

type Point = Partial<typeof points.$inferInsert> & { key: string }
export type Sender = {
  key: string
  secret?: string
  dialect?: Record<string, unknown>
  points?: Point[]
}

export type Stage = {
  protocol: string
  drivers: readonly (() => ProtocolDriver)[]
  senders: Sender[]
  /** Cuts what is answered. */
  framer: () => Framer
  show: (answer: Uint8Array) => string
  /** What is said first on a connection, answered with one frame. */
  greeting?: (beside: Uint8Array, now: Date) => Uint8Array
  neighbour: Neighbour
}

/** A good sender: each of its frames, another for each `n`, leaves one paper and is answered with one frame. */
type Neighbour = Sender & {
  frame: (now: Date, n: number, beside: Uint8Array) => Uint8Array
  isAnswered: (answer: Uint8Array) => boolean
}

/** `answers`: a dot stands for what a neighbour was answered. `stands`: rows of PostgreSQL but for the neighbours', of whom there are `neighbours`. */
export type Left = { answers: string[]; stands: string[]; neighbours: number }

export type Playing = Awaited<ReturnType<typeof play>>

/** Plays all in the order of their times, each in every way, and stops what it has started. Each way has a feed of its own. */
export const play = async (stage: Stage, all: Played[], of: Way[]) => {
  const { url, drop } = await createDatabase()
  const connection = connect(url, 8)
  const { db } = connection
  const ports = new Map<Way, number>()
  for (const way of of) ports.set(way, await registerFeed(db, stage, way, pointsIn(all)))
  await knowClocks(db)
  const inOrder = all.toSorted((one, other) => (one.at < other.at ? -1 : 1))
  const clock = { now: momentOf(inOrder[0]!) }
  const running = await start(url, db, stage, () => clock.now)
  const answers = new Map<string, string[]>()
  try {
    await until(() => of.every((way) => running.port(way) !== undefined))
    for (const one of inOrder) {
      const undo = await registerAs(db, running, stage, one.dialect)
      const opened = await openAll(stage, one, clock, ports)
      clock.now = momentOf(one)
      for (const [way, shown] of await Promise.all(
        opened.map((each) => receiveAll(stage, one, each)),
      ))
        answers.set(`${one.frame} ${way}`, shown)
      await undo()
    }
  } finally {
    await running.stop()
  }
  const left = async (one: Played, way: Way): Promise<Left> => ({
    answers: answers.get(`${one.frame} ${way}`) ?? [],
    stands: (
      await received(db, { feed: way, at: momentOf(one) }, stage.neighbour.key, one.bytes)
    ).toSorted(),
    neighbours: await recordsOf(db, { feed: way, at: momentOf(one) }, stage.neighbour.key),
  })
  const close = async (): Promise<void> => {
    await connection.close()
    await drop()
  }
  const health = (way: Way) => healthOf(db, way, stage.neighbour.key)
  return { left, health, lastAt: momentOf(inOrder.at(-1)!).toISOString(), close }
}

export const expected = (outcome: Outcome, way: Way): Left => {
  const { answers, stands } = outcomeIn(outcome, way)
  return ways[way].between
    ? { answers: ['·', ...answers, '·'], stands, neighbours: 2 }
    : { answers: [...answers, '·'], stands, neighbours: 1 }
}

const momentOf = ({ at }: Outcome): Date => new Date(`${at.replace(' ', 'T')}+08:00`)

/** Every point that an outcome speaks of is registered with everybody. */
const pointsIn = (all: Outcome[]): string[] => [
  ...new Set(
    all
      .flatMap(({ lines }) => lines)
      .flatMap(
        ({ text }) => /^(\S+) \S+ (?:good|bad|stale|manual|calib|over) /.exec(text)?.[1] ?? [],
      ),
  ),
]

const since = '1990-01-01T00:00:00.000Z'
/** Clocks of years pass in seconds: nobody is to fall silent. */
const never = 2_000_000_000

const registerFeed = async (
  db: Database,
  { protocol, senders, neighbour }: Stage,
  feed: string,
  keys: string[],
): Promise<number> => {
  const port = await freePort()
  await db
    .insert(feeds)
    .values({ id: feed, protocol, name: feed, region: '330802', port, silenceSeconds: never })
  for (const { key, secret = null, dialect = {}, points: own = [] } of [...senders, neighbour]) {
    const row = { feed, key, name: key, region: '330802', secret, dialect, since }
    const [added] = await db.insert(devices).values(row).returning({ id: devices.id })
    const all = keys.map((point) => ({
      key: point,
      name: point,
      kind: 'other' as const,
      since,
      ...own.find((one) => one.key === point),
    }))
    if (added && all.length > 0)
      await db.insert(points).values(all.map((point) => ({ ...point, device: added.id })))
  }
  return port
}

/** The seconds in which all is played are years of its clock: nothing is to tick between two frames. */
const limits = { tickMs: 600_000 }

const start = (url: string, db: Database, { drivers }: Stage, now: () => Date): Promise<Devices> =>
  startDevices({
    outbound: { listed: ['127.0.0.1'], own: [], httpsOnly: false },
    url,
    db,
    host: '127.0.0.1',
    drivers,
    process: null,
    now,
    log: () => undefined,
    cases: { start: async () => undefined, observe: async () => undefined },
    legalNow: async () => now().toISOString(),
    limits,
  })

/** Answers how to undo it. */
const registerAs = async (
  db: Database,
  { registry }: Devices,
  { senders }: Stage,
  as: Outcome['dialect'],
): Promise<() => Promise<void>> => {
  if (!as) return async () => undefined
  const set = async (of: (sender: Sender) => Record<string, unknown>): Promise<void> => {
    for (const sender of senders)
      await db
        .update(devices)
        .set({ dialect: of(sender), secret: passwordOf(of(sender)) ?? sender.secret ?? null })
        .where(eq(devices.key, sender.key))
    await registry.refresh()
  }
  await set(({ dialect }) => ({ ...dialect, ...as }))
  return () => set(({ dialect = {} }) => dialect)
}

type Opened = { way: Way; wire: Wire; answers: () => Uint8Array[] }

/** Connections on which the greeting, half a second earlier, has been answered. */
const openAll = async (
  stage: Stage,
  one: Played,
  clock: { now: Date },
  ports: Map<Way, number>,
): Promise<Opened[]> => {
  clock.now = new Date(momentOf(one).getTime() - 500)
  const greeting = stage.greeting?.(one.bytes, clock.now)
  return Promise.all(
    [...ports].map(async ([way, port]): Promise<Opened> => {
      const wire = await (ways[way].by === 'udp' ? dialUdp(port) : dialTcp(port))
      const answers = (): Uint8Array[] => framesIn(stage, wire.received())
      if (!greeting) return { way, wire, answers }
      await wire.send(greeting)
      await until(() => answers().length === 1)
      return { way, wire, answers: () => answers().slice(1) }
    }),
  )
}

const framesIn = ({ framer }: Stage, bytes: Uint8Array): Uint8Array[] =>
  framer()
    .push(bytes)
    .map((result) => (result.ok ? result.frame : result.bytes))

/** What is answered until the neighbour behind is answered: everything is answered in its turn. */
const receiveAll = async (
  { neighbour, show }: Stage,
  one: Played,
  { way, wire, answers }: Opened,
): Promise<[Way, string[]]> => {
  const { send, between } = ways[way]
  const beside = (n: number): Uint8Array => neighbour.frame(momentOf(one), n, one.bytes)
  await send(wire, one.bytes, [beside(0), beside(1)])
  await until(() => answers().filter(neighbour.isAnswered).length === (between ? 2 : 1)).finally(
    wire.close,
  )
  return [way, answers().map((answer) => (neighbour.isAnswered(answer) ? '·' : show(answer)))]
}

/** A station whose frames were published with more than one password. */
const passwordOf = ({ secret }: Record<string, unknown>): string | null =>
  typeof secret === 'string' ? secret : null
