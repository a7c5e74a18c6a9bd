// What becomes of readings and alarms while Temporal, and while PostgreSQL, is away: killed with −9 and started again?
import { setTimeout as sleep } from 'node:timers/promises'
import { query } from '../../bin/infra/postgres/postgres.ts'
import type { Stage } from '../stage.ts'
import { gaugeKey, idOf } from './devices-city.ts'
import { type Desk, measure, type VisibleTimes, watchDesk } from './devices-desk.ts'
import type { Senders } from './devices-senders.ts'
import type { Tally } from './devices-tally.ts'

export type City = { stage: Stage; desk: Desk; senders: Senders; tally: Tally }
export type Without = {
  seconds: number
  alarms: number
  lost: number
  doubled: number
  disordered: number
  caughtUpSeconds: number
}
export type WithoutTemporal = Without & {
  visible: VisibleTimes
  delayRecorded: number
  waitingCount: number
}
export type WithoutPostgres = Without & { acknowledged: number; refused: number; gaps: number }

const PATIENCE_MS = 180_000
const EVERY_MS = 2_000

/** Detectors of their own rise, become worse, and some fall again, all while nobody can tell the cases. */
export const temporalAway = async (
  city: City,
  gauges: number[],
  seconds: number,
): Promise<WithoutTemporal> => {
  const { stage, desk, senders, tally } = city
  const began = Date.now()
  await stage.temporal.kill()
  const visible = await watchDesk(desk, senders, tally, { gauges, everyMs: EVERY_MS })
  for (const n of gauges) measure(senders.pushing.gauges, n, 60, tally)
  await sleep(EVERY_MS)
  const calm = gauges.filter((_, at) => at % 2 === 0)
  for (const n of calm) measure(senders.pushing.gauges, n, 5, tally)
  await sleep(Math.max(0, began + seconds * 1_000 - Date.now()))
  const { workflowDelaySeconds, waiting } = await desk.health()
  const away = (Date.now() - began) / 1_000
  await stage.temporal.startAgain()
  const back = Date.now()
  const story = { notified: ['raise', 'escalate'], calm: ['raise', 'escalate', 'return-to-normal'] }
  const found = await storyOutcomes(stage, gauges, (n) =>
    calm.includes(n) ? story.calm : story.notified,
  )
  return {
    seconds: away,
    ...found,
    caughtUpSeconds: (Date.now() - back) / 1_000,
    visible,
    delayRecorded: workflowDelaySeconds,
    waitingCount: waiting,
  }
}

/** Everybody goes on sending; detectors of their own rise, and nobody can store it. */
export const postgresAway = async (
  city: City,
  gauges: number[],
  seconds: number,
): Promise<WithoutPostgres> => {
  const { stage, desk, senders, tally } = city
  const refusedBefore = refused(senders)
  await stage.postgres.kill()
  // What had been committed just before is still answered.
  await sleep(500)
  const [began, announced, taken] = [Date.now(), senders.received(), senders.acknowledged().length]
  for (const n of gauges) measure(senders.pushing.gauges, n, 60, tally)
  await sleep(seconds * 1_000)
  const acknowledged = senders.received() - announced + senders.acknowledged().length - taken
  const away = (Date.now() - began) / 1_000
  await stage.postgres.startAgain()
  const back = Date.now()
  await until(async () => senders.connected() && senders.since(back))
  const caughtUpSeconds = (Date.now() - back) / 1_000
  await desk.listenAgain()
  const found = await storyOutcomes(stage, gauges, () => ['raise'])
  return {
    seconds: away,
    ...found,
    caughtUpSeconds,
    acknowledged,
    refused: refused(senders) - refusedBefore,
    gaps: await gapsSince(stage, began),
  }
}

const refused = ({ pushing }: Senders): number =>
  Object.values(pushing).reduce((sum, one) => sum + one.refused(), 0)

const until = async (holds: () => Promise<boolean>): Promise<void> => {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(500))
    if (await holds().catch(() => false)) return
}

const waitingRows = async ({ databaseUrl }: Stage): Promise<number> =>
  Number(
    (
      await query(
        databaseUrl,
        `SELECT count(*) AS n FROM alarm_outbox WHERE done_at IS NULL AND not_before <= now()`,
      )
    ).rows[0]?.n,
  )

const gapsSince = async ({ databaseUrl }: Stage, ms: number): Promise<number> =>
  Number(
    (
      await query(
        databaseUrl,
        `SELECT count(*) AS n FROM feed_gaps WHERE "to" >= '${new Date(ms).toISOString()}'`,
      )
    ).rows[0]?.n,
  )

type Stories = Pick<Without, 'alarms' | 'lost' | 'doubled' | 'disordered'>

/** Nothing waits any more, and the cases have written what they were told: what is missing after so long is lost. */
const storyOutcomes = async (
  stage: Stage,
  gauges: number[],
  wanted: (n: number) => string[],
): Promise<Stories> => {
  await until(
    async () =>
      (await waitingRows(stage)) === 0 && (await storiesOf(stage, gauges, wanted)).lost === 0,
  )
  return storiesOf(stage, gauges, wanted)
}

/** Of each detector: one alarm, raised once, whose case was told all of it, each once and in its order. */
const storiesOf = async (
  { databaseUrl }: Stage,
  gauges: number[],
  wanted: (n: number) => string[],
): Promise<Stories> => {
  const { rows } = await query(
    databaseUrl,
    `SELECT a.device, count(DISTINCT a.id)::int AS alarms,
       (SELECT array_agg(f.type ORDER BY f.seq) FROM case_facts f WHERE f.case_id = min(a.id::text) AND f.type IN ('raise', 'escalate', 're-alarm', 'return-to-normal')) AS facts
     FROM alarms a WHERE a.feed = 'gauges' AND a.condition = 'high' GROUP BY a.device`,
  )
  const known = new Map(
    (rows as { device: string; alarms: number; facts: string[] | null }[]).map((row) => [
      row.device,
      row,
    ]),
  )
  const found: Stories = { alarms: gauges.length, lost: 0, doubled: 0, disordered: 0 }
  for (const n of gauges) {
    const { alarms, facts } = known.get(idOf('gauges', gaugeKey(n))) ?? { alarms: 0, facts: null }
    const factTypes = facts ?? []
    found.lost += wanted(n).filter((type) => !factTypes.includes(type)).length
    found.doubled += Math.max(0, alarms - 1) + (factTypes.length - new Set(factTypes).size)
    const inOrder = wanted(n).filter((type) => factTypes.includes(type))
    if (factTypes.filter((type) => inOrder.includes(type)).join() !== inOrder.join())
      found.disordered += 1
  }
  return found
}
