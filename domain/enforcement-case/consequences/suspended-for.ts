// For how long is a licence suspended, and which day is the last one (处罚法 9)?
import { type Text, text } from '../../language/words.ts'
import { isCivilDate } from '../../model/fields.ts'
import { addDays, addMonths } from '../../time/days.ts'

export const suspensionUnits = {
  day: text('日', 'Days'),
  month: text('个月', 'Months'),
} as const satisfies Record<string, Text>

type Answers = Record<string, unknown>

/**
 * 民法典 201, 202: a decision takes effect when it is served, so its days count from the next one on, and a month ends on the day of the same number.
 * Of a decision that named its last day, that one; absent where neither is said. Total.
 */
export const lastDayOf = (
  { suspendedFor, suspendedUnit, suspendedUntil }: Answers,
  { servedOn }: Answers,
): string | undefined => {
  if (typeof suspendedUntil === 'string') return suspendedUntil
  if (typeof suspendedFor !== 'number' || typeof servedOn !== 'string' || !isCivilDate(servedOn))
    return undefined
  return suspendedUnit === 'month'
    ? addMonths(servedOn, suspendedFor)
    : addDays(servedOn, suspendedFor)
}
