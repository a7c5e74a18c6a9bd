// Which kinds of answer do the forms of this process ask for, and what is accepted?
import * as v from 'valibot'
import type { Field } from '../case/process.ts'
import { type Text, text } from '../case/words.ts'

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
/** Ids of uploaded files. */
export const files = v.pipe(v.array(v.pipe(v.string(), v.uuid())), v.maxLength(20))
/** What colleagues read and nobody else: it goes with the signature. */
export const opinion = v.optional(words(2000))

export const categories = {
  fire: text('消防', 'Fire protection'),
  electricity: text('用电', 'Electricity'),
  hazchem: text('危险化学品', 'Hazardous chemicals'),
  machinery: text('机械设备', 'Machinery'),
  'special-equipment': text('特种设备', 'Special equipment'),
  'confined-space': text('有限空间', 'Confined space'),
  construction: text('建筑施工', 'Construction'),
  other: text('其他', 'Other'),
} as const satisfies Record<string, Text>

export const grades = {
  general: text('一般隐患', 'General hazard'),
  major: text('重大隐患', 'Major hazard'),
} as const satisfies Record<string, Text>

/** One field of a form; `extra` adds hint, choices or makes it optional. */
export const field = (name: string, kind: Field['kind'], zh: string, en: string, extra: Partial<Field> = {}): Field => ({
  name,
  words: text(zh, en),
  kind,
  required: true,
  ...extra,
})

export const photosField = (hint?: Text): Field =>
  field('photos', 'files', '照片', 'Photos', { required: false, ...(hint ? { hint } : {}) })
export const opinionField: Field = field('opinion', 'long-text', '内部意见', 'Internal opinion', {
  required: false,
  hint: text('仅监管部门内部可见', 'Read inside the authorities only'),
})

/** The keys of a list of choices, for `picklist`. */
export const keysOf = <Key extends string>(choices: Record<Key, Text>): [Key, ...Key[]] => Object.keys(choices) as [Key, ...Key[]]
