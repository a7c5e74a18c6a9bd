// What somebody is about to decide, in short: his choices, sums and days.
import { spellYuan } from '../../../domain/language/money.ts'
import { type Text, text } from '../../../domain/language/words.ts'
import type { Field } from '../../../domain/model/process.ts'

export type Entered = { words: Text; value: Text }

const longest = 60

/** `labels`: the words of looked-up answers, by field. The answers of `payload` that fit a line, in the order of the form; what was written at length, files and rows stay in the form. */
export const enteredIn = (
  fields: readonly Field[],
  payload: Record<string, unknown>,
  labels: Record<string, string> = {},
): Entered[] =>
  fields.flatMap((field): Entered[] => {
    const sent = payload[field.name]
    const label = labels[field.name]
    const value = typeof sent === 'string' && label ? same(label) : inWords(field, sent)
    return value === null ? [] : [{ words: field.words, value }]
  })

const inWords = (field: Field, value: unknown): Text | null => {
  if (Array.isArray(value)) return field.kind === 'choices' ? chosen(field, value) : null
  if (typeof value === 'number') return same(field.money ? spellYuan(value) : String(value))
  if (value === true) return text('是', 'Yes')
  if (typeof value !== 'string') return null
  if (field.kind === 'choice') return chosen(field, [value])
  const short = field.kind === 'date' || field.kind === 'text'
  return short && value.length <= longest ? same(value) : null
}

const same = (value: string): Text => text(value, value)

/** By their words; what was looked up is sent as an id, which nobody reads. */
const chosen = ({ choices = {} }: Field, values: readonly unknown[]): Text | null => {
  const words = values.flatMap((one) => choices[String(one)] ?? [])
  return words.length === values.length
    ? text(words.map(({ zh }) => zh).join('；'), words.map(({ en }) => en).join('; '))
    : null
}
