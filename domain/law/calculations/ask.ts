// How does a process ask a calculation of law, so that what two people have entered counts in a case as it does for whoever asks?
import type { CalendarSet } from '../../time/calendar.ts'
import { decreeCalendars } from '../../time/decrees.ts'
import type { CountedBy } from './calculation.ts'

/** The books of the moment: what an event, or the form that comes before it, carries. Absent: the committed ones. */
export type AskedBy = Pick<CountedBy, 'rules' | 'amounts' | 'region' | 'chosen' | 'today'> & {
  calendars?: CalendarSet | undefined
}

type Asked<Found> = {
  run: (input: unknown, calendars: CalendarSet, by?: CountedBy) => Found
}

/** What the law says by these books; `invalid-input` where the input is none. The answer is shared: nobody writes into it. */
export const askLaw = <Found>(
  calculation: Asked<Found>,
  input: Record<string, unknown>,
  { calendars = decreeCalendars, rules, amounts, region, chosen, today }: AskedBy,
): Found => {
  const answers = answersOf(calculation, calendars, rules, amounts, chosen) as Map<string, Found>
  const question = JSON.stringify([input, region, today])
  const known = answers.get(question)
  if (known !== undefined) return known
  const found = calculation.run(input, calendars, { rules, amounts, region, chosen, today })
  if (answers.size >= mostAnswers) answers.clear()
  answers.set(question, found)
  return found
}

/** Every form of a case and everybody who reads it ask the same: the same question with the same books has the same answer. */
const answersOf = (...books: (object | undefined)[]): Map<string, unknown> => {
  let place = asked
  for (const book of books) {
    const next = place.by.get(book ?? committed) ?? newPlace()
    place.by.set(book ?? committed, next)
    place = next
  }
  return place.answers
}

type Place = { by: WeakMap<object, Place>; answers: Map<string, unknown> }
const newPlace = (): Place => ({ by: new WeakMap(), answers: new Map() })
const committed = {}
const asked = newPlace()
const mostAnswers = 2_000
