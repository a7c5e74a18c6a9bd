// Does the prefecture's whole load of devices reach the database and the desk in time, through a flood, without Temporal, and without PostgreSQL?
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../../bin/infra/ports.ts'
import { percentile } from '../loop.ts'
import { closeAll, closingAfter, type Log, openStage, type Stage, tellLastWords } from '../stage.ts'
import { startUsage, type Usage } from '../usage.ts'
import { type Flood, leak, openDesk, type VisibleTimes, watchDesk } from './devices-desk.ts'
import { openDevices } from './devices-open.ts'
import {
  type City,
  postgresAway,
  temporalAway,
  type WithoutPostgres,
  type WithoutTemporal,
} from './devices-outages.ts'
import type { Senders } from './devices-senders.ts'
import { type Count, compare, type Latency, latencies } from './devices-tally.ts'

export type DevicesFigures = {
  size: DevicesSize
  perSecond: number
  /** By feed and of all. SL 651 tells whole minutes only and is not among them. */
  stored: Latency[]
  /** From making a push to its acknowledgement, ms in ascending order. */
  acknowledged: number[]
  visible: VisibleTimes
  usage: Usage
  flood: Flood
  temporal: WithoutTemporal
  postgres: WithoutPostgres
  /** When all that was sent before PostgreSQL was killed was stored, and at the end. */
  before: Count[]
  after: Count[]
}

export type DevicesSize = { minutes: number; temporalSeconds: number; postgresSeconds: number }

const WARM_UP_SECONDS = 20
const WATCH_EVERY_MS = 2_500
const DURING_OUTAGE = 20
const DRAIN_MS = 180_000
/** Each row can say when it was committed. */
const settings = { track_commit_timestamp: 'on' }

export const measureDevices = async (log: Log, size: DevicesSize): Promise<DevicesFigures> => {
  const pushPort = await freePort()
  const stage = await openStage(
    { ANJIAN_URGENT_LANE: 'both', ANJIAN_PUSH_PORT: String(pushPort) },
    settings,
  )
  const open: (() => unknown)[] = []
  return closingAfter(
    () => closeAll(open, stage),
    async () => {
      return await run(stage, `http://127.0.0.1:${pushPort}`, (words) => log(`devices: ${words}`), {
        size,
        open,
      })
    },
    tellLastWords(log, stage, ['devices', 'worker', 'api']),
  )
}

type Run = { size: DevicesSize; open: (() => unknown)[] }

const run = async (
  stage: Stage,
  pushBase: string,
  log: Log,
  { size, open }: Run,
): Promise<DevicesFigures> => {
  const { devices, tally, senders } = await openDevices(stage, pushBase, open)
  const desk = await openDesk(stage.base)
  open.push(desk.close)
  const city: City = { stage, desk, senders, tally }
  await sleep(WARM_UP_SECONDS * 1_000)
  const steady = await steadily(city, devices.pid, log, size)
  log(
    `${steady.perSecond.toFixed(0)} a second, stored in ${steady.stored[0]?.p95.toFixed(0)} ms, on the desk in ${percentile(steady.visible.visible, 0.95)} ms (p95)`,
  )
  log('a leak: sixty detectors in ten seconds')
  const flood = await leak(desk, senders)
  log(`Temporal is killed for ${size.temporalSeconds} s`)
  const temporal = await temporalAway(
    city,
    gauges(steady.watched, DURING_OUTAGE),
    size.temporalSeconds,
  )
  const before = await counted(city)
  log(`lost so far: ${lostOf(before)} of ${tally.total()} readings`)
  log(`PostgreSQL is killed for ${size.postgresSeconds} s`)
  const postgres = await postgresAway(
    city,
    gauges(steady.watched + DURING_OUTAGE, DURING_OUTAGE),
    size.postgresSeconds,
  )
  const after = await counted(city)
  const { watched: _, ...figures } = steady
  return { size, ...figures, flood, temporal, postgres, before, after }
}

const lostOf = (counts: Count[]): string =>
  counts.flatMap(({ feed, lost }) => (lost > 0 ? [`${feed} ${lost}`] : [])).join(', ') || 'none'
const gauges = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, n) => first + n)

/** Nothing but the usual load, for so many minutes. */
const steadily = async (
  { stage, desk, senders, tally }: City,
  pid: number,
  log: Log,
  { minutes }: DevicesSize,
) => {
  const watched = Math.round((minutes * 60_000) / WATCH_EVERY_MS)
  log(`${minutes} minutes of readings, ${watched} of them beyond a limit`)
  const [from, sent, used] = [
    Date.now(),
    tally.total(),
    startUsage({ ...stage.pids, devices: pid }),
  ]
  const visible = await watchDesk(desk, senders, tally, {
    gauges: gauges(0, watched),
    everyMs: WATCH_EVERY_MS,
  })
  const [usage, to] = [used(), Date.now()]
  const perSecond = ((tally.total() - sent) / (to - from)) * 1_000
  await caughtUp(senders)
  const acknowledged = senders
    .acknowledged()
    .filter(({ createdAt }) => createdAt >= from && createdAt < to)
  return {
    watched,
    perSecond,
    visible,
    usage,
    stored: await latencies(stage.databaseUrl, from, to, ['sl651']),
    acknowledged: acknowledged.map(({ ms }) => ms).sort((a, b) => a - b),
  }
}

const caughtUp = async (senders: Senders): Promise<void> => {
  for (const end = Date.now() + DRAIN_MS; senders.waiting() > 0 && Date.now() < end; )
    await sleep(5)
}

const SETTLE_MS = 3_000
/** So long the slowest sender waits before it sends again. */
const AGAIN_SECONDS = 22

/** At a moment at which nobody is sending anything. */
const counted = async ({ stage, senders, tally }: City): Promise<Count[]> => {
  await sleep(AGAIN_SECONDS * 1_000)
  senders.now.resting = true
  await caughtUp(senders)
  await sleep(SETTLE_MS)
  const counts = await compare(stage.databaseUrl, tally)
  senders.now.resting = false
  return counts
}
