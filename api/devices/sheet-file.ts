// How does a sheet leave as a file, and how is one that comes in read?
import { parseCsv } from 'hucre/csv'
import { readXlsx } from 'hucre/xlsx'
import type * as v from 'valibot'
import type { sheetBody } from '../../contract/devices/registry.ts'
import type { Cell, Column } from '../../domain/duty/sheet.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import { sheetOf, sheetTypes } from '../http/sheet.ts'

type Sent = v.InferOutput<typeof sheetBody>
type Named = { file: string; title: string; columns: readonly Column[] }

export const sheetFile = (
  as: Sent['format'],
  { file, title, columns }: Named,
  rows: Record<string, unknown>[],
): Response => {
  const heads = columns.map(({ header, kind }) => ({
    header: header.zh,
    width: 16,
    kind:
      kind === 'number' || kind === 'whole' || kind === 'level'
        ? ('number' as const)
        : ('text' as const),
  }))
  async function* pages() {
    yield rows.map((row) => columns.map(({ name }) => written(row[name])))
  }
  return new Response(sheetOf(as, title, heads, pages()), {
    headers: {
      'content-type': sheetTypes[as],
      'content-disposition': `attachment; filename="${file}.${as}"`,
    },
  })
}

const written = (value: unknown): string | null =>
  value === null || value === undefined
    ? null
    : typeof value === 'boolean'
      ? value
        ? '是'
        : '否'
      : String(value)

const mostLines = 10_000

export const rowsOf = async (sent: Sent): Promise<Cell[][]> => {
  if (sent.apply && sent.reason === '')
    throw new DomainError('invalid-input', [text('请写明理由', 'Give a reason')])
  const rows = await readRows(sent)
  if (rows.length - 1 > mostLines)
    throw new DomainError('invalid-input', [text('最多一万行', 'Ten thousand lines at most')])
  return rows
}

const readRows = async ({ format: as, content }: Sent): Promise<Cell[][]> => {
  try {
    if (as === 'csv') return parseCsv(content.replace(/^\ufeff/, '')) as Cell[][]
    const { sheets } = await readXlsx(new Uint8Array(Buffer.from(content, 'base64')))
    return (sheets[0]?.rows ?? []) as Cell[][]
  } catch {
    throw new DomainError('invalid-input', [text('文件无法读取', 'The file cannot be read')])
  }
}

/** A change is on record where all its lines lie, or with the highest region of who made it. */
export const regionOf = (named: string[], kept: string[]): string => {
  const [only, ...others] = new Set(named)
  return only !== undefined && others.length === 0 ? only : (kept[0] ?? '')
}
