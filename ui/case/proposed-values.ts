// What stands in a form whose answers have been proposed already?

import type { PhotoView } from '../../domain/evidence/photo.ts'
import type { Field } from '../../domain/model/process.ts'
import type { FactField } from '../../domain/views/answers/fact-views.ts'
import { type RowAnswer, rowsIn } from '../../domain/views/answers/value-words.ts'
import {
  cellName,
  entriesTo,
  itemName,
  rowsValue,
  type Value,
  type Values,
} from '../form/form-values.ts'
import type { Upload } from '../photo/upload.ts'

type Files = NonNullable<FactField['files']>
type ItemAnswer = {
  item: string
  passed: boolean
  note?: string
  before?: string[]
  after?: string[]
}

/**
 * The inverse of `payloadOf`: left as they are, the values are sent as they were proposed. `proposed` are the same answers as the reader
 * sees them, for the names of files.
 */
export const proposedValues = (
  fields: Field[],
  data: Record<string, unknown>,
  proposed: FactField[],
): Values => {
  const files = new Map(proposed.flatMap(filesOf).map((file) => [file.id, file]))
  return Object.fromEntries(
    fields.flatMap((field): [string, Value][] => {
      const answer = data[field.name]
      if (answer === undefined || answer === null) return []
      if (field.kind === 'items')
        return (answer as ItemAnswer[]).flatMap((one) => itemValues(field.name, one, files))
      if (field.kind === 'rows') return rowValues(field, rowsIn(answer))
      return [[field.name, formValue(field, answer, files)]]
    }),
  )
}

const filesOf = ({ files = [], items = [] }: FactField): Files => [
  ...files,
  ...items.flatMap(({ before, after }) => [...before, ...after]),
]

const formValue = ({ kind }: Field, answer: unknown, files: Map<string, Files[number]>): Value => {
  if (kind === 'boolean') return answer === true
  if (kind === 'files') return uploadsOf(answer as string[], files)
  if (kind === 'lines' || kind === 'choices') return entriesTo(answer as string[])
  if (kind === 'moment') return localMinute(String(answer))
  return String(answer)
}

/** As an input of date and time has it, in Beijing. */
const localMinute = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16)

const itemValues = (
  field: string,
  answer: ItemAnswer,
  files: Map<string, Files[number]>,
): [string, Value][] => [
  [itemName(field, answer.item, 'passed'), answer.passed ? 'passed' : 'failed'],
  ...(answer.note ? [[itemName(field, answer.item, 'note'), answer.note] as [string, Value]] : []),
  ...(['before', 'after'] as const).flatMap((part): [string, Value][] => {
    const ids = answer[part] ?? []
    return ids.length > 0 ? [[itemName(field, answer.item, part), uploadsOf(ids, files)]] : []
  }),
]

const rowValues = ({ name, columns = [] }: Field, rows: RowAnswer[]): [string, Value][] => {
  const keys = rows.map((_, index) => `r${index + 1}`)
  return [
    [name, rowsValue(keys)],
    ...rows.flatMap((row, index) =>
      columns.flatMap((column): [string, Value][] => {
        const answer = row[column.name]
        if (answer === undefined || answer === null) return []
        return [[cellName(name, keys[index]!, column.name), formValue(column, answer, new Map())]]
      }),
    ),
  ]
}

/** Stored long ago, by whoever proposed it. */
const uploadsOf = (ids: string[], files: Map<string, Files[number]>): Upload[] =>
  ids.map((id) => {
    const { name = id, type = '', size = 0 } = files.get(id) ?? {}
    const stored = { ...(files.get(id) ?? { id, name, type, size, url: '' }) } as PhotoView
    return {
      key: id,
      name,
      type,
      size,
      taken: {},
      stored,
      storedAt: null,
      keptAt: null,
      bytes: null,
      status: 'stored',
      progress: 1,
      why: null,
    }
  })
