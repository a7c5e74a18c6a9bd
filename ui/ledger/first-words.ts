// What of an entry of the ledger can stand in the form that reports it?
import type { LedgerRow } from '../../contract/self-check/self-checks.ts'
import type { Field } from '../../domain/model/process.ts'
import type { Values } from '../form/form-values.ts'
import type { Upload } from '../photo/upload.ts'

const longestTitle = 60

/** By the kind of the fields alone, whatever the process: the place, the title, the account and one's own photographs. */
export const firstWords = (fields: Field[], row: LedgerRow, self: string): Values => {
  const first = (kind: Field['kind']) =>
    fields.find((field) => field.kind === kind && field.required)?.name
  const files = fields.find(({ kind }) => kind === 'files')?.name
  const found = row.found.length > 0 ? row.found : [row.checked]
  const filled: [string | undefined, Values[string]][] = [
    [first('text'), (found[0] ?? '').slice(0, longestTitle)],
    [first('place'), row.place],
    [first('long-text'), [...found, ...(row.note ? [row.note] : [])].join('\n')],
    [
      files,
      row.by === self && row.cases.length === 0
        ? row.photos.map((photo) => storedUpload(photo, row.at))
        : undefined,
    ],
  ]
  return Object.fromEntries(
    filled.flatMap(([name, value]) =>
      name && value && value !== true && value.length > 0 ? [[name, value]] : [],
    ),
  )
}

export const storedUpload = (stored: LedgerRow['photos'][number], storedAt: string): Upload => ({
  key: stored.id,
  name: stored.name,
  type: stored.type,
  size: stored.size,
  taken: {},
  keptAt: null,
  stored,
  storedAt,
  bytes: null,
  status: 'stored',
  progress: 1,
  why: null,
})
