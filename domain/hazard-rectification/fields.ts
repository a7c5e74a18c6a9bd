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

/** Text that says something; only checks that JSON Schema knows too. */
export const words = (max: number) => v.pipe(v.string(), v.regex(/\S/), v.maxLength(max))
export const civilDate = v.pipe(
  v.string(),
  v.isoDate(),
  v.check((value) => isCivilDate(value)),
)
/** Ids of uploaded files. */
export const files = v.pipe(v.array(v.pipe(v.string(), v.uuid())), v.maxLength(20))
/** One entry a line, each saying something. */
export const lines = (most: number, max: number) => v.pipe(v.array(words(max)), v.minLength(1), v.maxLength(most))
export const moment = v.pipe(v.string(), v.isoTimestamp())
/** An outcome for each item of an order, with photos from before and after. */
export const results = v.pipe(
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

export const services = {
  'on-the-spot': text('当场送达', 'Served on the spot'),
  later: text('另行送达', 'Served later'),
} as const satisfies Record<string, Text>

export const serviceField: Field = field('service', 'choice', '送达方式', 'Service', {
  required: false,
  choices: services,
  hint: text('不选即当场送达；另行送达的，自送达之日起算', 'Left open: on the spot. Served later, its date binds from the service'),
})

export const itemsField: Field = field('items', 'lines', '整改事项', 'Items to rectify', {
  required: false,
  hint: text('每行一项；复查时逐项验收', 'One a line; each is accepted by itself'),
})

export const resultsField: Field = field('results', 'items', '逐项情况', 'Item by item', { required: false })

/** The items of the order in force, for a form that asks for each of them; without items it does not ask. */
export const withItems =
  (fields: Field[]) =>
  ({ snapshot }: CaseRecord): Field[] => {
    const items = snapshot.context.items as string[]
    return fields.flatMap((one) => (one.kind !== 'items' ? [one] : items.length > 0 ? [{ ...one, required: true, items }] : []))
  }

/** The keys of a list of choices, for `picklist`. */
export const keysOf = <Key extends string>(choices: Record<Key, Text>): [Key, ...Key[]] => Object.keys(choices) as [Key, ...Key[]]
