// How does a whole list leave the product as a file?
import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import {
  exportCasesQuery,
  exportClocksQuery,
  exportInboxQuery,
  exportLicencesQuery,
} from '../../contract/exports/exports.ts'
import { countAll, readAll } from '../../db/search/export-reads.ts'
import { recordExport } from '../../db/search/exports.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import { audienceOf, isStaff } from '../../domain/organisation/policy.ts'
import { civilDate } from '../../domain/time/instant.ts'
import { createChangeExport } from '../change/change-export.ts'
import { type ApiEnv, type Deps, decisionContextOf } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import {
  type Cell,
  framed,
  type Pages,
  type SheetFormat,
  sheetOf,
  sheetTypes,
} from '../http/sheet.ts'
import { licenceQueryOf } from '../licences/licences.ts'
import {
  casesExport,
  clocksExport,
  columnsIn,
  type ExportList,
  type Eyes,
  inboxExport,
  licencesExport,
} from './export-lists.ts'
import { paced } from './export-pace.ts'
import { createSlots, endOf, type Slots, untilEnd } from './export-stream.ts'

const mostRows = 200_000
/** Rows put into words before others get their turn. */
const breath = 100

type Asked = { format: SheetFormat; lang: 'zh' | 'en'; progress: '0' | '1' }

const described = (summary: string) => describeRoute({ tags: ['exports'], summary })

/** `others`: how many requests are being answered just now. */
export const createExportRoutes = (deps: Deps, others: () => number) => {
  const doors = { take: createSlots(), others }
  return new Hono<ApiEnv>()
    .route('/', createChangeExport(deps))
    .route('/', ofCases(deps, doors))
    .get(
      '/licences',
      described('The register of licences in scope as a workbook or CSV'),
      checked('query', exportLicencesQuery),
      (c) => {
        const { format, lang, progress, ...filter } = c.req.valid('query')
        const query = licenceQueryOf(filter, civilDate(c.var.at))
        return send(deps, c, { format, lang, progress }, licencesExport(query), filter, doors)
      },
    )
    .get(
      '/clocks',
      described('All running limits in scope as a workbook or CSV'),
      checked('query', exportClocksQuery),
      (c) => {
        if (!isStaff(c.var.actor))
          throw new DomainError('not-allowed', [
            text('供监管人员使用', 'For the people of the authorities'),
          ])
        const { format, lang, progress, ...filter } = c.req.valid('query')
        return send(
          deps,
          c,
          { format, lang, progress },
          clocksExport(filter, c.var.at),
          filter,
          doors,
        )
      },
    )
}

const ofCases = (deps: Deps, doors: Doors) =>
  new Hono<ApiEnv>()
    .get(
      '/cases',
      described('The whole list of cases in scope as a workbook or CSV'),
      checked('query', exportCasesQuery),
      (c) => {
        const { process, status, q, ...asked } = c.req.valid('query')
        return send(
          deps,
          c,
          asked,
          casesExport({ process: process || null, status: status ?? null, q: q || null }),
          { process, status, q },
          doors,
        )
      },
    )
    .get(
      '/inbox',
      described('One whole box of a person as a workbook or CSV'),
      checked('query', exportInboxQuery),
      (c) => {
        const { actor } = c.var
        if (actor.kind !== 'person')
          throw new DomainError('not-allowed', [
            text('只有人有收件箱', 'Only people have an inbox'),
          ])
        const { box, process, ...asked } = c.req.valid('query')
        return send(
          deps,
          c,
          asked,
          inboxExport(actor, { box, process: process || null }),
          { box, process },
          doors,
        )
      },
    )

type Doors = { take: Slots; others: () => number }
type Filter = Record<string, string | undefined>

const send = async <Row extends Record<string, unknown>>(
  deps: Deps,
  c: Context<ApiEnv>,
  asked: Asked,
  list: ExportList<Row>,
  filter: Filter,
  { take, others }: Doors,
): Promise<Response> => {
  const { actor, scope, at } = c.var
  const { pool } = deps.connection
  if (c.req.method === 'HEAD')
    return c.body(null, 200, headersOf(asked, list, at, await countAll(pool, scope, list.parts)))
  const who = `${actor.kind}:${'id' in actor ? actor.id : ''}`
  const release = take(who)
  try {
    const total = await countAll(pool, scope, list.parts)
    const most = deps.settings.mostExported ?? mostRows
    if (total > most) throw tooMany(total, most)
    const count = { rows: 0 }
    const tell = await beginRecord(deps, c, {
      person: who,
      list: list.id,
      format: asked.format,
      query: filter,
      rows: total,
      at,
    })
    const ended = endOf(c.req.raw.signal, (whole) => {
      release()
      tell(whole, count.rows)
    })
    const eyes = {
      deps,
      decisionContext: await decisionContextOf(deps, at),
      reader: audienceOf(actor),
      lang: asked.lang,
    }
    const pages = toPages(
      paced(readAll<Row>(pool, scope, list.parts, ended.signal), others),
      list,
      eyes,
      count,
    )
    const sheet = sheetOf(asked.format, list.title[asked.lang], columnsIn(list, asked.lang), pages)
    const body = asked.progress === '1' ? framed(sheet, () => count.rows) : sheet
    return c.body(
      untilEnd(body, ended, logOf(deps, c, 'export broke off')),
      200,
      headersOf(asked, list, at, total),
    )
  } catch (error) {
    release()
    throw error
  }
}

type Begun = {
  person: string
  list: string
  format: string
  query: Filter
  rows: number
  at: string
}

/** Written before the first byte leaves; the answer writes how it ended. */
const beginRecord = async (deps: Deps, c: Context<ApiEnv>, begun: Begun) => {
  const exportId = randomUUID()
  await recordExport(deps.connection.db, { exportId, event: 'begun', ...begun })
  return (whole: boolean, rows: number): void => {
    const end = async () => {
      const event = whole ? 'finished' : 'broken-off'
      await recordExport(deps.connection.db, {
        ...begun,
        exportId,
        event,
        rows,
        at: await deps.clock.now(),
      })
    }
    void end().catch(logOf(deps, c, 'the end of an export is not recorded'))
  }
}

const logOf = (deps: Deps, c: Context<ApiEnv>, words: string) => (error: unknown) =>
  deps.log.error(
    { requestId: c.get('requestId'), kind: error instanceof Error ? error.name : typeof error },
    words,
  )

const headersOf = (
  { format, lang, progress }: Asked,
  { title }: Pick<ExportList, 'title'>,
  at: string,
  total: number,
) => ({
  'content-type': progress === '1' ? 'application/octet-stream' : sheetTypes[format],
  'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${title[lang]}-${civilDate(at)}.${format}`)}`,
  'x-total-rows': String(total),
  'cache-control': 'no-store',
})

const tooMany = (total: number, most: number): DomainError =>
  new DomainError('invalid-input', [
    text(
      `共 ${total} 件，一次最多导出 ${most} 件，请缩小范围`,
      `${total} cases; at most ${most} at once, narrow the filter`,
    ),
  ])

async function* toPages<Row>(
  hits: AsyncIterable<Row[]>,
  list: ExportList<Row>,
  eyes: Eyes,
  count: { rows: number },
): Pages {
  for await (const page of hits) {
    const rows: Cell[][] = []
    for (const [index, hit] of page.entries()) {
      const cells = list.cells(hit, eyes)
      if (cells) rows.push(cells)
      if (index % breath === breath - 1) await new Promise((resolve) => setImmediate(resolve))
    }
    count.rows += rows.length
    yield rows
  }
}
