// How do rows become a spreadsheet, byte by byte, without ever being whole in memory?
import { stringify } from 'csv-stringify/sync'
import { writeXlsxStream } from 'hucre/xlsx'
import { charactersOf } from '../../domain/xml.ts'

export const sheetTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const

export type SheetFormat = keyof typeof sheetTypes
/** A date stands as 'YYYY-MM-DD': a real date in a workbook, these signs in a text; a number likewise, where it is one. */
export type Column = { header: string; width: number; kind: 'text' | 'date' | 'number' }
export type Cell = string | null
/** Pages of rows, drawn only as fast as bytes are taken. */
export type Pages = AsyncGenerator<Cell[][]>

export const sheetOf = (
  format: SheetFormat,
  name: string,
  columns: Column[],
  pages: Pages,
): ReadableStream<Uint8Array> =>
  format === 'csv' ? csvOf(columns, pages) : xlsxOf(name, columns, pages)

/** UTF-8 with the mark by which Excel knows it; a text that a spreadsheet would take for a formula gets an apostrophe. */
const csvOf = (columns: Column[], pages: Pages): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder()
  const lines = (rows: Cell[][]) =>
    encoder.encode(stringify(rows, { escape_formulas: true, record_delimiter: '\r\n' }))
  return new ReadableStream(
    {
      start: (controller) => {
        controller.enqueue(Uint8Array.of(0xef, 0xbb, 0xbf))
        controller.enqueue(lines([columns.map(({ header }) => header)]))
      },
      pull: async (controller) => {
        const { value, done } = await pages.next()
        if (done) controller.close()
        else controller.enqueue(lines(value))
      },
      cancel: () => void pages.return(undefined),
    },
    { highWaterMark: 1 },
  )
}

const xlsxOf = (name: string, columns: Column[], pages: Pages): ReadableStream<Uint8Array> =>
  writeXlsxStream(workbookRows(columns, pages), {
    name,
    freezePane: { rows: 1 },
    columns: columns.map(({ header, width, kind }) => ({
      header,
      width,
      ...(kind === 'date' ? { numFmt: 'yyyy-mm-dd' } : {}),
    })),
  })

async function* workbookRows(columns: Column[], pages: Pages) {
  for await (const page of pages)
    yield* page.map((row) => row.map((cell, index) => cellOf(cell, columns[index]?.kind)))
}

const cellOf = (cell: Cell, kind: Column['kind'] | undefined) => {
  if (cell === null || cell === '') return null
  if (kind === 'number' && /^-?\d+(\.\d+)?$/.test(cell)) return Number(cell)
  return kind === 'date' ? new Date(`${cell}T00:00:00.000Z`) : charactersOf(cell)
}

/**
 * The same bytes in frames of [rows read so far, length, bytes], both numbers in 32 bits, the last one empty: who waits
 * learns how far the file has come, and that it is whole.
 */
export const framed = (
  bytes: ReadableStream<Uint8Array>,
  rowsSoFar: () => number,
): ReadableStream<Uint8Array> => {
  const frame = (chunk: Uint8Array) => {
    const out = new Uint8Array(8 + chunk.length)
    const head = new DataView(out.buffer)
    head.setUint32(0, rowsSoFar())
    head.setUint32(4, chunk.length)
    out.set(chunk, 8)
    return out
  }
  return bytes.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform: (chunk, controller) => {
        if (chunk.length > 0) controller.enqueue(frame(chunk))
      },
      flush: (controller) => controller.enqueue(frame(new Uint8Array())),
    }),
  )
}
