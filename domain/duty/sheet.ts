// How is a sheet read by the names of its columns, and what is wrong with which line?
import { type Text, text } from '../language/words.ts'

type Kind = 'text' | 'number' | 'whole' | 'yes' | 'level'
export type Column = { name: string; header: Text; kind: Kind; wanted?: true; max?: number }
export type Cell = string | number | boolean | Date | null | undefined
export type Fault = { line: number; words: Text }
/** What a line says in the column of that name. */
export type CellReader = (name: string) => string | number | boolean | null

export const column = (
  name: string,
  zh: string,
  en: string,
  kind: Kind,
  more: Partial<Column> = {},
): Column => ({
  name,
  header: text(zh, en),
  kind,
  ...more,
})

export const fault = (line: number, zh: string, en: string): Fault => ({
  line,
  words: text(zh, en),
})

/**
 * The first line names the columns, in either language; further columns are left alone. Lines are counted as a spreadsheet counts them, and one
 * with a fault is no entry.
 */
export const readSheetRows = <Entry>(
  columns: readonly Column[],
  rows: Cell[][],
  entryOf: (line: number, cell: CellReader) => { entry: Entry; faults: Fault[] },
): { entries: Entry[]; faults: Fault[] } => {
  const heads = (rows[0] ?? []).map((one) => String(one ?? '').trim())
  const place = new Map(
    columns.map(({ name, header }) => [
      name,
      heads.findIndex((head) => [name, header.zh, header.en].includes(head)),
    ]),
  )
  const absent = columns.filter(({ name, wanted }) => wanted && place.get(name) === -1)
  if (absent.length > 0)
    return {
      entries: [],
      faults: absent.map(({ header }) =>
        fault(1, `没有“${header.zh}”列`, `There is no column “${header.en}”`),
      ),
    }
  const entries: Entry[] = []
  const faults: Fault[] = []
  rows.slice(1).forEach((row, n) => {
    if (row.every((cell) => String(cell ?? '').trim() === '')) return
    const { values, faults: wrong } = readCells(columns, row, n + 2, place)
    const read =
      wrong.length > 0 ? { faults: wrong } : entryOf(n + 2, (name) => values.get(name) ?? null)
    faults.push(...read.faults)
    if ('entry' in read && read.faults.length === 0) entries.push(read.entry)
  })
  return { entries, faults }
}

const readCells = (
  columns: readonly Column[],
  row: Cell[],
  line: number,
  place: Map<string, number>,
) => {
  const faults: Fault[] = []
  const values = new Map<string, string | number | boolean | null>()
  for (const one of columns) {
    const at = place.get(one.name) ?? -1
    const read = readCell(one, at === -1 ? null : row[at])
    if (read instanceof Error)
      faults.push(fault(line, `${one.header.zh}：填写不符合要求`, `${one.header.en}: not valid`))
    else values.set(one.name, read)
  }
  return { values, faults }
}

/** An apostrophe before what looks like a formula is taken away again, as the export has put it there. */
const plain = (cell: Cell): string => {
  const written = String(cell ?? '').trim()
  return /^'[=+\-@\t\r]/.test(written) ? written.slice(1) : written
}

const readCell = (
  { kind, wanted, max = 200 }: Column,
  cell: Cell,
): string | number | boolean | null | Error => {
  const written = plain(cell)
  if (written === '') return wanted ? new Error('wanted') : null
  if (kind === 'text') return written.length > max ? new Error('long') : written
  if (kind === 'yes') return yes.get(written.toLowerCase()) ?? new Error('yes or no')
  return readNumber(kind, Number(written))
}

const readNumber = (kind: Column['kind'], n: number): number | Error => {
  if (!Number.isFinite(n)) return new Error('no number')
  if (kind === 'whole') return Number.isInteger(n) && n >= 0 && n <= 86_400 ? n : new Error('whole')
  if (kind === 'level') return [1, 2, 3, 4].includes(n) ? n : new Error('level')
  return n
}

const yes = new Map<string, boolean>([
  ...(['是', 'yes', 'true', '1'] as const).map((word) => [word, true] as const),
  ...(['否', 'no', 'false', '0'] as const).map((word) => [word, false] as const),
])

/** Both or neither, and in this country: whoever swaps the two lands abroad. */
export const misplaced = (
  line: number,
  { lon, lat }: { lon: number | null; lat: number | null },
): Fault[] => {
  if ((lon === null) !== (lat === null))
    return [fault(line, '经度、纬度须同时填写', 'Longitude and latitude go together')]
  if (lon !== null && lat !== null && !(lon > 73 && lon < 136 && lat > 3 && lat < 54))
    return [
      fault(line, '经纬度不在国内（是否填反？）', 'The place lies abroad: are the two swapped?'),
    ]
  return []
}
