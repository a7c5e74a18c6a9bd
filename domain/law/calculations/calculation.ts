// What is a calculation of law, and what does each one answer with?
import type * as v from 'valibot'
import { DomainError } from '../../language/errors.ts'
import type { Text } from '../../language/words.ts'
import type { CalendarSet } from '../../time/calendar.ts'
import type { Day } from '../../time/days.ts'
import { type AmountRow, type CitedAmount, citedAmount } from '../amounts/amount.ts'
import { type AmountBook, amountOn } from '../amounts/book.ts'
import { computeTimeLimit, type Law, type TimeLimit } from '../compute.ts'
import type { TimeLimitInput } from '../input.ts'
import { parse } from '../parse.ts'
import type { RuleBook } from '../rule-book.ts'
import { type Cite, citeText } from '../rules/norms.ts'

/** Every answer carries its reckoning step by step, and whether a person must confirm it. */
export type Answer = { reckoning: Text[]; provisional: boolean; reasons: Text[] }

/** What a calculation counts by beside the calendars; absent: the committed book, everywhere, on no day in particular. */
export type CountedBy = {
  rules?: RuleBook | undefined
  amounts?: AmountBook | undefined
  region?: string | undefined
  /** The day on which the question is asked, where it names none. */
  today?: Day | undefined
  /** Versions that somebody else has chosen: those that a case is counted by, or that are being tried out. */
  chosen?: readonly AmountRow[] | undefined
}

/** The same as a calculation reads it. */
export type CountingLaw = {
  calendars: CalendarSet
  rules: RuleBook | undefined
  region: string | undefined
  today: Day | undefined
  /** The version of an amount that counts on a day; the answer says that it was counted by it. */
  amount: (id: string, on: Day) => AmountRow
}

export type Calculation = {
  /** The last part of `POST /api/calculations/{name}`. */
  name: string
  title: Text
  article: Text
  schema: v.GenericSchema
  /** Validates the input (`invalid-input` with JSON pointer) and answers. */
  run: (
    input: unknown,
    calendars: CalendarSet,
    by?: CountedBy,
  ) => Answer & { countedBy: CitedAmount[] } & Record<string, unknown>
}

/** A calculation with its own input type; the registry sees only `Calculation`. */
export const calculation = <Schema extends v.GenericSchema, Result extends Answer>(
  name: string,
  title: Text,
  cites: readonly Cite[],
  schema: Schema,
  answer: (input: v.InferOutput<Schema>, law: CountingLaw) => Result,
) => ({
  name,
  title,
  article: citeText(cites),
  schema,
  run: (input: unknown, calendars: CalendarSet, by: CountedBy = {}) => {
    const used = new Map<string, AmountRow>()
    const result = answer(parse(schema, input), lawFor(calendars, by, used))
    const rows = [...used.values()]
    return {
      ...result,
      ...doubts(result, ...rows.map((row) => doubt(row.doubt))),
      countedBy: rows.map(citedAmount),
    }
  },
})

const lawFor = (
  calendars: CalendarSet,
  { rules, amounts, region, today, chosen = [] }: CountedBy,
  used: Map<string, AmountRow>,
): CountingLaw => ({
  calendars,
  rules,
  region,
  today,
  amount: (id, on) => {
    const row = chosen.find((one) => one.id === id) ?? amountOn(id, on, { region }, amounts)
    used.set(id, row)
    return row
  },
})

/** Later than any law: the newest version counts. */
export const newestLaw = '2100-12-31'

/** The day whose law counts: that of the question, else the day on which it is asked, else that of the newest law. */
export const dayAsked = (date: Day | undefined, { today }: Pick<CountingLaw, 'today'>): Day =>
  date ?? today ?? newestLaw

/**
 * One period of the rule book, for use inside a calculation. `start`: the one field of the calculation that it runs from, `{ served: '2026-01-30' }`;
 * whatever is wrong with it is said of that field, for nobody has asked for a `start`.
 */
export const period = (
  { calendars, rules, region }: Pick<CountingLaw, 'calendars' | 'rules' | 'region'>,
  rule: string,
  start: Record<string, string>,
  more: Partial<TimeLimitInput> = {},
  law: Law = {},
): TimeLimit => {
  const [[field, day] = ['', '']] = Object.entries(start)
  const here = region === undefined ? {} : { region }
  try {
    return computeTimeLimit({ rule, start: day, ...here, ...more }, calendars, { rules, ...law })
  } catch (error) {
    throw error instanceof DomainError ? withField(field, error) : error
  }
}

const withField = (field: string, { code, reasons, details }: DomainError): DomainError => {
  const pointer = `/${field}`
  const errors = reasons.map((reason) => ({ pointer, reason }))
  return new DomainError(code, reasons, {
    ...details,
    pointer,
    errors,
    fields: { [field]: reasons[0] },
  })
}

/** `provisional` and the different reasons of several periods taken together. */
export const doubts = (
  ...limits: Pick<Answer, 'provisional' | 'reasons'>[]
): Pick<Answer, 'provisional' | 'reasons'> => {
  const reasons = new Map(
    limits.flatMap((limit) => limit.reasons).map((reason) => [reason.zh, reason]),
  )
  return {
    provisional: limits.some(({ provisional }) => provisional),
    reasons: [...reasons.values()],
  }
}

/** Doubt about a number that no text confirms ([M]), or none. */
export const doubt = (reason: Text | null): Pick<Answer, 'provisional' | 'reasons'> => ({
  provisional: reason !== null,
  reasons: reason ? [reason] : [],
})
