// Which answers do the forms of this process ask for beside the general ones?
import * as v from 'valibot'
import { type Text, text } from '../language/words.ts'
import { field } from '../model/fields.ts'
import type { Field } from '../model/process.ts'
import type { CaseRecord } from '../model/record.ts'

export const moment = v.pipe(v.string(), v.isoTimestamp())

export const photosField = (hint?: Text): Field =>
  field('photos', 'files', '照片', 'Photos', { required: false, ...(hint ? { hint } : {}) })

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
