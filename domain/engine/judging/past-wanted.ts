// Of which processes does an act look at the other cases of its enterprise?
import { definitionOf, type ProcessDefinition } from '../../model/process.ts'
import type { CaseRecord } from '../../model/record.ts'
import { isTaskVerb } from '../../tasks/verbs.ts'

/** The last signature under what is proposed is that act. */
const typesOf = ({ openTasks }: CaseRecord, type: string): string[] =>
  isTaskVerb(type)
    ? Object.values(openTasks).flatMap(({ proposal }) => (proposal ? [proposal.type] : []))
    : [type]

/** Processes, of which those of the same enterprise are wanted; cases by their ids, and what each of these names in turn. */
export type PastWanted = {
  processes: string[]
  named: string[]
  inTurn: (found: CaseRecord) => readonly string[]
}

/** Each once; empty: of none. */
export const pastWanted = (
  process: ProcessDefinition,
  record: CaseRecord,
  type: string,
): PastWanted => {
  const { context } = record.snapshot
  const wanted = typesOf(record, type).flatMap((one) => {
    const past = definitionOf(process, one)?.past
    return past && past.when?.(context) !== false ? [past] : []
  })
  return {
    processes: [...new Set(wanted.flatMap(({ of }) => of.map(({ process: id }) => id)))],
    named: [...new Set(wanted.flatMap(({ named }) => named?.(context) ?? []))],
    inTurn: (found) => wanted.flatMap(({ inTurn }) => inTurn?.(found) ?? []),
  }
}
