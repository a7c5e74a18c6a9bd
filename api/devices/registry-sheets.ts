// How does the register leave as a sheet, and come back with each bad line named?
import { type Context, Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { parseCsv } from 'hucre/csv'
import { readXlsx } from 'hucre/xlsx'
import * as v from 'valibot'
import { readSheetRows } from '../../db/reads/registry.ts'
import { importEntries } from '../../db/registry.ts'
import { DomainError } from '../../domain/case/errors.ts'
import { text } from '../../domain/case/words.ts'
import { type Cell, columns, type Entry, entriesOf } from '../../domain/duty/registry-sheet.ts'
import type { ImportView } from '../../domain/duty/views.ts'
import type { ApiEnv, Deps } from '../deps.ts'
import { sheetOf, sheetTypes } from '../exports/sheet.ts'
import { checked, shortText } from '../input.ts'
import { keptRegions, madeAlready, registryWish, signed } from './registry-wish.ts'

const asked = v.object({ format: v.optional(v.picklist(['xlsx', 'csv']), 'xlsx'), feed: v.optional(shortText, '') })
/** A text for CSV, base64 for a workbook; the body as a whole is limited to 1 MB. */
const sheet = v.strictObject({
  ...{ format: v.picklist(['xlsx', 'csv']), content: v.pipe(v.string(), v.minLength(1), v.maxLength(1_000_000)) },
  ...{ apply: v.boolean(), reason: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(500)), '') },
})
const described = (summary: string) => describeRoute({ tags: ['registry'], summary })
const mostLines = 10_000

export const createSheetRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get('/sheet', described('Devices and points in use, as a workbook or as CSV'), checked('query', asked), (c) =>
      exported(deps, c, c.req.valid('query')),
    )
    .post('/sheet', described('Read a sheet: a dry run, or done as a whole when no line is wrong'), checked('json', sheet), async (c) =>
      c.json(await imported(deps, c, c.req.valid('json'))),
    )

const exported = async (deps: Deps, c: Context<ApiEnv>, { format, feed }: v.InferOutput<typeof asked>): Promise<Response> => {
  const rows = await readSheetRows(deps.connection.db, keptRegions(c), feed)
  const heads = columns.map(({ header, kind }) => ({
    header: header.zh,
    width: 16,
    kind: kind === 'number' || kind === 'whole' || kind === 'level' ? ('number' as const) : ('text' as const),
  }))
  async function* pages() {
    yield rows.map((row) => columns.map(({ name }) => written(row[name])))
  }
  return new Response(sheetOf(format, '测点', heads, pages()), {
    headers: { 'content-type': sheetTypes[format], 'content-disposition': `attachment; filename="points.${format}"` },
  })
}

const written = (value: unknown): string | null =>
  value === null || value === undefined ? null : typeof value === 'boolean' ? (value ? '是' : '否') : String(value)

const unreadable = () => new DomainError('invalid-input', [text('文件无法读取', 'The file cannot be read')])

const rowsOf = async ({ format, content }: v.InferOutput<typeof sheet>): Promise<Cell[][]> => {
  try {
    if (format === 'csv') return parseCsv(content.replace(/^\ufeff/, '')) as Cell[][]
    const { sheets } = await readXlsx(new Uint8Array(Buffer.from(content, 'base64')))
    return (sheets[0]?.rows ?? []) as Cell[][]
  } catch {
    throw unreadable()
  }
}

const imported = async (deps: Deps, c: Context<ApiEnv>, sent: v.InferOutput<typeof sheet>): Promise<ImportView> => {
  const wish = registryWish(c, 'sheet', sent)
  if (sent.apply && sent.reason === '') throw new DomainError('invalid-input', [text('请写明理由', 'Give a reason')])
  const rows = await rowsOf(sent)
  if (rows.length - 1 > mostLines) throw new DomainError('invalid-input', [text('最多一万行', 'Ten thousand lines at most')])
  const { entries, faults } = entriesOf(rows)
  const done = sent.apply && faults.length === 0 && !(await madeAlready(deps, wish))
  const apply = done ? { ...signed(wish, sent.reason), region: regionOf(entries, wish.regions) } : null
  const outcome = await importEntries(deps.connection.db, entries, { regions: wish.regions, at: wish.at, apply })
  const all = [...faults, ...outcome.faults].sort((a, b) => a.line - b.line)
  const { devices, points } = outcome
  return { applied: sent.apply && all.length === 0, lines: entries.length, devices, points, faults: all.slice(0, 500) }
}

/** The change is on record where it lies, or with the highest region of who made it. */
const regionOf = (entries: Entry[], regions: string[]): string => {
  const named = new Set(entries.map(({ device }) => device.region))
  const [only] = named
  return named.size === 1 && only !== undefined ? only : (regions[0] ?? '')
}
