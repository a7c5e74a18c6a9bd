// What is a calculation of law, and what does each one answer with?
import type * as v from 'valibot'
import { DomainError } from '../../language/errors.ts'
import type { Text } from '../../language/words.ts'
import type { CalendarSet } from '../../time/calendar.ts'
import { computeTimeLimit, type Law, type TimeLimit } from '../compute.ts'
import type { TimeLimitInput } from '../input.ts'
import { parse } from '../parse.ts'
import { type Cite, citeText } from '../rules/norms.ts'

/** Every answer carries its reckoning step by step, and whether a person must confirm it. */
export type Answer = { reckoning: Text[]; provisional: boolean; reasons: Text[] }

export type Calculation = {
  /** The last part of `POST /api/calculations/{name}`. */
  name: string
  title: Text
  article: Text
  schema: v.GenericSchema
  /** Validates the input (`invalid-input` with JSON pointer) and answers. */
  run: (input: unknown, calendars: CalendarSet) => Answer & Record<string, unknown>
}

/** A calculation with its own input type; the registry sees only `Calculation`. */
export const calculation = <Schema extends v.GenericSchema, Result extends Answer>(
  name: string,
  title: Text,
  cites: readonly Cite[],
  schema: Schema,
  answer: (input: v.InferOutput<Schema>, calendars: CalendarSet) => Result,
) => ({
  name,
  title,
  article: citeText(cites),
  schema,
  run: (input: unknown, calendars: CalendarSet): Result => answer(parse(schema, input), calendars),
})

/**
 * One period of the rule book, for use inside a calculation. `start`: the one field of the calculation that it runs from, `{ served: '2026-01-30' }`;
 * whatever is wrong with it is said of that field, for nobody has asked for a `start`.
 */
export const period = (
  calendars: CalendarSet,
  rule: string,
  start: Record<string, string>,
  more: Partial<TimeLimitInput> = {},
  law: Law = {},
): TimeLimit => {
  const [[field, day] = ['', '']] = Object.entries(start)
  try {
    return computeTimeLimit({ rule, start: day, ...more }, calendars, law)
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
