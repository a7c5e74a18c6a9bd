// Which other cases of its enterprise is a command judged by, as they stand while it is decided?
import { holdCase, holdInTurn, holdPastCases } from '../db/cases/other-case.ts'
import type { Executor } from '../db/client.ts'
import { pastWanted } from '../domain/engine/judging/past-wanted.ts'
import type { DecisionContext } from '../domain/model/decision-context.ts'
import type { ProcessDefinition } from '../domain/model/process.ts'
import type { CaseRecord } from '../domain/model/record.ts'

type Looking = { tx: Executor; process: ProcessDefinition }

/** Of an enterprise that is in no register only those are known that are named. */
export const lookUpPast = async (
  { tx, process }: Looking,
  record: CaseRecord,
  { type }: { type: string },
): Promise<Pick<DecisionContext, 'past'>> => {
  const { processes, named, inTurn } = pastWanted(process, record, type)
  if (processes.length === 0) return {}
  const { owner, id: except } = record
  const past = owner === null ? [] : await holdPastCases(tx, { processes, owner, except })
  for (const id of named.filter((one) => past.every((other) => other.id !== one))) {
    const found = await holdCase(tx, id)
    if (found) past.push(found)
  }
  if (owner !== null) return { past }
  return { past: [...past, ...(await holdInTurn(tx, { found: past, except, inTurn }))] }
}
