// What happens when the periods of ten thousand cases end at the same midnight while people go on working?

import { endOfDay } from '../../domain/engine/clocks/reckoning.ts'
import { addDays } from '../../domain/time/days.ts'
import { civilDate, type Instant } from '../../domain/time/instant.ts'
import {
  chartSteps,
  deskSteps,
  type Ledger,
  openCases,
  perform,
  type Track,
  turns,
} from '../acts.ts'
import { copyCase } from '../filling/copies.ts'
import { signIn } from '../http.ts'
import { closedLoop, percentile } from '../loop.ts'
import { type Soundness, soundness } from '../soundness.ts'
import {
  closingAfter,
  type Log,
  laboratory,
  openStage,
  type Stage,
  tellLastWords,
} from '../stage.ts'
import { startUsage, type Usage } from '../usage.ts'
import { type LegalTime, openLegalTime, tenToday } from './legal-time.ts'
import { type Proof, proofOf, stormStands } from './midnight-proof.ts'

export type MidnightFigures = {
  cases: number
  clients: number
  windowSeconds: number
  preparedSeconds: number
  proof: Proof
  /** Acts of the clients beside it, ms in ascending order: before midnight, until the last state change, until the last notice. */
  acts: { before: number[]; changing: number[]; noticeMs: number[] }
  sound: Soundness
  /** From midnight until the last notice. */
  usage: Usage
}

const CLIENTS = 8
const ACTING_CASES = 64
const BEFORE_SECONDS = 30
const SPARE_SECONDS = 60
const POLL_MS = 5_000
/** Who works in a storm asks again and again; that counts as one slow act. */
const ACT_PATIENCE_MS = 300_000
/** After the window so long is waited for stragglers before the run says that they are lost. */
const PATIENCE_SECONDS = 2_400
const MOST_WORSE = 1.5
const GRACE_SECONDS = 60

type Size = { cases: number; windowSeconds: number }

/** Real cases with real durable timers; only the clock of the law is the laboratory's, so that midnight comes when all is ready. */
export const measureMidnight = async (
  log: Log,
  { cases, windowSeconds }: Size,
): Promise<MidnightFigures> => {
  const stage = await openStage({ ...laboratory, ANJIAN_NOTICE_WINDOW: String(windowSeconds) })
  return closingAfter(
    stage.close,
    async () => {
      const time = await openLegalTime(stage, (words) => log(`midnight: ${words}`))
      try {
        return await run(stage, time, log, { cases, windowSeconds })
      } finally {
        await time.close()
      }
    },
    tellLastWords(log, stage, ['worker', 'api']),
  )
}

const run = async (
  stage: Stage,
  time: LegalTime,
  log: Log,
  { cases, windowSeconds }: Size,
): Promise<MidnightFigures> => {
  const today = tenToday()
  await time.setNow(today)
  const due = addDays(civilDate(today), 1)
  const midnight = endOfDay(due).at
  log(`midnight: ${cases} cases are to be put right by ${due}`)
  const began = performance.now()
  const ids = await orderAll(stage, time, cases, due)
  const preparedSeconds = (performance.now() - began) / 1000
  log(`midnight: prepared in ${preparedSeconds.toFixed(0)} s`)
  // Setting a timer anew is less than to begin a workflow and set its first.
  await time.approach(midnight, SPARE_SECONDS + 2 * BEFORE_SECONDS + preparedSeconds, ids)
  const tracks = await actingTracks(stage)
  const ledger: Ledger = { acked: [], retries: 0 }
  const act = acting(tracks, ledger)
  const real = await time.realOf(midnight)
  const spare = (real - Date.now()) / 1000 - BEFORE_SECONDS
  if (spare < 0)
    throw new Error(
      `only ${Math.round(spare + BEFORE_SECONDS)} s are left before midnight: the machine is slower than was thought`,
    )
  log(`midnight: in ${Math.round(spare + BEFORE_SECONDS)} s`)
  await time.until(midnightLess(midnight, BEFORE_SECONDS))
  const before = await closedLoop(
    { clients: CLIENTS, warmUpSeconds: 3, seconds: BEFORE_SECONDS - 5 },
    async (client) => (await act(client)).ms,
  )
  await time.until(midnight)
  const used = startUsage(stage.pids)
  const during = await throughMidnight(stage, ids, midnight, act, { windowSeconds, log })
  const usage = used()
  log('midnight: lost, doubled, chains')
  const proof = await proofOf(stage, ids, midnight, real)
  const sound = await soundness(stage, ledger, [...new Set(tracks.map(({ caseId }) => caseId))])
  const changed = real + proof.changes.last * 1000
  const lastNoticeAt = real + proof.notices.last * 1000
  const within = (from: number, to: number) =>
    during.filter(({ sent }) => sent >= from && sent < to).map(({ ms }) => ms)
  const acts = {
    before: before.ms,
    changing: within(real, changed).sort(ascending),
    noticeMs: within(changed, lastNoticeAt).sort(ascending),
  }
  return { cases, clients: CLIENTS, windowSeconds, preparedSeconds, proof, acts, sound, usage }
}

const ascending = (a: number, b: number): number => a - b
const midnightLess = (midnight: Instant, seconds: number): Instant =>
  new Date(Date.parse(midnight) - seconds * 1000).toISOString()

/** One case goes its way over HTTP; the others stand where it has come to, and each gets a workflow that goes to sleep until its end. */
const orderAll = async (
  stage: Stage,
  time: LegalTime,
  count: number,
  dueDate: string,
): Promise<string[]> => {
  const reporter = await signIn(stage.base, 'e001.safety')
  const [one, other] = await Promise.all(
    [1, 2].map((number) => signIn(stage.base, `kecheng.inspector${number}`)),
  )
  if (!one || !other) throw new Error('nobody to order')
  const order = { who: one, type: 'issue-order', data: { dueDate, requirements: '清理' } }
  const [caseId = ''] = await openCases(reporter, 1)
  const track: Track = { caseId, steps: [...chartSteps(one, other).slice(0, 2), order], done: 0 }
  for (const _ of track.steps) await perform(track, { acked: [], retries: 0 })
  const ids = [caseId, ...(await copyCase(stage, caseId, count - 1))]
  await time.wake(ids)
  return ids
}

/** Cases of the same county that people claim and release meanwhile. */
const actingTracks = async (stage: Stage): Promise<Track[]> => {
  const inspectors = await Promise.all(
    [1, 2, 3, 4].map((number) => signIn(stage.base, `kecheng.inspector${number}`)),
  )
  const ids = await openCases(await signIn(stage.base, 'e001.safety'), ACTING_CASES)
  return ids.map((caseId, at) => ({
    caseId,
    steps: deskSteps(inspectors[at % inspectors.length]!),
    done: 0,
  }))
}

type TimedAct = { sent: number; ms: number }

const acting = (tracks: Track[], ledger: Ledger) => {
  const turn = turns(tracks, CLIENTS)
  return async (client: number): Promise<TimedAct> => {
    const sent = Date.now()
    return { sent, ms: await perform(turn(client), ledger, ACT_PATIENCE_MS) }
  }
}

/** People act from midnight on until every case has moved and every notice is out, or patience ends. */
const throughMidnight = async (
  stage: Stage,
  ids: string[],
  midnight: Instant,
  act: (client: number) => Promise<TimedAct>,
  { windowSeconds, log }: { windowSeconds: number; log: Log },
): Promise<TimedAct[]> => {
  const acts: TimedAct[] = []
  let going = true
  const client = async (number: number): Promise<void> => {
    while (going) acts.push(await act(number))
  }
  const clients = Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)))
  try {
    for (const give = Date.now() + (windowSeconds + PATIENCE_SECONDS) * 1000; Date.now() < give; ) {
      await Promise.race([clients, new Promise((resolve) => setTimeout(resolve, POLL_MS))])
      const { movedCount, noticeCount } = await stormStands(stage, ids, midnight)
      log(`midnight: ${movedCount} of ${ids.length} cases moved, ${noticeCount} told`)
      if (movedCount >= ids.length && noticeCount >= ids.length) break
    }
  } finally {
    going = false
  }
  await clients
  return acts
}

const worse = (beside: number[], { before }: MidnightFigures['acts']): number =>
  percentile(beside, 0.95) / percentile(before, 0.95)

export const midnightGoals = (figures: MidnightFigures) => {
  const { proof, acts, sound, windowSeconds, cases, clients } = figures
  const { lost, doubled, misplaced } = proof
  const all = [...acts.changing, ...acts.noticeMs].sort(ascending)
  const at = `${cases.toLocaleString('en-US')} cases at one midnight`
  const zero = (words: string, count: number) => ({
    words: `${words} (${at})`,
    figure: String(count),
    met: count === 0,
  })
  return [
    zero('state changes, notices and mails lost 0', lost + proof.broken),
    zero('state changes, notices and mails doubled 0', doubled),
    zero('state changes not effective at midnight 0', misplaced),
    zero('acts lost or doubled beside it 0', sound.lost + sound.doubled + sound.brokenChains),
    {
      words: `last notice within the window of ${windowSeconds} s and ${GRACE_SECONDS} s more`,
      figure: `${proof.notices.last.toFixed(1)} s`,
      met: proof.notices.last <= windowSeconds + GRACE_SECONDS,
    },
    ...(
      [
        ['until the last state change', acts.changing],
        ['until the last notice', all],
      ] as const
    ).map(([until, ms]) => ({
      words: `act p95 of ${clients} clients from midnight ${until} ≤ ${MOST_WORSE} × before`,
      figure: `${worse(ms, acts).toFixed(2)} ×`,
      met: worse(ms, acts) <= MOST_WORSE,
    })),
  ]
}

export const midnightTable = ({ proof: { changes, notices }, windowSeconds }: MidnightFigures) => ({
  head: ['seconds after midnight', 'count', 'p50', 'p95', 'last'],
  rows: [
    ['state changes recorded (all effective at midnight)', changes],
    [`notices delivered, spread over ${windowSeconds} s`, notices],
  ].map(([words, one]) => {
    const { count, p50, p95, last } = one as Proof['changes']
    return [
      words as string,
      String(count),
      ...[p50, p95, last].map((seconds) => seconds.toFixed(1)),
    ]
  }),
})

export const midnightActsTable = ({ acts, clients }: MidnightFigures) => ({
  head: [`desk acts, ${clients} clients`, 'acts', 'p50 ms', 'p95 ms', 'p99 ms', 'p95 of before'],
  rows: (
    [
      ['before midnight', acts.before],
      ['until the last state change', acts.changing],
      ['from then until the last notice', acts.noticeMs],
    ] as const
  ).map(([words, ms]) => [
    words,
    String(ms.length),
    ...[0.5, 0.95, 0.99].map((share) => percentile(ms, share).toFixed(1)),
    `${worse(ms, acts).toFixed(2)} ×`,
  ]),
})

export const midnightProcessorTable = ({ usage }: MidnightFigures) => {
  const share = (ms: number) => `${((ms / usage.wallMs) * 100).toFixed(0)} %`
  const own = Object.entries(usage.processes)
  return {
    head: ['from midnight until the last notice', 'of one processor'],
    rows: [
      ...own.map(([name, { all }]) => [name, share(all)]),
      [
        'other processes of the machine',
        share(Math.max(0, usage.busyMs - own.reduce((sum, [, { all }]) => sum + all, 0))),
      ],
      ['**all of the machine**', share(usage.busyMs)],
    ],
  }
}
