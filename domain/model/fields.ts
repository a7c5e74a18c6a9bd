// Which kinds of answer may the forms of any process ask for, and what is accepted?
import * as v from 'valibot'
import { mostFiles } from '../evidence/upload.ts'
import type { Text } from '../language/words.ts'
import { toMillis } from '../time/days.ts'

/** A date that the calendar has: not 31 February. */
export const isCivilDate = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^[12]\d{3}-\d{2}-\d{2}$/.test(value) &&
  Number.isFinite(Date.parse(`${value}T00:00:00Z`)) &&
  new Date(`${value}T00:00:00Z`).toISOString().startsWith(value)

/** Text that says something; only checks that JSON Schema knows too. */
export const words = (max: number) => v.pipe(v.string(), v.regex(/\S/), v.maxLength(max))
export const civilDate = v.pipe(
  v.string(),
  v.isoDate(),
  v.check((value) => isCivilDate(value)),
)
const isMoment = (value: string): boolean =>
  /^[12]\d{3}-/.test(value) && value.slice(0, 4) <= '2200' && toMillis(value) !== null

/** An instant as ISO 8601 writes it and a clock shows it: not 31 February, and no year beyond reckoning. */
export const moment = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.check((value) => isMoment(value)),
)
/** Ids of uploaded files. */
export const files = v.pipe(v.array(v.pipe(v.string(), v.uuid())), v.maxLength(mostFiles))
/** One entry a line, each saying something. */
export const lines = (most: number, max: number) =>
  v.pipe(v.array(words(max)), v.minLength(1), v.maxLength(most))
/** No form takes more rows than a person looks through. */
export const mostFieldRows = 100

/** Rows of one or more, each with these columns and nothing besides. */
export const fieldRows = (columns: Record<string, v.GenericSchema>, most: number) =>
  v.pipe(
    v.array(v.strictObject(columns)),
    v.minLength(1),
    v.maxLength(most, `最多${most}行 | ${most} rows at most`),
  )
/** What was reckoned, each step in both languages. */
export const reckoningSteps = v.array(v.strictObject({ zh: v.string(), en: v.string() }))
/** An answer to each of several items, with its files. */
export const itemAnswers = v.pipe(
  v.array(
    v.strictObject({
      item: words(200),
      passed: v.boolean(),
      note: v.optional(words(500)),
      before: v.optional(files),
      after: v.optional(files),
    }),
  ),
  v.maxLength(30),
)
/** The keys of a list of choices, for `picklist`. */
export const keysOf = <Key extends string>(choices: Record<Key, Text>): [Key, ...Key[]] =>
  Object.keys(choices) as [Key, ...Key[]]
