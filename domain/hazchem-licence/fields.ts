// Which kinds of answer do the forms of this process ask for, and what is accepted?
import * as v from 'valibot'
import type { Field } from '../case/process.ts'
import type { CaseRecord } from '../case/record.ts'
import { type Text, text } from '../case/words.ts'

/** A date that the calendar has: not 31 February. */
export const isCivilDate = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^[12]\d{3}-\d{2}-\d{2}$/.test(value) &&
  Number.isFinite(Date.parse(`${value}T00:00:00Z`)) &&
  new Date(`${value}T00:00:00Z`).toISOString().startsWith(value)

export const words = (max: number) => v.pipe(v.string(), v.regex(/\S/), v.maxLength(max))
export const civilDate = v.pipe(
  v.string(),
  v.isoDate(),
  v.check((value) => isCivilDate(value)),
)
/** Ids of uploaded files. */
export const files = v.pipe(v.array(v.pipe(v.string(), v.uuid())), v.maxLength(20))
export const optionalFiles = v.optional(files)
export const lines = v.pipe(v.array(words(200)), v.minLength(1), v.maxLength(30))
/** The number of another case as it is printed. */
export const caseNumber = v.pipe(v.string(), v.regex(/〔\d{4}〕/), v.maxLength(60))
/** An answer to each thing asked for, with its files. */
export const answers = v.pipe(
  v.array(
    v.strictObject({
      item: words(200),
      passed: v.boolean(),
      note: v.optional(words(500)),
      before: optionalFiles,
      after: optionalFiles,
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
export const photosField: Field = field('photos', 'files', '照片或附件', 'Photos or files', { required: false })

/** The number of the document that an act issues, under that document's name. */
export const documentField = ({ zh, en }: Text): Field => field('document', 'text', `${zh}文号`, `Number: ${en}`)

export const itemsField = (zh: string, en: string): Field =>
  field('items', 'lines', zh, en, { hint: text('每行一项，逐项答复', 'One a line; each is answered by itself') })

export const answersField = (words: Text, given: Text, notGiven: Text): Field => ({
  name: 'answers',
  words,
  kind: 'items',
  required: true,
  choices: { passed: given, failed: notGiven },
  attached: text('材料或照片', 'Papers or photos'),
})

/** What was asked for, item by item, and nothing else. */
export const withAsked =
  (fields: Field[]) =>
  ({ snapshot }: CaseRecord): Field[] =>
    fields.map((one) => (one.kind === 'items' ? { ...one, items: snapshot.context.asked as string[] } : one))

/** The keys of a list of choices, for `picklist`. */
export const keysOf = <Key extends string>(choices: Record<Key, Text>): [Key, ...Key[]] => Object.keys(choices) as [Key, ...Key[]]
