// Does an open case of the same enterprise stand in the way of a new one at the very moment at which it begins?
import { hold } from '../../db/alone.ts'
import { readOpenCases } from '../../db/cases/open-cases-reads.ts'
import type { Executor } from '../../db/client.ts'
import { DomainError } from '../../domain/language/errors.ts'
import type { CaseEvent, ProcessDefinition } from '../../domain/model/process.ts'

type Beginning = { tx: Executor; process: ProcessDefinition }

/** Two that are sent at once are judged one after the other. Throws `not-allowed` with the words of each that hinders. */
export const refuseHindered = async (
  { tx, process }: Beginning,
  { data, by, at }: Pick<CaseEvent, 'data' | 'by' | 'at'>,
): Promise<void> => {
  const { id, hindrance } = process
  const { owner } = process.describe(data, by)
  if (!hindrance || owner === null) return
  await hold(tx, `${id} of ${owner}`)
  const open = await readOpenCases(tx, id, owner)
  const reasons = open.flatMap((other) => hindrance(other, { data, at }) ?? [])
  if (reasons.length > 0) throw new DomainError('not-allowed', reasons)
}
