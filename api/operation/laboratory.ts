// How does the laboratory clock move from due instant to due instant without leaving anything behind?
import { readNextWake, readSleepers, type Sleeper } from '../../db/reads/wake.ts'
import { nextMorning as nextRound } from '../../domain/calendar/mornings.ts'
import { DomainError } from '../../domain/case/errors.ts'
import { civilDate, type Instant, later } from '../../domain/case/instant.ts'
import type { ClockAnswer } from '../../domain/case/views.ts'
import { text } from '../../domain/case/words.ts'
import type { Deps } from '../deps.ts'

type LabDeps = Pick<Deps, 'clock' | 'books' | 'connection' | 'cases' | 'dailyJobs' | 'dailyRound' | 'log'>

const ticksAtOnce = 16
const patienceMs = 60_000

export type Laboratory = { advance(by: (from: Instant) => Instant): Promise<ClockAnswer>; next(): Promise<Instant | null> }

/** One move at a time; a second one waits for the first. */
export const createLaboratory = (deps: LabDeps): Laboratory => {
  let last: Promise<unknown> = Promise.resolve()
  return {
    next: () => readNextWake(deps.connection.db),
    advance(by) {
      const moving = last.then(async () => {
        const from = await deps.clock.now()
        return moveTo(deps, from, by(from))
      })
      last = moving.catch(() => undefined)
      return moving
    },
  }
}

/** Stops at every instant at which a case wants to wake, at every midnight of the daily jobs and every round of a working morning, then at the target. */
const moveTo = async (deps: LabDeps, from: Instant, target: Instant): Promise<ClockAnswer> => {
  const moved: ClockAnswer['moved'] = []
  let now = from
  for (;;) {
    const wake = await readNextWake(deps.connection.db)
    const morning = nextMorning(now)
    const round = nextRound(now, (await deps.books()).calendars).at
    const next = [wake ?? target, morning, round, target].reduce((first, one) => (one < first ? one : first))
    if (next > now) {
      await deps.clock.setNow(next)
      now = next
    }
    const cases = await settle(deps, now)
    if (cases > 0) moved.push({ at: now, cases })
    if (now === morning) await deps.dailyJobs(now)
    if (now === round) await deps.dailyRound()
    if (now >= target) break
  }
  return { now: await deps.clock.now(), moved }
}

/** Wakes every case that is due, again and again until none is: what one case does may be due in another. */
const settle = async (deps: LabDeps, now: Instant): Promise<number> => {
  const touched = new Set<string>()
  const end = Date.now() + patienceMs
  for (let round = 0; ; round += 1) {
    const due = await readSleepers(deps.connection.db, now)
    if (due.length === 0) return touched.size
    if (Date.now() > end) {
      throw new DomainError('unavailable', [text(`${due.length} 个案件未能按时推进`, `${due.length} cases did not move in time`)], {
        retryAfter: 5,
      })
    }
    for (const { caseId } of due) touched.add(caseId)
    if (round > 0) await new Promise((resolve) => setTimeout(resolve, Math.min(500, 25 * round)))
    for (let at = 0; at < due.length; at += ticksAtOnce) {
      await Promise.all(due.slice(at, at + ticksAtOnce).map((sleeper) => tick(deps, sleeper)))
    }
  }
}

/** A case that is just closing or moving to a new run is asked again in the next round. */
const tick = async ({ cases, log }: LabDeps, sleeper: Sleeper): Promise<void> => {
  try {
    await cases.tick(sleeper)
  } catch (error) {
    log.warn({ caseId: sleeper.caseId, code: error instanceof DomainError ? error.code : 'internal' }, 'a case did not answer the clock')
  }
}

/** Five past midnight in Shanghai, when the daily Schedule runs. */
const nextMorning = (now: Instant): Instant => {
  const today = later(`${civilDate(now)}T00:05:00.000Z`, -8 * 3_600_000)
  return today > now ? today : later(today, 86_400_000)
}
