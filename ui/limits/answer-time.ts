// At which time of its last day does a period end?
import type { TimeLimit } from '../../domain/law/compute.ts'

/** A period of days ends at 24:00 of its last day, as its sentence says, and not at 00:00 of the next; one of hours at its minute. */
export const answerTime = ({
  dueAt,
  rule: { unit },
}: Pick<TimeLimit, 'dueAt'> & { rule: Pick<TimeLimit['rule'], 'unit'> }): string =>
  unit === 'H' || unit === 'MIN' ? dueAt.slice(11, 16) : '24:00'
