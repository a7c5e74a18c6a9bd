// Which kinds of answer may the forms of any process ask for, and what is accepted?
import * as v from 'valibot'
import { type Text, text } from '../language/words.ts'
import type { Field } from './process.ts'

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
/** An instant as ISO 8601 writes it. */
export const moment = v.pipe(v.string(), v.isoTimestamp())
/** Ids of uploaded files. */
export const files = v.pipe(v.array(v.pipe(v.string(), v.uuid())), v.maxLength(20))
/** One entry a line, each saying something. */
export const lines = (most: number, max: number) => v.pipe(v.array(words(max)), v.minLength(1), v.maxLength(most))
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
/** What colleagues read and nobody else: it goes with the signature. */
export const opinion = v.optional(words(2000))

/** One field of a form; `extra` adds hint, choices or makes it optional. */
export const field = (name: string, kind: Field['kind'], zh: string, en: string, extra: Partial<Field> = {}): Field => ({
  name,
  words: text(zh, en),
  kind,
  required: true,
  ...extra,
})

export const opinionField: Field = field('opinion', 'long-text', '内部意见', 'Internal opinion', {
  required: false,
  hint: text('仅监管部门内部可见', 'Read inside the authorities only'),
})

/** The number of the document that an act makes, under that document's name: the product gives it, so its form does not ask. */
export const documentField = ({ zh, en }: Text): Field =>
  field('document', 'text', `${zh}文号`, `Number: ${en}`, { required: false, given: true })
/** Absent: the product gives it. */
export const documentNumber = v.optional(words(100))

/** The keys of a list of choices, for `picklist`. */
export const keysOf = <Key extends string>(choices: Record<Key, Text>): [Key, ...Key[]] => Object.keys(choices) as [Key, ...Key[]]
