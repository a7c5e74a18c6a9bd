// To whom do the tasks go that a decision has opened? In the transaction that writes them.
import type { Executor } from '../db/client.ts'
import { keepEmptied, keepTurns, readRegister } from '../db/tasks/routing.ts'
import { freshTasks, groupsAround, settleTasks } from '../domain/engine/settle.ts'
import type { DecisionContext } from '../domain/model/decision-context.ts'
import type { Draft } from '../domain/model/draft.ts'
import type { ProcessDefinition } from '../domain/model/process.ts'
import type { CaseRecord } from '../domain/model/record.ts'

type Turn = {
  tx: Executor
  process: ProcessDefinition
  record: CaseRecord | null
  decisionContext: DecisionContext
}

/** The draft with its fresh tasks given out; nothing is asked of the database where none is fresh. */
export const assignTasks = async (
  { tx, process, record: before, decisionContext }: Turn,
  draft: Draft,
): Promise<Draft> => {
  const fresh = freshTasks(before, draft.record)
  if (fresh.length === 0) return draft
  const { id: caseId } = draft.record
  const groups = groupsAround(process, draft.record, fresh)
  const register = await readRegister(tx, {
    groups,
    process: process.id,
    caseId,
    at: decisionContext.at,
  })
  const settled = settleTasks({ process, decisionContext, register }, before, draft)
  await keepTurns(tx, settled.turns)
  await keepEmptied(tx, settled.emptied, decisionContext.at)
  return settled.draft
}
