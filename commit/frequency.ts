// Do earlier cases about the same enterprise stand in the way of a new one?
import { holdEarlierCases } from '../db/cases/other-case.ts'
import type { Executor } from '../db/client.ts'
import { DomainError } from '../domain/language/errors.ts'
import { type DecisionContext, lawOf } from '../domain/model/decision-context.ts'
import type { CaseEvent, ProcessDefinition } from '../domain/model/process.ts'

type Beginning = { tx: Executor; process: ProcessDefinition; decisionContext: DecisionContext }

/** Throws `too-often` with each of them named. */
export const refuseTooOften = async (
  { tx, process, decisionContext }: Beginning,
  { data, at }: Pick<CaseEvent, 'data' | 'at'>,
  region: string,
): Promise<void> => {
  const enterprise = process.frequency?.of(data) ?? null
  if (!process.frequency || enterprise === null) return
  const earlier = await holdEarlierCases(tx, process.id, enterprise)
  const reasons = process.frequency.refuses(earlier, {
    ...lawOf(decisionContext, { region }),
    data,
    at,
  })
  if (reasons.length > 0) throw new DomainError('too-often', reasons)
}
