// What does a case that repeats a fine day by day know of the decision that was not obeyed?
import { stringIn } from '../../model/event-reading.ts'
import { isCivilDate } from '../../model/fields.ts'

/** The decision whose party has refused to correct, its fine, the day of the order and that of the re-check. */
export type DailyBase = {
  of: string
  number: string
  fine: number
  ordered: string
  until: string
}

/** As the case that was opened for it has been told; null: it is no such case. Total. */
export const dailyIn = (event: { data: Record<string, unknown> } | undefined): DailyBase | null => {
  const [of, number] = [stringIn(event, 'refusedCase'), stringIn(event, 'refusedNumber')]
  const [ordered, until] = [stringIn(event, 'orderedOn'), stringIn(event, 'recheckedOn')]
  const fine = event?.data.originalFine
  if (of === null || number === null || typeof fine !== 'number') return null
  return isCivilDate(ordered) && isCivilDate(until) ? { of, number, fine, ordered, until } : null
}
