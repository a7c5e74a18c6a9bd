// Does anybody who acts notice that strangers ask the longest questions about periods of law?

import { computeTimeLimit } from '../../domain/law/compute.ts'
import type { TimeLimitInput } from '../../domain/law/input.ts'
import { decreeCalendars } from '../../domain/time/decrees.ts'
import { deskSteps, type Ledger, openCases, perform, type Track, turns } from '../acts.ts'
import { signIn } from '../http.ts'
import { abreast, closedLoop, percentile } from '../loop.ts'
import { closingAfter, openStage, type Stage } from '../stage.ts'

/** Milliseconds in ascending order: acts with and without strangers beside them, the strangers' answers, one reckoning by itself. */
export type ComputeFigures = {
  questions: number
  strangers: number
  clients: number
  alone: number[]
  beside: number[]
  answers: number[]
  reckoning: number[]
  seconds: number
}

const QUESTIONS = 1_000
const STRANGERS = 20
const CLIENTS = 8
const CASES = 64
const ROUNDS = 2
const ALONE_SECONDS = 25
const MOST_WORSE = 1.3
const MOST_MS = 50

const decade = (n: number) => ({
  from: `${1990 + 10 * n}-02-01`,
  to: `${1999 + 10 * n}-12-31`,
  kind: 'other',
})
/** The longest that is answered, and the longest that is refused: both walk as far as a question can make us walk. */
export const longest: TimeLimitInput[] = [
  {
    ...({ rule: 'adhoc', unit: 'WD', n: 450, roll: 'party', start: '1990-01-01' } as const),
    pauses: Array.from({ length: 10 }, (_, n) => decade(n)),
    extensions: Array.from({ length: 10 }, () => ({ at: '1990-01-05', by: 1 })),
  },
  { rule: 'adhoc', unit: 'WD', n: 36_500, roll: 'party', start: '1990-01-01' },
]

/** Opens servers of its own; acts alone and acts beside strangers take turns, so that both meet the same machine. */
export const measureCompute = async (log: (words: string) => void): Promise<ComputeFigures> => {
  const reckoning = reckonHere()
  const stage = await openStage()
  return closingAfter(stage.close, async () => {
    const ids = await openCases(await signIn(stage.base, 'e001.safety'), CASES)
    const inspectors = await Promise.all(
      [1, 2, 3].map((number) => signIn(stage.base, `kecheng.inspector${number}`)),
    )
    const tracks: Track[] = ids.map((caseId, at) => ({
      caseId,
      steps: deskSteps(inspectors[at % 3]!),
      done: 0,
    }))
    return {
      ...(await measure(stage, actor(tracks), log)),
      reckoning,
      questions: QUESTIONS,
      strangers: STRANGERS,
      clients: CLIENTS,
    }
  })
}

/** What one of them keeps a loop busy for: processor time of the thread, so that a busy machine does not count; the first warms up. */
export const reckonHere = (): number[] => {
  const ms = Array.from({ length: 201 }, (_, at) => {
    const began = process.threadCpuUsage()
    try {
      JSON.stringify(computeTimeLimit(longest[at % longest.length]!, decreeCalendars))
    } catch {}
    const { user, system } = process.threadCpuUsage(began)
    return (user + system) / 1000
  })
  return ms.slice(1).sort((a, b) => a - b)
}

const actor = (tracks: Track[]) => {
  const ledger: Ledger = { acked: [], retries: 0 }
  const turn = turns(tracks, CLIENTS)
  return async (seconds: number): Promise<number[]> =>
    (
      await closedLoop({ clients: CLIENTS, warmUpSeconds: 0, seconds }, (client) =>
        perform(turn(client), ledger),
      )
    ).ms
}

type Acting = (seconds: number) => Promise<number[]>
type Measured = Omit<ComputeFigures, 'reckoning' | 'questions' | 'strangers' | 'clients'>

const measure = async (
  stage: Stage,
  act: Acting,
  log: (words: string) => void,
): Promise<Measured> => {
  await act(3)
  const found: Measured = { alone: [], beside: [], answers: [], seconds: 0 }
  for (let round = 1; round <= ROUNDS; round += 1) {
    log(`compute: round ${round} of ${ROUNDS}`)
    found.alone.push(...(await act(ALONE_SECONDS)))
    const began = performance.now()
    const flood = ask(stage, found.answers).then(() => performance.now())
    let ended = 0
    void flood.then((at) => {
      ended = at
    })
    while (ended === 0) found.beside.push(...(await act(2)))
    found.seconds += (ended - began) / 1000
  }
  for (const ms of [found.alone, found.beside, found.answers]) ms.sort((a, b) => a - b)
  return found
}

/** Strangers: no cookie, no token. */
const ask = (stage: Stage, answers: number[]): Promise<unknown> =>
  abreast(QUESTIONS, STRANGERS, async (number) => {
    const began = performance.now()
    const answer = await fetch(`${stage.base}/api/time-limits/compute`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(longest[number % longest.length]),
    })
    await answer.arrayBuffer()
    if (answer.status !== (number % longest.length === 0 ? 200 : 422))
      throw new Error(`a stranger is answered ${answer.status}`)
    answers.push(performance.now() - began)
  })

const times = ({ alone, beside }: ComputeFigures): number =>
  percentile(beside, 0.95) / percentile(alone, 0.95)

export const computeGoals = (figures: ComputeFigures) => [
  {
    words: `act p95 beside ${QUESTIONS.toLocaleString('en-US')} strangers' questions of the longest kind at most ${MOST_WORSE} times`,
    figure: times(figures).toFixed(2),
    met: times(figures) <= MOST_WORSE,
  },
  {
    words: `no question above ${MOST_MS} ms of the loop (processor time)`,
    figure: `${(figures.reckoning.at(-1) ?? 0).toFixed(1)} ms`,
    met: (figures.reckoning.at(-1) ?? 0) <= MOST_MS,
  },
]

export const computeTable = ({
  alone,
  beside,
  answers,
  reckoning,
  clients,
  strangers,
}: ComputeFigures) => ({
  head: [`desk acts, ${clients} clients`, 'p50 ms', 'p95 ms', 'count'],
  rows: [
    ['alone', ...row(alone)],
    [`beside ${strangers} strangers`, ...row(beside)],
    ["the strangers' answers", ...row(answers)],
    ['one question by itself, processor time', ...row(reckoning)],
  ],
})

const row = (ms: number[]): string[] => [
  ...[0.5, 0.95].map((share) => percentile(ms, share).toFixed(1)),
  String(ms.length),
]
