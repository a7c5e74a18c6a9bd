// How do the parts of the devices process work together?

import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import type { Database, Executor } from '../db/client.ts'
import { giveDeviceCommand } from '../db/devices/device-commands.ts'
import type { Outbound } from '../domain/outbound/address.ts'
import type { CaseClient } from '../workflows/client.ts'
import { createStoredClocks, type StoredClocks } from './clocks/stored-clocks.ts'
import { createDialling, type Dials } from './connections/dialling.ts'
import { createFeedHealth } from './connections/feed-health.ts'
import { createFeedLeases, type FeedLeases } from './connections/feed-leases.ts'
import { createGaps } from './connections/gaps.ts'
import { LeaseLost, takeLease } from './connections/lease.ts'
import { createLinks } from './connections/links.ts'
import type { Limits } from './connections/listener.ts'
import { createObservedPeriods } from './connections/observed-periods.ts'
import { createQuarantine } from './connections/quarantine.ts'
import type { IngestDeps } from './connections/session-runner.ts'
import { createSilence } from './connections/silence.ts'
import { createSpool, type Spool } from './connections/spool.ts'
import { createUnstored } from './connections/unstored.ts'
import { openConnectors } from './connectors.ts'
import { createDecodeAgain } from './dead-letters/decode-again.ts'
import { createReplays } from './dead-letters/replays.ts'
import { createCommands } from './episodes/commands.ts'
import { createDeskActs } from './episodes/desk-acts.ts'
import { createDispatcher } from './episodes/dispatcher.ts'
import { type DeviceRegistry, openRegistry } from './episodes/registry.ts'
import { createAlarmStore } from './episodes/store.ts'
import type { ProtocolDriver } from './frames/protocol.ts'
import { createIntake, type Intake, type IntakeDeps, parametersFrom } from './intake/intake.ts'
import { createRulings } from './intake/ruling.ts'
import { createPast, overdueNow } from './intake/ruling-past.ts'
import { createDelivering } from './outbound/deliver.ts'
import { createIssuing } from './outbound/issue.ts'
import { createLoops } from './port/loops.ts'
import type { Command } from './port/port.ts'
import type { Mapping } from './push/mapping.ts'
import { createMaintenance } from './readings/maintenance.ts'
import { makePartitions } from './readings/partitions.ts'
import { createRollups } from './readings/rollups.ts'
import { createReadingStore } from './readings/store.ts'
import { rules } from './rules/rules.ts'

export type DevicesDeps = {
  url: string
  db: Database
  host: string
  /** Protocols whose feeds we dial; held only by whoever is asked to. */
  dials?: Dials
  dialPace?: { everyMs: number; graceMs: number }
  drivers: readonly (() => ProtocolDriver)[]
  /** Where pushes are taken; absent: nowhere. */
  pushPort?: number
  /** Where warnings may be sent. */
  outbound: Outbound
  cases: Pick<CaseClient, 'start' | 'observe'>
  process: string | null
  legalNow: () => Promise<string>
  log: (line: string) => void
  now?: () => Date
  limits?: Partial<Limits>
  storing?: IngestDeps['storing']
  /** Where this process keeps what PostgreSQL cannot take and nobody sends again; absent: nowhere. */
  spoolFolder?: string
  leaseMs?: number
}

export type Devices = Awaited<ReturnType<typeof startDevices>>

const usualStoring = { againMs: 1_000, patienceMs: 60_000 }

/** Listens for all feeds whose lease can be held, and serves them until it is stopped. */
export const startDevices = async (given: DevicesDeps) => {
  const { url, db, now = () => new Date() } = given
  await makePartitions(db, now())
  const registry = await openRegistry(url, db, now)
  const parts = assemble({ ...given, now }, registry)
  const { leases, alarms, health, readings, quarantine, connectors } = parts
  const loops = createLoops(given.log)
  await parts.rollups.catchUp(now()).catch(() => undefined)
  loops.every('lines', 2_000, leases.round)
  loops.every('links', 500, parts.links.round)
  loops.every('alarms', 250, () => alarms.tick(now()))
  loops.every('commands', 500, parts.commands.round)
  loops.every('replays', 1_000, parts.replays.frames)
  loops.every(
    'redeliveries',
    1_000,
    async () => void (leases.held('work/dispatcher') && (await parts.replays.deliveries())),
  )
  loops.every('spool', 2_000, parts.spooled)
  loops.every('clocks', 2_000, async () => {
    for (const feed of leases.feeds()) await parts.clocks.keep(feed)
  })
  loops.every('silence', 5_000, () => parts.silence(now()))
  loops.every(
    'dispatcher',
    200,
    async () => void (leases.held('work/dispatcher') && (await parts.dispatcher.round())),
  )
  loops.every(
    'desk',
    1_000,
    async () => void (leases.held('work/dispatcher') && (await parts.desk.round())),
  )
  const delivers = () => leases.held('work/dispatcher')
  loops.every('warnings', 1_000, async () => void (delivers() && (await parts.issuing.round())))
  loops.every(
    'deliveries',
    1_000,
    async () => void (delivers() && (await parts.delivering.round())),
  )
  loops.every('minutes', 10_000, parts.maintenance.minutes)
  loops.every(
    'keeper',
    60_000,
    async () => void (leases.held('work/keeper') && (await parts.maintenance.round())),
  )
  loops.every('registers', 600_000, parts.registers)
  const stop = async (): Promise<void> => {
    await loops.stop()
    await leases.close()
    await connectors.close()
    await Promise.all([
      readings.close(),
      parts.single.close(),
      parts.spool?.close(),
      quarantine.close(),
      health.close(),
      registry.close(),
      parts.gaps.close(),
    ])
  }
  const { port, feeds, held } = leases
  return {
    registry,
    alarms,
    health,
    port,
    pushPort: connectors.pushPort,
    leasedFeeds: feeds,
    held,
    dialling: parts.dialling,
    stop,
  }
}

const guardOf =
  (leases: () => FeedLeases | undefined) =>
  async (tx: Executor, name: string): Promise<void> => {
    const made = leases()
    if (!made?.held(name)) throw new LeaseLost(name)
    await made.guard(tx, name)
  }

const heldOf = (leases: () => FeedLeases | undefined) => ({
  feeds: () => leases()?.feeds() ?? [],
  ready: (feed: string) => leases()?.ready(feed) ?? null,
  send: (command: Command) => leases()?.command(command) ?? false,
})

const assemble = (given: DevicesDeps & { now: () => Date }, registry: DeviceRegistry) => {
  const { db, now, log } = given
  // The stores ask whether a lease is held, the leases are served by the stores.
  let leases: FeedLeases | undefined
  const guard = guardOf(() => leases)
  const opened = openStores(db, guard, registry)
  const { rollups, quarantine, health, links, alarms, clocks, readings, single } = opened
  const onReceived: IntakeDeps['onReceived'] = (_, device, at) => health.device(device.id, at)
  const { forget, of: ruling } = createRulings({
    registry,
    rules,
    past: createPast({ db, registry }),
  })
  const stores = { db, guard, registry, alarms, readings }
  const ruled = (store: typeof readings, noteReceived = onReceived) =>
    ruling(createIntake({ ...stores, onReceived: noteReceived, readings: store }))
  const intake = ruled(readings)
  const connectors = openConnectors({ ...given, registry, atOnce: ruled(single) })
  const commands = createCommands({ ...heldOf(() => leases), db, alarms, now })
  const answered: IngestDeps['answered'] = (answers) =>
    void commands.answered(answers).catch((error: Error) => log(error.message))
  const ingest = {
    intake,
    quarantine,
    health,
    answered,
    now,
    storing: given.storing ?? usualStoring,
    unstored: createUnstored(),
  }
  const spool =
    given.spoolFolder === undefined ? null : createSpool({ folder: given.spoolFolder, log })
  const kept = { registry, alarms, clocks, forget, health, links, spool }
  const made = createFeedLeases({
    ...given,
    ...kept,
    ingest,
    connectors: connectors.connectors,
    take: takerOf(given),
  })
  leases = made
  const gaps = createGaps(db, log)
  const delivers = (tx: Executor) => guard(tx, 'work/dispatcher')
  const dialled = {
    leases: made,
    dials: given.dials ?? {},
    db,
    registry,
    alarms,
    clocks,
    health,
    gaps,
    ingest,
    log,
  }
  const dispatcher = createDispatcher({
    ...given,
    guard: delivers,
    closeUnreported: (alarm) => closeUnreported(db, alarm, now()),
  })
  return {
    ...opened,
    leases: made,
    commands,
    connectors,
    gaps,
    dialling: createDialling({ ...given.dialPace, ...dialled }),
    spool,
    spooled: spooledOf({
      spool,
      forget,
      feeds: made.feeds,
      intake: ruled(readings, () => undefined),
    }),
    registers: registersOf({ db, intake, feeds: made.feeds, now }),
    dispatcher,
    replays: replaysOf(given, {
      stores,
      clocks,
      feeds: made.feeds,
      mappings: connectors.mappings,
      deliver: dispatcher.again,
    }),
    desk: createDeskActs(given),
    issuing: createIssuing({ db, guard: delivers, now }),
    delivering: createDelivering({ db, outbound: given.outbound, now }),
    silence: createSilence({
      ...stores,
      servedSince: made.since,
      lastFrame: health.lastFrame,
      observed: createObservedPeriods(db),
    }),
    maintenance: createMaintenance({ db, rollups, now }),
  }
}

/** What is kept, each by whoever keeps it. */
const openStores = (db: Database, guard: IntakeDeps['guard'], registry: DeviceRegistry) => {
  const rollups = createRollups(db)
  return {
    rollups,
    quarantine: createQuarantine(db),
    health: createFeedHealth(db),
    links: createLinks({ db, guard }),
    alarms: createAlarmStore({ db, guard, parametersOf: parametersFrom(registry) }),
    clocks: createStoredClocks({ db, guard, registry }),
    readings: createReadingStore({ db, guard, stored: rollups.note }),
    single: createReadingStore({ db, guard, stored: rollups.note, everyMs: 2 }),
  }
}

type Replaying = Pick<Parameters<typeof createReplays>[0], 'feeds' | 'deliver'> & {
  stores: Omit<IntakeDeps, 'onReceived'>
  clocks: StoredClocks
  mappings: ReadonlyMap<string, Mapping>
}

/** Nobody is heard of by what he said in the past, and no rule hears it. */
const replaysOf = (
  { db, drivers, now }: DevicesDeps & { now: () => Date },
  { stores, clocks, mappings, ...deps }: Replaying,
) => {
  const { registry } = stores
  const intake = createIntake({ ...stores, onReceived: () => undefined })
  return createReplays({
    ...deps,
    db,
    now,
    intake,
    feed: registry.feed,
    decodeAgain: createDecodeAgain({ registry, clocks, drivers, mappings }),
  })
}

type Spooled = {
  spool: Spool | null
  feeds: () => string[]
  intake: Intake
  forget: (feed: string) => void
}

/**
 * What was kept aside is stored by whoever holds the lease, as of the moment at which it came. The rules that judge it know what has come live
 * since the last time, and those that judge what comes live know it afterwards.
 */
const spooledOf =
  ({ spool, feeds, intake, forget }: Spooled) =>
  async (): Promise<void> => {
    for (const feed of feeds()) {
      let found = false
      try {
        await spool?.empty(feed, (observations, received) => {
          if (!found) forget(feed)
          found = true
          return intake(feed, observations, received)
        })
      } finally {
        if (found) forget(feed)
      }
    }
  }

type Registers = { db: Database; intake: Intake; feeds: () => string[]; now: () => Date }

/** Dates of registers that pass though nothing is reported. */
const registersOf =
  ({ db, intake, feeds, now }: Registers) =>
  async (): Promise<void> => {
    for (const feed of feeds()) {
      const overdue = await overdueNow({ db }, feed, now())
      if (overdue.length > 0) await intake(feed, overdue, now())
    }
  }

/** Nobody was notified of it, so nobody will acknowledge it. */
const closeUnreported = async (db: Database, alarm: string, now: Date): Promise<void> => {
  const at = now.toISOString()
  await giveDeviceCommand(db, {
    key: `let-go:${alarm}:${at}`,
    alarm,
    verb: 'acknowledge',
    args: { reason: '未立案即恢复' },
    by: 'system',
    at,
  })
}

const takerOf = ({ url, db, leaseMs }: DevicesDeps) => {
  const owner = `${hostname()}/${process.pid}/${randomUUID().slice(0, 8)}`
  return (name: string) => takeLease({ url, db, owner, ...(leaseMs ? { leaseMs } : {}) }, name)
}
