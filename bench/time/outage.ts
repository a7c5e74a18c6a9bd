// Do people go on working while Temporal is away, and is afterwards everything told exactly once?
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { chartSteps, deskSteps, type Ledger, openCases, perform, type Track } from '../acts.ts'
import type { Target } from '../figures.ts'
import { signIn } from '../http.ts'
import { percentile } from '../loop.ts'
import { type Soundness, soundness } from '../soundness.ts'
import { closingAfter, openStage, type Stage } from '../stage.ts'
import type { Table } from '../table.ts'

/** Times of acts in ms, ascending; `untold`: notices that did not reach inbox and mail; `again`: more than once. */
export type OutageFigures = {
  seconds: number
  before: number[]
  during: number[]
  unclear: number
  waiting: number
  caughtUpSeconds: number
  notified: number
  notNotified: number
  again: number
  sound: Soundness
}

const PER_SECOND = 20
const CASES = 240
const CALM_SECONDS = 20
const PATIENCE_MS = 300_000
const MOST_MS = 1_000

export const measureOutage = async (
  log: (words: string) => void,
  seconds: number,
): Promise<OutageFigures> => {
  const stage = await openStage()
  return closingAfter(stage.close, async () => {
    log(`outage: ${CASES} cases`)
    const tracks = await tracksOn(stage)
    const ledger: Ledger = { acked: [], retries: 0 }
    const before = await actAt(tracks, ledger, CALM_SECONDS)
    log(`outage: Temporal is killed for ${seconds} s under ${PER_SECOND} acts a second`)
    await stage.temporal.kill()
    const during = await actAt(tracks, ledger, seconds)
    const { waiting } = await left(stage)
    await stage.temporal.startAgain()
    const back = Date.now()
    await caughtUp(stage)
    const caughtUpSeconds = (Date.now() - back) / 1_000
    const ids = tracks.map(({ caseId }) => caseId)
    const notices = await countNotices(stage)
    return {
      seconds,
      before,
      during,
      unclear: ledger.retries,
      waiting,
      caughtUpSeconds,
      ...notices,
      sound: await soundness(stage, ledger, ids),
    }
  })
}

const tracksOn = async (stage: Stage): Promise<Track[]> => {
  const [one, other, reporter] = await Promise.all(
    ['kecheng.inspector1', 'kecheng.inspector2', 'e001.safety'].map((name) =>
      signIn(stage.base, name),
    ),
  )
  if (!one || !other || !reporter) throw new Error('nobody to act')
  const ids = await openCases(reporter, CASES)
  return ids.map((caseId, place) => ({
    caseId,
    steps: place % 2 === 0 ? deskSteps(one) : chartSteps(one, other),
    done: 0,
  }))
}

const turnsFrom = (tracks: Track[], n: number): Track[] => {
  const first = n % tracks.length
  return [...tracks.slice(first), ...tracks.slice(0, first)]
}

/** So many acts a second, whether or not those before have been answered; each case has one at a time. */
const actAt = async (tracks: Track[], ledger: Ledger, seconds: number): Promise<number[]> => {
  const took: number[] = []
  const busy = new Set<Track>()
  const running: Promise<void>[] = []
  const began = performance.now()
  for (let n = 0; n < seconds * PER_SECOND; n += 1) {
    await sleep(Math.max(0, began + (n * 1_000) / PER_SECOND - performance.now()))
    // A case that was not answered for a whole round is passed over: its act is waited for, and shows in the figures.
    const track = turnsFrom(tracks, n).find((one) => !busy.has(one))
    if (!track) throw new Error('no case at all was answered for a whole round')
    busy.add(track)
    running.push(
      perform(track, ledger).then((ms) => {
        took.push(ms)
        busy.delete(track)
      }),
    )
  }
  await Promise.all(running)
  return took.sort((a, b) => a - b)
}

const left = async ({ db }: Stage): Promise<{ waiting: number }> => {
  const { rows } = await db.execute<{ waiting: number }>(sql`
    SELECT (SELECT count(*)::int FROM effects WHERE status <> 'done' AND not_before <= now())
      + (SELECT count(*)::int FROM wakes WHERE unseen_since IS NOT NULL) AS waiting`)
  return rows[0] ?? { waiting: 0 }
}

const caughtUp = async (stage: Stage): Promise<void> => {
  for (const give = Date.now() + PATIENCE_MS; Date.now() < give; await sleep(500))
    if ((await left(stage)).waiting === 0) return
  throw new Error('what waited is not done')
}

const countNotices = async ({
  db,
}: Stage): Promise<{ notified: number; notNotified: number; again: number }> => {
  const { rows } = await db.execute<{ notified: number; notNotified: number; again: number }>(sql`
    SELECT count(*)::int AS notified, count(*) FILTER (WHERE inbox = 0 OR mail = 0)::int AS "notNotified",
      count(*) FILTER (WHERE inbox > 1 OR mail > 1)::int AS again
    FROM (SELECT count(*) FILTER (WHERE ok AND channel = 'inbox') AS inbox, count(*) FILTER (WHERE ok AND channel = 'mail') AS mail
      FROM notices n LEFT JOIN deliveries d ON d.notice_id = n.id GROUP BY n.id) each`)
  return rows[0] ?? { notified: 0, notNotified: 0, again: 0 }
}

export const outageGoals = ({
  seconds,
  during,
  unclear,
  notNotified,
  again,
  sound,
}: OutageFigures): Target[] => {
  const most = percentile(during, 1)
  const wrong = sound.lost + sound.doubled + sound.brokenChains
  return [
    {
      words: `every act answered within 1 s while Temporal is away for ${seconds} s under ${PER_SECOND} acts a second`,
      figure: `${most.toFixed(0)} ms`,
      met: most <= MOST_MS && unclear === 0,
    },
    {
      words: 'notices not delivered, or delivered twice, once it is back 0',
      figure: String(notNotified + again),
      met: notNotified + again === 0,
    },
    {
      words: 'acts lost, doubled, chains broken through it 0',
      figure: String(wrong),
      met: wrong === 0,
    },
  ]
}

export const outageTable = ({
  before,
  during,
  waiting,
  caughtUpSeconds,
  notified,
}: OutageFigures): Table => ({
  head: [
    'acts of people',
    'acts',
    'p50 ms',
    'p95 ms',
    'longest ms',
    'then waiting',
    'caught up after s',
    'notices',
  ],
  rows: [
    row('with Temporal', before, ['', '', '']),
    row('without', during, [String(waiting), caughtUpSeconds.toFixed(1), String(notified)]),
  ],
})

const row = (words: string, ms: number[], rest: string[]): string[] => [
  words,
  String(ms.length),
  ...[0.5, 0.95, 1].map((share) => percentile(ms, share).toFixed(1)),
  ...rest,
]
