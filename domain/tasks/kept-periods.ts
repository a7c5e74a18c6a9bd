// Which of the periods of a case has whoever works a task to keep?
import type { ProcessDefinition } from '../model/process.ts'
import type { CaseRecord, OpenTask } from '../model/record.ts'

/**
 * The case with the periods that are for this task to keep: those of its item, or of the case beside its items, and of these none that
 * its clock leaves to other tasks (`keptAt`).
 */
export const withPeriodsOf = (
  { clocks }: Pick<ProcessDefinition, 'clocks'>,
  record: CaseRecord,
  { task, item }: Pick<OpenTask, 'task' | 'item'>,
): CaseRecord => {
  const isKept = (clock: string): boolean =>
    clocks.find((one) => one.clock === clock)?.keptAt?.includes(task) ?? true
  return {
    ...record,
    obligations: record.obligations.filter((one) => one.item === item && isKept(one.clock)),
  }
}
