// How does the laboratory clock move from due instant to due instant without leaving anything behind?
import type { ClockAnswer, ClockMove } from '../../contract/operation/operation.ts'
import { readNextWake } from '../../db/cases/wake-reads.ts'
import { civilDate, type Instant, later } from '../../domain/time/instant.ts'
import { nextDutyMorning } from '../../domain/time/mornings.ts'
import type { Deps } from '../http/deps.ts'
import { createWaking, type Waking, type WakingDeps } from './waking.ts'

type LabDeps = WakingDeps & Pick<Deps, 'clock' | 'books' | 'dailyJobs' | 'dailyRound'>

export type Laboratory = {
  advance(by: (from: Instant) => Instant): Promise<ClockAnswer>
  next(): Promise<Instant | null>
  /** How far a move has come that is under way. */
  move(): ClockMove | null
}

/** One move at a time; a second one waits for the first. */
export const createLaboratory = (deps: LabDeps): Laboratory => {
  let last: Promise<unknown> = Promise.resolve()
  let move: ClockMove | null = null
  const run = async (by: (from: Instant) => Instant): Promise<ClockAnswer> => {
    const from = await deps.clock.now()
    const to = by(from)
    move = { from, to, at: from, cases: 0 }
    const passed = (at: Instant, cases: number): void => {
      move = { from, to, at, cases: (move?.cases ?? 0) + cases }
    }
    try {
      return await moveTo(deps, { from, to, passed })
    } finally {
      move = null
    }
  }
  return {
    next: () => readNextWake(deps.connection.db),
    move: () => move,
    advance(by) {
      const moving = last.then(() => run(by))
      last = moving.catch(() => undefined)
      return moving
    },
  }
}

type ClockMoveInput = { from: Instant; to: Instant; passed: (at: Instant, cases: number) => void }

/** Stops at every instant at which a case wants to wake, at every midnight of the daily jobs and the daily round of every morning, then at the target. */
const moveTo = async (
  deps: LabDeps,
  { from, to, passed }: ClockMoveInput,
): Promise<ClockAnswer> => {
  const steps: ClockAnswer['steps'] = []
  const waking = createWaking(deps)
  let now = from
  await waking.settle(from)
  for (;;) {
    const morning = nextMorning(now)
    const round = nextDutyMorning(now).at
    const next = [await wakeOf(deps, waking, to), morning, round, to].reduce((first, one) =>
      one < first ? one : first,
    )
    if (next > now) {
      await deps.clock.setNow(next)
      now = next
    }
    const cases = await waking.settle(now)
    if (cases > 0) steps.push({ at: now, cases })
    if (now === morning) await deps.dailyJobs(now)
    if (now === round) await deps.dailyRound()
    passed(now, cases)
    if (now >= to) break
  }
  const left = waking.left().map(({ caseId, number }) => ({ caseId, number }))
  return { now: await deps.clock.now(), steps, left }
}

/** A case that has been left behind still wants to wake in the past: it may not hold the clock there. */
const wakeOf = async ({ connection }: LabDeps, waking: Waking, target: Instant): Promise<Instant> =>
  (await readNextWake(
    connection.db,
    waking.left().map(({ caseId }) => caseId),
  )) ?? target

/** Five past midnight in Shanghai, when the daily Schedule runs. */
const nextMorning = (now: Instant): Instant => {
  const today = later(`${civilDate(now)}T00:05:00.000Z`, -8 * 3_600_000)
  return today > now ? today : later(today, 86_400_000)
}
