// How do the parts of the devices process work together?

import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import type { Database, Executor } from '../db/client.ts'
import { giveDeviceCommand } from '../db/devices/device-commands.ts'
import type { DevicesDeps } from './deps.ts'
import { openDoors } from './doors.ts'
import { createCommands } from './episodes/commands.ts'
import { createDeskActs } from './episodes/desk-acts.ts'
import { createDispatcher } from './episodes/dispatcher.ts'
import { type DeviceRegistry, openRegistry } from './episodes/registry.ts'
import type { Intake, IntakeDeps } from './intake/intake.ts'
import { createDialling } from './lines/dialling.ts'
import { createGaps } from './lines/gaps.ts'
import { createLines, type Lines } from './lines/lines.ts'
import { createObserved } from './lines/observed.ts'
import { LineLost, takeLine } from './lines/ownership.ts'
import { createSilence } from './lines/silence.ts'
import { createSpool } from './lines/spool.ts'
import type { TalkDeps } from './lines/talk-deps.ts'
import { createUnstored } from './lines/unstored.ts'
import { createDelivering } from './outbound/deliver.ts'
import { createIssuing } from './outbound/issue.ts'
import { createLoops, type Loops } from './port/loops.ts'
import type { Command } from './port/port.ts'
import { createKeeper } from './readings/keeper.ts'
import { makePartitions } from './readings/partitions.ts'
import { createRuled, type DeviceStores, openStores } from './stores.ts'
import { registersOf, replaysOf, spooledOf } from './told-again.ts'

export type Devices = Awaited<ReturnType<typeof startDevices>>

const usualStoring = { againMs: 1_000, patienceMs: 60_000 }

/** Listens for all feeds whose line can be held, and serves them until it is stopped. */
export const startDevices = async (given: DevicesDeps) => {
  const { url, db, now = () => new Date() } = given
  await makePartitions(db, now())
  const registry = await openRegistry(url, db, now)
  const parts = assemble({ ...given, now }, registry)
  const { lines, alarms, health, readings, quarantine, doors } = parts
  const loops = createLoops(given.log)
  await parts.rollups.catchUp(now()).catch(() => undefined)
  beginRounds(loops, parts, now)
  const stop = async (): Promise<void> => {
    await loops.stop()
    await lines.close()
    await doors.close()
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
  const { port, feeds, held } = lines
  return {
    registry,
    alarms,
    health,
    port,
    pushPort: doors.pushPort,
    lines: feeds,
    held,
    dialling: parts.dialling,
    stop,
  }
}

type Parts = ReturnType<typeof assemble>

/** What is done again and again, and how many ms lie between. */
const beginRounds = (loops: Loops, parts: Parts, now: () => Date): void => {
  const { lines, replays } = parts
  const holding = (work: string, round: () => Promise<unknown>) => async () =>
    void (lines.held(work) && (await round()))
  const sent = (round: () => Promise<unknown>) => holding('work/dispatcher', round)
  loops.every('lines', 2_000, lines.round)
  loops.every('links', 500, parts.links.round)
  loops.every('alarms', 250, () => parts.alarms.tick(now()))
  loops.every('commands', 500, parts.commands.round)
  loops.every('replays', 1_000, replays.frames)
  loops.every('redeliveries', 1_000, sent(replays.deliveries))
  loops.every('spool', 2_000, parts.spooled)
  loops.every('clocks', 2_000, async () => {
    for (const feed of lines.feeds()) await parts.clocks.keep(feed)
  })
  loops.every('silence', 5_000, () => parts.silence(now()))
  loops.every('dispatcher', 200, sent(parts.dispatcher.round))
  loops.every('desk', 1_000, sent(parts.desk.round))
  loops.every('warnings', 1_000, sent(parts.issuing.round))
  loops.every('deliveries', 1_000, sent(parts.delivering.round))
  loops.every('minutes', 10_000, parts.keeper.minutes)
  loops.every('keeper', 60_000, holding('work/keeper', parts.keeper.round))
  loops.every('registers', 600_000, parts.registers)
}

const guardOf =
  (lines: () => Lines | undefined) =>
  async (tx: Executor, line: string): Promise<void> => {
    const made = lines()
    if (!made?.held(line)) throw new LineLost(line)
    await made.guard(tx, line)
  }

const heldOf = (lines: () => Lines | undefined) => ({
  feeds: () => lines()?.feeds() ?? [],
  ready: (feed: string) => lines()?.ready(feed) ?? null,
  send: (command: Command) => lines()?.command(command) ?? false,
})

type Given = DevicesDeps & { now: () => Date }

const assemble = (given: Given, registry: DeviceRegistry) => {
  const { db, now, log } = given
  // The stores ask whether a line is held, the lines are served by the stores.
  let lines: Lines | undefined
  const guard = guardOf(() => lines)
  const opened = openStores(db, guard, registry)
  const { health, links, alarms, clocks, readings, single } = opened
  const { stores, forget, ruled } = createRuled({ db, guard, registry, opened })
  const intake = ruled(readings)
  const doors = openDoors({ ...given, registry, atOnce: ruled(single) })
  const commands = createCommands({ ...heldOf(() => lines), db, alarms, now })
  const talk = talkOf(given, opened, { intake, commands })
  const spool =
    given.spoolFolder === undefined ? null : createSpool({ folder: given.spoolFolder, log })
  const kept = { registry, alarms, clocks, forget, health, links, spool }
  const made = createLines({ ...given, ...kept, talk, doors: doors.doors, take: takerOf(given) })
  lines = made
  const gaps = createGaps(db, log)
  const dials = given.dials ?? {}
  const dialled = { lines: made, dials, db, registry, alarms, clocks, health, gaps, talk, log }
  const delivery = createDelivery(given, guard)
  const silence = { listeningSince: made.since, lastFrame: health.lastFrame }
  return {
    ...opened,
    ...delivery,
    lines: made,
    commands,
    doors,
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
      mappings: doors.mappings,
      deliver: delivery.dispatcher.again,
    }),
    silence: createSilence({ ...stores, ...silence, observed: createObserved(db) }),
    keeper: createKeeper({ db, rollups: opened.rollups, now }),
  }
}

/** What a talk is served by, whichever line carries it. */
const talkOf = (
  { now, log, storing }: Given,
  { quarantine, health }: Pick<DeviceStores, 'quarantine' | 'health'>,
  { intake, commands }: { intake: Intake; commands: ReturnType<typeof createCommands> },
) => {
  const answered: TalkDeps['answered'] = (answers) =>
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
      letGo: (alarm) => letGo(db, alarm, now()),
    }),
    desk: createDeskActs(given),
    issuing: createIssuing({ db, guard: delivers, now }),
    delivering: createDelivering({ db, outbound, now }),
  }
}

/** Nobody was told of it, so nobody will acknowledge it. */
const letGo = async (db: Database, alarm: string, now: Date): Promise<void> => {
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
  return (line: string) => takeLine({ url, db, owner, ...(leaseMs ? { leaseMs } : {}) }, line)
}
