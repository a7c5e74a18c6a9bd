// What does a form ask of somebody who wants one answer of a record corrected, and what waits for approval?
import { typedAnswer } from '../../engine/judging/correction.ts'
import { correctableFields } from '../../engine/judging/judge-corrections.ts'
import { type Text, text } from '../../language/words.ts'
import { isAnswered, maskOf, secretNamed } from '../../model/confidential.ts'
import type { WantedCorrection } from '../../model/corrections/wanted-correction.ts'
import type { LookedUp } from '../../model/decision-context.ts'
import { definitionOf, type Field, type ProcessDefinition } from '../../model/process.ts'
import type { CaseRecord } from '../../model/record.ts'
import { valueWords } from '../answers/value-words.ts'

type Data = Record<string, unknown>

/** The form of the record, which of its answers may be corrected, and what is stated today; nothing confidential, and of an item only what may be asked of it. */
export type CorrectableView = {
  seq: number
  title: Text
  fields: Field[]
  correctable: string[]
  answers: Data
  /** The same in words. */
  stated: Record<string, Text>
}

export const correctableView = (
  process: ProcessDefinition,
  record: CaseRecord,
  fact: NonNullable<LookedUp['fact']>,
): CorrectableView => {
  const definition = definitionOf(process, fact.type)
  const correctable = correctableFields(process, record, fact).map(({ name }) => name)
  const all = definition?.fields.filter(({ systemSupplied }) => !systemSupplied) ?? []
  const fields =
    fact.data.item === undefined ? all : all.filter(({ name }) => correctable.includes(name))
  const open = fields.filter(
    ({ name, confidential }) => !confidential && isAnswered(fact.data[name]),
  )
  return {
    seq: fact.seq,
    title: definition?.words ?? text(fact.type, fact.type),
    fields,
    correctable,
    answers: Object.fromEntries(open.map(({ name }) => [name, fact.data[name]])),
    stated: Object.fromEntries(
      open.map((field) => [field.name, valueWords(field, fact.data[field.name])]),
    ),
  }
}

/** An answer of a form of the process as it is to be, in words; also as it was sent, in one text. */
export const correctedWords = (
  process: ProcessDefinition,
  about: unknown,
  name: string,
  value: unknown,
): { label: Text; value: Text; confidential?: true } => {
  const field =
    definitionOf(process, String(about))?.fields.find((one) => one.name === name) ??
    secretNamed(process, name)
  if (!field) return { label: text(name, name), value: text(String(value), String(value)) }
  const { words: label } = field
  if (field.confidential) return { label, value: maskOf(field), confidential: true }
  const is = typeof value === 'string' ? typedAnswer(field.kind, value) : value
  return { label, value: isAnswered(is) ? valueWords(field, is) : nothing }
}
const nothing = text('（空）', '(nothing)')

/** What waits for approval, by the numbers of the records. */
export const waitingCorrections = (
  process: ProcessDefinition,
  { corrections }: Pick<CaseRecord, 'corrections'>,
): Record<string, Text> =>
  Object.fromEntries(
    Object.entries(corrections).map(([seq, wanted]) => [seq, waitingWords(process, seq, wanted)]),
  )

const waitingWords = (
  process: ProcessDefinition,
  seq: string,
  { about, data, reason }: WantedCorrection,
): Text => {
  const title = definitionOf(process, about)?.words ?? text(about, about)
  const is = Object.entries(data).map(([name, value]) =>
    correctedWords(process, about, name, value),
  )
  const shown = (language: 'zh' | 'en') =>
    is.map(({ label, value }) => `${label[language]} → ${value[language]}`)
  return text(
    `第${seq}号记录“${title.zh}”：${shown('zh').join('；')}（理由：${reason}）`,
    `Record ${seq} “${title.en}”: ${shown('en').join('; ')} (because: ${reason})`,
  )
}
