// How do the parts of the devices process work together?

import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import type { Database, Executor } from '../db/client.ts'
import { giveDeviceCommand } from '../db/devices/device-commands.ts'
import { createDialling } from './connections/dialling.ts'
import { createFeedLeases, type FeedLeases } from './connections/feed-leases.ts'
import { createGaps } from './connections/gaps.ts'
import type { IngestDeps } from './connections/ingest-deps.ts'
import { LeaseLost, takeLease } from './connections/lease.ts'
import { createObservedPeriods } from './connections/observed-periods.ts'
import { createSilence } from './connections/silence.ts'
import { createSpool } from './connections/spool.ts'
import { createUnstored } from './connections/unstored.ts'
import { openConnectors } from './connectors.ts'
import type { DevicesDeps } from './deps.ts'
import { createCommands } from './episodes/commands.ts'
import { createDeskActs } from './episodes/desk-acts.ts'
import { createDispatcher } from './episodes/dispatcher.ts'
import { type DeviceRegistry, openRegistry } from './episodes/registry.ts'
import type { Intake, IntakeDeps } from './intake/intake.ts'
import { createDelivering } from './outbound/deliver.ts'
import { createIssuing } from './outbound/issue.ts'
import { createLoops, type Loops } from './port/loops.ts'
import type { Command } from './port/port.ts'
import { createMaintenance } from './readings/maintenance.ts'
import { makePartitions } from './readings/partitions.ts'
import { registersOf, replaysOf, spooledOf } from './stored-later.ts'
import { createRuled, type DeviceStores, openStores } from './stores.ts'

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
  beginRounds(loops, parts, now)
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

type Parts = ReturnType<typeof assemble>

/** What is done again and again, and how many ms lie between. */
const beginRounds = (loops: Loops, parts: Parts, now: () => Date): void => {
  const { leases, replays } = parts
  const holding = (work: string, round: () => Promise<unknown>) => async () =>
    void (leases.held(work) && (await round()))
  const sent = (round: () => Promise<unknown>) => holding('work/dispatcher', round)
  loops.every('lines', 2_000, leases.round)
  loops.every('links', 500, parts.links.round)
  loops.every('alarms', 250, () => parts.alarms.tick(now()))
  loops.every('commands', 500, parts.commands.round)
  loops.every('replays', 1_000, replays.frames)
  loops.every('redeliveries', 1_000, sent(replays.deliveries))
  loops.every('spool', 2_000, parts.spooled)
  loops.every('clocks', 2_000, async () => {
    for (const feed of leases.feeds()) await parts.clocks.keep(feed)
  })
  loops.every('silence', 5_000, () => parts.silence(now()))
  loops.every('dispatcher', 200, sent(parts.dispatcher.round))
  loops.every('desk', 1_000, sent(parts.desk.round))
  loops.every('warnings', 1_000, sent(parts.issuing.round))
  loops.every('deliveries', 1_000, sent(parts.delivering.round))
  loops.every('minutes', 10_000, parts.maintenance.minutes)
  loops.every('keeper', 60_000, holding('work/keeper', parts.maintenance.round))
  loops.every('registers', 600_000, parts.registers)
}

const guardOf =
  (leases: () => FeedLeases | undefined) =>
  async (tx: Executor, name: string): Promise<void> => {
    const made = leases()
    if (!made?.held(name)) throw new LeaseLost(name)
    await made.guard(tx, name)
  }

const heldOf = (leases: () => FeedLeases | undefined) => ({
  feeds: () => leases()?.feedsAtHand() ?? [],
  ready: (feed: string) => leases()?.ready(feed) ?? null,
  send: (command: Command) => leases()?.command(command) ?? false,
})

type Given = DevicesDeps & { now: () => Date }

const assemble = (given: Given, registry: DeviceRegistry) => {
  const { db, now, log } = given
  // The stores ask whether a lease is held, the leases are served by the stores.
  let leases: FeedLeases | undefined
  const guard = guardOf(() => leases)
  const opened = openStores(db, guard, registry)
  const { health, links, alarms, clocks, readings, single } = opened
  const { stores, forget, ruled } = createRuled({ db, guard, registry, opened })
  const intake = ruled(readings)
  const connectors = openConnectors({ ...given, registry, atOnce: ruled(single) })
  const commands = createCommands({ ...heldOf(() => leases), db, alarms, now })
  const ingest = talkOf(given, opened, { intake, commands })
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
  const dials = given.dials ?? {}
  const dialled = { leases: made, dials, db, registry, alarms, clocks, health, gaps, ingest, log }
  const delivery = createDelivery(given, guard)
  const silence = { servedSince: made.since, lastFrame: health.lastFrame }
  return {
    ...opened,
    ...delivery,
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
    replays: replaysOf(given, {
      stores,
      clocks,
      feeds: made.feeds,
      mappings: connectors.mappings,
      deliver: delivery.dispatcher.again,
    }),
    silence: createSilence({ ...stores, ...silence, observed: createObservedPeriods(db) }),
    maintenance: createMaintenance({ db, rollups: opened.rollups, now }),
  }
}

/** What a session is served by, whichever line carries it. */
const talkOf = (
  { now, log, storing }: Given,
  { quarantine, health }: Pick<DeviceStores, 'quarantine' | 'health'>,
  { intake, commands }: { intake: Intake; commands: ReturnType<typeof createCommands> },
) => {
  const answered: IngestDeps['answered'] = (answers) =>
    void commands.answered(answers).catch((error: Error) => log(error.message))
  return {
    intake,
    quarantine,
    health,
    answered,
    now,
    storing: storing ?? usualStoring,
    unstored: createUnstored(),
  }
}

/** What goes out: alarms to their cases, acts of the desk, warnings. */
const createDelivery = (given: Given, guard: IntakeDeps['guard']) => {
  const { db, now, outbound } = given
  const delivers = (tx: Executor) => guard(tx, 'work/dispatcher')
  return {
    dispatcher: createDispatcher({
      ...given,
      guard: delivers,
      closeUnreported: (alarm) => closeUnreported(db, alarm, now()),
    }),
    desk: createDeskActs(given),
    issuing: createIssuing({ db, guard: delivers, now }),
    delivering: createDelivering({ db, outbound, now }),
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
