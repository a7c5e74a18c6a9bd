// What does the form of a correction ask, by the record and the answer that are chosen in it, and what does it send?

import { lacking } from '../../domain/engine/judging/applicable-fields.ts'
import { fill, type Text } from '../../domain/language/words.ts'
import type { Field } from '../../domain/model/process.ts'
import type { TimelineItem } from '../../domain/views/case-views.ts'
import type { CorrectableView } from '../../domain/views/corrections/correction-view.ts'
import { correctionWords as w } from './correction-words.ts'

type Data = Record<string, unknown>

/** Records that say something, by their numbers. */
export const recordsToCorrect = (
  items: TimelineItem[],
  momentWords: (at: string) => string,
): Record<string, Text> =>
  Object.fromEntries(
    items
      .filter(({ kind, fields }) => kind === 'event' && fields.length > 0)
      .map((item) => [String(item.seq), recordWords(item, momentWords(item.occurredAt))]),
  )

const recordWords = ({ seq, title, who }: TimelineItem, moment: string): Text => {
  const of = (language: 'zh' | 'en') =>
    fill(w.record, { seq, title: title[language], who: who?.[language] ?? '—', moment })[language]
  return { zh: of('zh'), en: of('en') }
}

/** The fields that may be chosen, in the order of the form. */
export const fieldChoices = ({ fields, correctable }: CorrectableView): Record<string, Text> =>
  Object.fromEntries(
    fields.filter(({ name }) => correctable.includes(name)).map(({ name, words }) => [name, words]),
  )

const bare = ({ where: _, needed: __, section: ___, hint: ____, value: _____, ...field }: Field) =>
  field

/** The chosen field, asked anew with what is stated now. */
export const asValue = (field: Field, now: Text | undefined): Field => ({
  ...bare(field),
  name: 'value',
  words: named(w.value, field.words),
  required: true,
  ...(now ? { hint: said(now) } : {}),
})

const said = (now: Text): Text => ({
  zh: fill(w.stated, { value: now.zh }).zh,
  en: fill(w.stated, { value: now.en }).en,
})

/** What the form needs besides by the new answer, and did not before; undefined: nothing. */
export const neededBeside = (
  view: CorrectableView,
  name: string,
  value: unknown,
): string | undefined => {
  const fields = view.fields.filter(({ confidential }) => !confidential)
  const open = lacking(fields, view.answers, false).map(({ field }) => field.name)
  const now = lacking(fields, { ...view.answers, [name]: value }, false)
  return now.map(({ field }) => field.name).find((one) => one !== name && !open.includes(one))
}

export const asDependent = (field: Field): Field => ({
  ...bare(field),
  name: 'dependent',
  required: true,
  hint: w.dependent,
})

const named = (words: Text, name: Text): Text => ({
  zh: fill(words, { name: name.zh }).zh,
  en: fill(words, { name: name.en }).en,
})

/** The answers as the verb takes them: one line of words each. */
export const asLines = ({ value, dependent, ...rest }: Data): Data => ({
  ...rest,
  ...(value === undefined ? {} : { value: asLine(value) }),
  ...(dependent === undefined ? {} : { dependent: asLine(dependent) }),
})

/** Several entries by lines, also a single one: it may hold what else divides them. */
const asLine = (answer: unknown): string =>
  Array.isArray(answer) ? answer.map((one) => `${String(one)}\n`).join('') : String(answer)
