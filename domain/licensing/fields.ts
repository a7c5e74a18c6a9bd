// Which answers do the forms of licensing ask for beside the general ones?
import * as v from 'valibot'
import { type Text, text } from '../language/words.ts'
import { field, files } from '../model/fields.ts'
import type { Field } from '../model/process.ts'
import type { CaseRecord } from '../model/record.ts'

export const optionalFiles = v.optional(files)
/** The number of another case as it is printed. */
export const caseNumber = v.pipe(v.string(), v.regex(/〔\d{4}〕/), v.maxLength(60))

export const photosField: Field = field('photos', 'files', '照片或附件', 'Photos or files', { required: false })

/** 许可法 38, 44 in electronic form: only who has agreed is served by his portal. */
export const electronicField: Field = field('electronic', 'boolean', '同意电子送达', 'Served electronically', {
  required: false,
  hint: text('文书在本平台打开即为送达', 'Opening a document here counts as its service'),
})

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
