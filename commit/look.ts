// What does a woken workflow learn of its case?
import { takeOutlook } from '../db/cases/wakes.ts'
import type { AdvanceResult, CaseRef } from './contract.ts'
import type { CommitDeps } from './deps.ts'
import { resultOf } from './outlook.ts'
import { nameless } from './transient.ts'

/** One statement, and the wake has been seen. Null: nothing of the case is committed yet; then it has to advance. */
export const createLook =
  (deps: Pick<CommitDeps, 'db' | 'now'>) =>
  async ({ caseId }: CaseRef): Promise<AdvanceResult | null> => {
    try {
      const outlook = await takeOutlook(deps.db, caseId)
      return outlook && resultOf(outlook, await deps.now(deps.db))
    } catch (error) {
      throw nameless(error)
    }
  }
