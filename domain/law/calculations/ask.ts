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

/** What the law says by these books; `invalid-input` where the input is none. */
export const askLaw = <Found>(
  calculation: Asked<Found>,
  input: Record<string, unknown>,
  { calendars = decreeCalendars, rules, amounts, region, chosen, today }: AskedBy,
): Found => calculation.run(input, calendars, { rules, amounts, region, chosen, today })
