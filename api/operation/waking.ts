// How is every case woken that is due, and what becomes of one that is due all the same afterwards?
import { readSleepers, readUndelivered, type Sleeper } from '../../db/cases/wake-reads.ts'
import { DomainError } from '../../domain/language/errors.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Deps } from '../http/deps.ts'

export type WakingDeps = Pick<Deps, 'connection' | 'cases' | 'log'>
export type Waking = ReturnType<typeof createWaking>

const wakesAtOnce = 16
/** A case that answered so often and is as due as before will be so the next time, too. */
const answersEnough = 4
/** A case that is just closing, or moving to a new run, or whose worker is coming back, answers within that time. */
const patienceMs = 60_000

type Tried = { sleeper: Sleeper; answers: number; since: number }

/** Wakes for one move of the clock; it remembers which cases were woken in vain. */
export const createWaking = ({ connection, cases, log }: WakingDeps) => {
  const tried = new Map<string, Tried>()

  /** Woken in vain: it is left behind until it changes. */
  const isLeft = ({ caseId, revision, wakeAt }: Sleeper): boolean => {
    const one = tried.get(caseId)
    if (!one || one.sleeper.revision !== revision || one.sleeper.wakeAt !== wakeAt) return false
    return one.answers >= answersEnough || Date.now() - one.since > patienceMs
  }

  const wake = async (sleeper: Sleeper): Promise<void> => {
    const { caseId, process, generation, revision, wakeAt } = sleeper
    const before = tried.get(caseId)
    const same = before?.sleeper.revision === revision && before.sleeper.wakeAt === wakeAt
    const one = same && before ? before : { sleeper, answers: 0, since: Date.now() }
    tried.set(caseId, one)
    try {
      await cases.tick({ caseId, process, generation })
      one.answers += 1
    } catch (error) {
      log.warn(
        { caseId, code: error instanceof DomainError ? error.code : 'internal' },
        'a case did not answer the clock',
      )
    }
  }

  const wakeAll = async (due: Sleeper[]): Promise<void> => {
    for (let at = 0; at < due.length; at += wakesAtOnce)
      await Promise.all(due.slice(at, at + wakesAtOnce).map(wake))
  }

  /** A case that is no longer due is a new one when it is due again. */
  const forgetAllBut = (sleepers: Sleeper[]): void => {
    for (const caseId of tried.keys())
      if (!sleepers.some((one) => one.caseId === caseId)) tried.delete(caseId)
  }

  const dueOf = async (now: Instant): Promise<Sleeper[]> => {
    const sleepers = await readSleepers(connection.db, now)
    forgetAllBut(sleepers)
    return sleepers.filter((one) => !isLeft(one))
  }

  return {
    /** Wakes every case that is due, again and again until none is: what one case does may be due in another. Answers how many it woke. */
    settle: async (now: Instant): Promise<number> => {
      const touched = new Set<string>()
      // What was done a moment ago is carried out at the time at which it was done, not after the move.
      await wakeAll((await readUndelivered(connection.db, now)).filter((one) => !isLeft(one)))
      for (let round = 0; ; round += 1) {
        const due = await dueOf(now)
        if (due.length === 0) return touched.size
        for (const { caseId } of due) touched.add(caseId)
        if (round > 0)
          await new Promise((resolve) => setTimeout(resolve, Math.min(500, 25 * round)))
        await wakeAll(due)
      }
    },
    /** Cases that are due and do not move. */
    left: (): Sleeper[] => [...tried.values()].map(({ sleeper }) => sleeper).filter(isLeft),
  }
}
