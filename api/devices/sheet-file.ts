// How does a sheet leave as a file, and how is one that comes in read?
import { join } from 'node:path'
import { parseCsv } from 'hucre/csv'
import type * as v from 'valibot'
import type { sheetBody } from '../../contract/devices/registry.ts'
import type { Cell, Column } from '../../domain/duty/sheet.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import { inOwnProcess } from '../http/own-process.ts'
import { sheetOf, sheetTypes } from '../http/sheet.ts'
import { checkLines, unreadable } from './sheet-lines.ts'
import type { SentWorkbook } from './workbook-reader.ts'

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

export const rowsOf = async (sent: Sent): Promise<Cell[][]> => {
  if (sent.apply && sent.reason === '')
    throw new DomainError('invalid-input', [text('请写明理由', 'Give a reason')])
  return sent.format === 'csv' ? linesOf(sent.content) : readWorkbook({ content: sent.content })
}

/** A few cells far apart, or the same line a million times, are small until they are laid out. */
const readWorkbook = inOwnProcess<SentWorkbook, Cell[][]>(
  join(import.meta.dirname, 'workbook-reader.ts'),
  {
    processes: 1,
    megabytes: 256,
    patienceMs: 20_000,
    tooMuch: text(
      '表格内容过大，请拆分后上传',
      'There is too much in the sheet; send it in several parts',
    ),
  },
)

const linesOf = (content: string): Cell[][] => {
  const rows = parsed(content.replace(/^\ufeff/, ''))
  checkLines(rows)
  return rows
}

const parsed = (content: string): Cell[][] => {
  try {
    return parseCsv(content) as Cell[][]
  } catch {
    throw unreadable()
  }
}

/** A change is on record where all its lines lie, or with the highest region of who made it. */
export const regionOf = (named: string[], kept: string[]): string => {
  const [only, ...others] = new Set(named)
  return only !== undefined && others.length === 0 ? only : (kept[0] ?? '')
}
