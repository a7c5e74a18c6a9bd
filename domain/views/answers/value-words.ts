// What does an answer in a form say in words, and which files does it name?

import { spellYuan } from '../../language/money.ts'
import { type Text, text } from '../../language/words.ts'
import { grouped } from '../../law/amounts/in-words.ts'
import type { Field } from '../../model/process.ts'
import { civilMoment } from '../../time/instant.ts'
import type { FactField, FileView, ItemView, RowTable } from './fact-views.ts'

/** An outcome for one item, as a form of kind `items` sends it. */
export type ItemAnswer = {
  item: string
  passed: boolean
  note?: string
  before?: string[]
  after?: string[]
}

const outcomes = { passed: text('合格', 'Passed'), failed: text('不合格', 'Failed') }

/** Digits stand in groups from here on; a year does not. */
const LONG = 10_000
const plain = (value: unknown): Text => text(String(value), String(value))
const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []

/** What comes from outside may be anything; only what has the shape of an answer is read as one. */
export const itemAnswers = (value: unknown): ItemAnswer[] =>
  Array.isArray(value)
    ? value.filter(
        (one): one is ItemAnswer => typeof one === 'object' && one !== null && 'item' in one,
      )
    : []

export type RowAnswer = Record<string, unknown>

/** The rows of an answer; only what has the shape of a row is read as one. */
export const rowsIn = (value: unknown): RowAnswer[] =>
  Array.isArray(value)
    ? value.filter(
        (one): one is RowAnswer => typeof one === 'object' && one !== null && !Array.isArray(one),
      )
    : []

const isOpen = (value: unknown): boolean => value === undefined || value === null || value === ''

/** One cell in words; one left open says nothing. */
export const cellWords = (column: Field, row: RowAnswer): Text =>
  isOpen(row[column.name]) ? plain('') : valueWords(column, row[column.name])

/** A row in one sentence: what was filled in, each under the name of its column. */
export const rowWords = ({ columns = [] }: Pick<Field, 'columns'>, row: RowAnswer): Text => {
  const said = columns.flatMap((column) => {
    if (isOpen(row[column.name])) return []
    const cell = valueWords(column, row[column.name])
    return [text(`${column.words.zh} ${cell.zh}`, `${column.words.en} ${cell.en}`)]
  })
  return text(said.map(({ zh }) => zh).join('，'), said.map(({ en }) => en).join(', '))
}

/** Rows as they stand in a table, without the columns that no row has filled in though it might. */
const tableOf = ({ columns = [] }: Field, value: unknown): RowTable => {
  const rows = rowsIn(value)
  const shown = columns.filter(
    ({ required, name }) => required || rows.some((row) => !isOpen(row[name])),
  )
  return {
    heads: shown.map(({ words }) => words),
    rows: rows.map((row) => shown.map((column) => cellWords(column, row))),
  }
}

/** How an answer that is more than one line is laid out: rows as a table, lines one by one; of others nothing. */
export const layoutOf = (field: Field, value: unknown): { table?: RowTable; list?: Text[] } => {
  if (field.kind === 'rows') return { table: tableOf(field, value) }
  const list = field.kind === 'choices' ? null : listOf(field, value)
  return list ? { list } : {}
}

export const outcomeWords = ({ choices }: Pick<Field, 'choices'>, passed: boolean): Text => {
  const key = passed ? 'passed' : 'failed'
  return choices?.[key] ?? outcomes[key]
}

/** The ids of all files that an answer names, also those that stand inside its items. */
export const filesIn = ({ kind }: Field, value: unknown): string[] => {
  if (kind === 'files') return strings(value)
  return kind === 'items'
    ? itemAnswers(value).flatMap(({ before, after }) => [...strings(before), ...strings(after)])
    : []
}

const numberText = ({ money }: Field, value: number): string => {
  if (money) return spellYuan(value)
  return Math.abs(value) < LONG ? String(value) : grouped(String(value))
}

/** A value in words: choices and yes/no from the form, long numbers in groups, everything else as it was written. */
export const valueWords = (field: Field, value: unknown): Text => {
  if (field.kind === 'files')
    return text(`${strings(value).length} 个文件`, `${strings(value).length} files`)
  if (field.kind === 'boolean') return value === true ? text('是', 'Yes') : text('否', 'No')
  if (field.kind === 'moment' && Number.isFinite(Date.parse(String(value))))
    return plain(civilMoment(String(value)))
  if (field.kind === 'items' && Array.isArray(value)) return counted(field, itemAnswers(value))
  if (field.kind === 'number' && typeof value === 'number') return plain(numberText(field, value))
  const list = listOf(field, value)
  if (list) return text(list.map(({ zh }) => zh).join('；'), list.map(({ en }) => en).join('; '))
  return field.choices?.[String(value)] ?? plain(value)
}

const isText = (value: unknown): value is Text =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value

/** The entries of an answer that has several, one by one. */
const listOf = (field: Field, value: unknown): Text[] | null => {
  const { kind, choices } = field
  if (!Array.isArray(value)) return null
  if (kind === 'rows')
    return rowsIn(value).map((row, at) => {
      const { zh, en } = rowWords(field, row)
      return text(`${at + 1}. ${zh}`, `${at + 1}. ${en}`)
    })
  if (kind === 'reckoning') return value.filter(isText).map(({ zh, en }) => text(zh, en))
  if (kind === 'choices') return strings(value).map((one) => choices?.[one] ?? plain(one))
  return kind === 'lines' ? strings(value).map(plain) : null
}

const counted = (field: Field, items: ItemAnswer[]): Text => {
  const parts = [true, false].flatMap((passed) => {
    const n = items.filter((one) => one.passed === passed).length
    const words = outcomeWords(field, passed)
    return n > 0 ? [text(`${words.zh} ${n} 项`, `${words.en}: ${n}`)] : []
  })
  return text(parts.map(({ zh }) => zh).join('，'), parts.map(({ en }) => en).join(', '))
}

/** The parts of an answer beside its words; `find` turns ids into the files that the reader may see. */
export const partsOf = (
  field: Field,
  value: unknown,
  find: (ids: string[]) => FileView[],
): Pick<FactField, 'files' | 'list' | 'items'> => {
  if (field.kind === 'files') return { files: find(strings(value)) }
  if (field.kind === 'items')
    return { items: itemAnswers(value).map((one) => itemOf(field, one, find)) }
  const list = listOf(field, value)
  return list ? { list } : {}
}

const itemOf = (
  field: Field,
  { item, passed, note, before, after }: ItemAnswer,
  find: (ids: string[]) => FileView[],
): ItemView => ({
  item,
  passed,
  words: outcomeWords(field, passed),
  note: note ?? null,
  before: find(strings(before)),
  after: find(strings(after)),
  ...(field.attached ? { attached: field.attached } : {}),
})
