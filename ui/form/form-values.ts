// What stands in the fields of a form, what is wrong with it, and what is sent?

import { fill, type Text } from '../../domain/language/words.ts'
import type { Field } from '../../domain/model/process.ts'
import type { Upload } from '../photo/upload.ts'
import { formWords as w } from '../screen/form-words.ts'
import type { Mistake } from './error-summary.tsx'
import { rowFieldWords } from './row-words.ts'

/**
 * A field with several answers holds them a line each; the parts of an item stand under names of their own, and so do the cells of rows,
 * whose field holds the keys of its rows, a line each.
 */
export type Value = string | boolean | Upload[] | undefined
export type Values = Record<string, Value>
export type ItemPart = 'passed' | 'note' | 'before' | 'after'

export const isUploads = (value: Value): value is Upload[] => Array.isArray(value)
const empty = (value: Value) =>
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (isUploads(value) && value.length === 0)

/** By the words of the item, so that a changed order never moves an outcome to another item. */
export const itemName = (field: string, item: string, part: ItemPart) =>
  `${field}.${item.trim().replace(/\s+/g, '_')}.${part}`

export const entriesOf = (value: Value): string[] =>
  typeof value === 'string'
    ? value
        .split('\n')
        .map((one) => one.trim())
        .filter((one) => one !== '')
    : []

export const entriesTo = (entries: string[]): string => entries.join('\n')

/** By the key of the row, which it keeps wherever it is moved to. */
export const cellName = (field: string, key: string, column: string) => `${field}.${key}.${column}`

export const rowKeys = ({ name }: Pick<Field, 'name'>, values: Values): string[] =>
  entriesOf(values[name])

/** What the field of rows holds; a draft forgets what is empty, and that all rows were removed must not be forgotten. */
export const rowsValue = (keys: readonly string[]): string =>
  keys.length > 0 ? keys.join('\n') : '\n'

/** One that no row has, nor had while this form was filled in: what stood in a removed row must not come back. */
export const nextRowKey = ({ name }: Pick<Field, 'name'>, values: Values): string => {
  const used = [
    ...entriesOf(values[name]),
    ...Object.keys(values).flatMap((one) =>
      one.startsWith(`${name}.`) ? [one.slice(name.length + 1).split('.')[0] ?? ''] : [],
    ),
  ]
  return `r${Math.max(0, ...used.map((key) => Number(/^r(\d+)$/.exec(key)?.[1] ?? 0))) + 1}`
}

/** The order after a row has changed places with the one above (-1) or below it (1); at the end it stays. */
export const movedRow = (keys: readonly string[], key: string, step: -1 | 1): string[] => {
  const other = keys[keys.indexOf(key) + step]
  if (other === undefined || !keys.includes(key)) return [...keys]
  return keys.map((one) => (one === key ? other : one === other ? key : one))
}

/** The cells of one row as fields of their own. */
export const cellsOf = ({ name, columns = [] }: Field, key: string): Field[] =>
  columns.map((column) => ({ ...column, name: cellName(name, key, column.name) }))

/** The rows in which something stands: one left empty is not sent. */
export const filledRows = (field: Field, values: Values): string[] =>
  rowKeys(field, values).filter((key) =>
    cellsOf(field, key).some(({ name }) => !empty(values[name])),
  )

const named = (template: Text, name: Text): Text => ({
  zh: fill(template, { name: name.zh }).zh,
  en: fill(template, { name: name.en }).en,
})

const missingWords = ({ kind, words }: Field): Text =>
  named(
    kind === 'choice' || kind === 'choices'
      ? w.missingChoice
      : kind === 'files'
        ? w.missingFiles
        : w.missing,
    words,
  )

const fileMistake = (field: string, value: Value): Mistake | null =>
  isUploads(value) && value.some((one) => one.status !== 'stored')
    ? { field, words: value.some((one) => one.status === 'failed') ? w.failedFiles : w.uploading }
    : null

const momentOf = (value: Value): number => Date.parse(`${String(value).trim()}:00+08:00`)

export const mistakesIn = (field: Field, values: Values): Mistake[] => {
  const value = values[field.name]
  if (field.kind === 'boolean') return []
  if (field.kind === 'items') return itemMistakes(field, values)
  if (field.kind === 'rows') return rowMistakes(field, values)
  if (empty(value)) return field.required ? [{ field: field.name, words: missingWords(field) }] : []
  if (field.kind === 'number' && !Number.isFinite(Number(value)))
    return [{ field: field.name, words: named(w.notNumber, field.words) }]
  if (field.kind === 'moment' && Number.isNaN(momentOf(value)))
    return [{ field: field.name, words: named(w.notMoment, field.words) }]
  return [fileMistake(field.name, value)].flatMap((one) => one ?? [])
}

/** All items or none: an outcome that is missing leaves open whether anybody has looked. */
const itemMistakes = (field: Field, values: Values): Mistake[] => {
  const items = field.items ?? []
  const partOf = (item: string, part: ItemPart) => values[itemName(field.name, item, part)]
  const begun = items.some((item) =>
    (['passed', 'note', 'before', 'after'] as const).some((part) => !empty(partOf(item, part))),
  )
  if (!begun && !field.required) return []
  return items.flatMap((item) => [
    ...(empty(partOf(item, 'passed'))
      ? [
          {
            field: itemName(field.name, item, 'passed'),
            words: named(w.missingOutcome, { zh: item, en: item }),
          },
        ]
      : []),
    ...(['before', 'after'] as const).flatMap(
      (part) => fileMistake(itemName(field.name, item, part), partOf(item, part)) ?? [],
    ),
  ])
}

/** Each cell is told with the number of its row, as it stands on the screen. */
const rowMistakes = (field: Field, values: Values): Mistake[] => {
  const filled = filledRows(field, values)
  if (filled.length === 0)
    return field.required
      ? [{ field: field.name, words: named(rowFieldWords.missingRows, field.words) }]
      : []
  return rowKeys(field, values).flatMap((key, index) =>
    filled.includes(key)
      ? cellsOf(field, key).flatMap((cell) =>
          mistakesIn({ ...cell, words: inRow(index, cell.words) }, values),
        )
      : [],
  )
}

const inRow = (index: number, words: Text): Text =>
  named(fill(rowFieldWords.cellOf, { n: index + 1 }), words)

/** Only what was filled is sent; numbers as numbers, files by their id, moments as instants. */
export const payloadOf = (fields: Field[], values: Values): Record<string, unknown> =>
  Object.fromEntries(
    fields.flatMap((field): [string, unknown][] => {
      const value = answerOf(field, values)
      return value === undefined ? [] : [[field.name, value]]
    }),
  )

const answerOf = (field: Field, values: Values): unknown => {
  const value = values[field.name]
  if (field.kind === 'items') return itemAnswersOf(field, values)
  if (field.kind === 'rows') return rowAnswersOf(field, values)
  // Left unticked is an answer where one must be given.
  if (field.kind === 'boolean') return value === true ? true : field.required ? false : undefined
  if (empty(value)) return undefined
  if (isUploads(value)) return idsOf(value)
  if (field.kind === 'lines' || field.kind === 'choices') return entriesOf(value)
  if (field.kind === 'moment') return new Date(momentOf(value)).toISOString()
  return field.kind === 'number' ? Number(value) : String(value).trim()
}

const idsOf = (value: Value): string[] =>
  isUploads(value) ? value.flatMap((one) => one.stored?.id ?? []) : []

const itemAnswersOf = ({ name, items = [] }: Field, values: Values): unknown => {
  const answers = items.flatMap((item) => {
    const partOf = (part: ItemPart) => values[itemName(name, item, part)]
    const note = String(partOf('note') ?? '').trim()
    const [before, after] = [idsOf(partOf('before')), idsOf(partOf('after'))]
    if (empty(partOf('passed'))) return []
    return [
      {
        item,
        passed: partOf('passed') === 'passed',
        ...(note ? { note } : {}),
        ...(before.length > 0 ? { before } : {}),
        ...(after.length > 0 ? { after } : {}),
      },
    ]
  })
  return answers.length > 0 ? answers : undefined
}

const rowAnswersOf = (field: Field, values: Values): unknown => {
  const { columns = [] } = field
  const rows = filledRows(field, values).map((key) => {
    const cells = payloadOf(cellsOf(field, key), values)
    return Object.fromEntries(
      columns.flatMap(({ name }) => {
        const answer = cells[cellName(field.name, key, name)]
        return answer === undefined ? [] : [[name, answer]]
      }),
    )
  })
  return rows.length > 0 ? rows : undefined
}

/** Where on the screen a fault lies that the server has named: a field, or a cell of the row that was sent at this place. */
export const shownAt = (path: string, fields: readonly Field[], values: Values): string | null => {
  const field = fields.find(({ name }) => path === name || path.startsWith(`${name}.`))
  if (!field) return null
  const [row, column] = path.slice(field.name.length + 1).split('.')
  const key = field.kind === 'rows' && row ? filledRows(field, values)[Number(row)] : undefined
  const [first] = field.columns ?? []
  const known = field.columns?.find(({ name }) => name === column) ?? first
  return key === undefined || !known ? field.name : cellName(field.name, key, known.name)
}
