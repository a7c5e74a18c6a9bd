// How does a command of a person or of another case become a commit, and what is answered?
import { setTimeout as sleep } from 'node:timers/promises'
import { inTurn } from '../db/alone.ts'
import type { Command } from '../db/cases/commands.ts'
import { isUnstorable, sqlState } from '../db/failures.ts'
import { DomainError } from '../domain/language/errors.ts'
import { createAdvance } from './advance.ts'
import type { AdvanceRequest, AdvanceResult, CaseRef } from './contract.ts'
import type { CommitDeps } from './deps.ts'
import { transient } from './transient.ts'

export type Awaken = (address: CaseRef & { generation: number }) => void
export type Performed = { caseId: string; revision: number; material: number }
export type Performer = ReturnType<typeof createPerformer>

/** Of many who act on one case one waits for it in the database, the others here, where they keep nobody from other cases. */
const patienceMs = 4_000

/** A deadlock, a lost serialisation, a lock that was not to be had: the same again may well succeed. */
const lockNotAvailable = '55P03'
const worthRepeating = ['40P01', '40001', lockNotAvailable]

/** `awaken` is called after the commit, and must neither wait nor throw: whatever it misses the relay sends. */
export const createPerformer = (deps: CommitDeps, awaken: Awaken) => {
  const advance = transient(deps, createAdvance(deps))

  const outside = async (input: AdvanceRequest): Promise<AdvanceResult> => {
    const once = () => advance({ ...input, outside: true })
    const result = await (input.noWait
      ? once()
      : inTurn(`case ${input.caseId}`, () => again(once), patienceMs))
    if (result.wake)
      awaken({ caseId: result.caseId, process: input.process, generation: result.wake.generation })
    return result
  }

  const answered = async (input: AdvanceRequest): Promise<Performed> => {
    const { caseId, answer } = await outside(input)
    if (!answer) throw new DomainError('internal')
    if (!answer.ok) throw new DomainError(answer.code, [], { revision: answer.revision })
    return { caseId, revision: answer.revision, material: answer.material }
  }

  return {
    /**
     * Commits the command of a stored row, or finds its answer. Throws `DomainError`: the code of the refusal, whose words stand in the row, or
     * `unavailable` where nobody knows; the same command tells later.
     */
    act: ({ caseId, process, commandId }: CaseRef & { commandId: string }): Promise<Performed> =>
      answered({ caseId, process, commandId }),
    /** The same for a command that is stored in the transaction which decides it; one stored before under its id keeps its answer and its case. */
    give: (process: string, command: Command): Promise<Performed> =>
      answered({ caseId: command.caseId, process, commandId: command.id, command }),
    /** Applies what has fallen due of a case that somebody reads; whoever holds the case just now does so himself. */
    catchUp: async ({ caseId, process }: CaseRef): Promise<void> => {
      await outside({ caseId, process, commandId: null, noWait: true }).catch((error: unknown) => {
        if (sqlState(error) !== lockNotAvailable) throw error
      })
    },
  }
}

const again = async (work: () => Promise<AdvanceResult>): Promise<AdvanceResult> => {
  try {
    return await work().catch(async (error: unknown) => {
      if (!worthRepeating.includes(sqlState(error) ?? '')) throw error
      await sleep(20 + Math.random() * 80)
      return work()
    })
  } catch (error) {
    throw error instanceof DomainError || isUnstorable(error)
      ? error
      : new DomainError('unavailable')
  }
}
