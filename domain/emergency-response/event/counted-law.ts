// By which amounts is an event counted that happened on a day?
import type { AmountRow } from '../../law/amounts/amount.ts'
import { type AmountBook, enteredAmountsOn } from '../../law/amounts/book.ts'
import type { Day } from '../../time/days.ts'
import { civilDate, type Instant } from '../../time/instant.ts'
import { emergencyAmountIds } from './amounts.ts'
import type { CountedEvent } from './figures.ts'

/** The law of the day of the event counts, also where that day was wrong at first. */
export const atOtherDay = (
  happenedAt: Instant,
  { countedBy }: Pick<CountedEvent, 'countedBy'>,
  law: CountedLaw,
) => {
  const accidentOn = civilDate(happenedAt)
  const now = countedOn(accidentOn, law)
  return {
    happenedAt,
    accidentOn,
    ...(now.length > 0 || countedBy ? { countedBy: now } : {}),
  }
}

type CountedLaw = { amounts?: AmountBook; region?: string }

/** Of the amounts in force on a day those that were entered, also such as were approved after it. */
export const countedOn = (day: Day, law: CountedLaw | undefined): AmountRow[] =>
  enteredAmountsOn(emergencyAmountIds, day, { region: law?.region, running: true }, law?.amounts)

/** Whether other versions of the amounts count. */
export const isOtherLaw = (before: CountedEvent, after: CountedEvent): boolean =>
  versions(before) !== versions(after)
const versions = ({ countedBy = [] }: CountedEvent): string =>
  countedBy.map(({ id, version }) => `${id}@${version}`).join(' ')
