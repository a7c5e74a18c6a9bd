// How does a whole list leave the product as a file?
import { type Context, Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import type { CaseHit } from '../db/reads/cases.ts'
import { countCases, type ExportQuery, readAllCases } from '../db/reads/export.ts'
import type { Audience } from '../domain/case/audience.ts'
import { stateKey } from '../domain/case/chart.ts'
import { nextDueView } from '../domain/case/clock-view.ts'
import { DomainError } from '../domain/case/errors.ts'
import { civilDate } from '../domain/case/instant.ts'
import { stateWords } from '../domain/case/timeline.ts'
import { type Text, text } from '../domain/case/words.ts'
import type { World } from '../domain/case/world.ts'
import { audienceOf } from '../domain/organisation/policy.ts'
import { processOf } from './case-reading.ts'
import { type ApiEnv, type Deps, worldOf } from './deps.ts'
import { checked, shortText } from './input.ts'
import { regionName } from './names.ts'
import { type Cell, type Column, framed, type Pages, type SheetFormat, sheetOf, sheetTypes } from './sheet.ts'

const mostRows = 200_000
const mostAtOnce = 2
/** Rows put into words before others get their turn. */
const breath = 100

const exportQuery = v.object({
  format: v.picklist(['xlsx', 'csv']),
  lang: v.optional(v.picklist(['zh', 'en']), 'zh'),
  process: v.optional(shortText),
  status: v.optional(v.picklist(['open', 'closed'])),
  q: v.optional(shortText),
  /** `1`: the file in frames that tell how many rows it holds so far. */
  progress: v.optional(v.picklist(['0', '1']), '0'),
})
type Asked = v.InferOutput<typeof exportQuery>
type Language = Asked['lang']

export const createExportRoutes = (deps: Deps) => {
  const take = createSlots()
  return new Hono<ApiEnv>().get(
    '/cases',
    describeRoute({ tags: ['cases'], summary: 'The whole list of cases in scope as a workbook or CSV' }),
    checked('query', exportQuery),
    (c) => exportCases(deps, c, c.req.valid('query'), take),
  )
}

const exportCases = async (deps: Deps, c: Context<ApiEnv>, asked: Asked, take: Slots): Promise<Response> => {
  const { actor, scope, at } = c.var
  const query: ExportQuery = { process: asked.process || null, status: asked.status ?? null, q: asked.q || null }
  if (c.req.method === 'HEAD') return c.body(null, 200, headersOf(asked, at, await countCases(deps.connection.pool, scope, query)))
  const release = take(`${actor.kind}:${'id' in actor ? actor.id : ''}`)
  try {
    const total = await countCases(deps.connection.pool, scope, query)
    if (total > mostRows) throw tooMany(total)
    const ended = endOf(c.req.raw.signal, release)
    const hits = readAllCases(deps.connection.pool, scope, query, ended.signal)
    const count = { rows: 0 }
    const pages = toPages(deps, hits, { world: await worldOf(deps, at), reader: audienceOf(actor), lang: asked.lang }, count)
    const sheet = sheetOf(asked.format, sheetName[asked.lang], columnsIn(asked.lang), pages)
    const body = asked.progress === '1' ? framed(sheet, () => count.rows) : sheet
    const log = (error: unknown) => deps.log.error({ requestId: c.get('requestId'), kind: nameOf(error) }, 'export broke off')
    return c.body(untilEnd(body, ended, log), 200, headersOf(asked, at, total))
  } catch (error) {
    release()
    throw error
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error)

const sheetName: Text = text('案件清单', 'Cases')

const headersOf = ({ format, lang, progress }: Asked, at: string, total: number): Record<string, string> => ({
  'content-type': progress === '1' ? 'application/octet-stream' : sheetTypes[format],
  'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${sheetName[lang]}-${civilDate(at)}.${format satisfies SheetFormat}`)}`,
  'x-total-rows': String(total),
  'cache-control': 'no-store',
})

const tooMany = (total: number): DomainError =>
  new DomainError('invalid-input', [
    text(`共 ${total} 件，一次最多导出 ${mostRows} 件，请缩小范围`, `${total} cases; at most ${mostRows} at once, narrow the filter`),
  ])

type Slots = (who: string) => () => void

/** Nobody keeps more than two exports running; the answer gives the place back, once. */
const createSlots = (): Slots => {
  const taken = new Map<string, number>()
  return (who) => {
    const running = taken.get(who) ?? 0
    if (running >= mostAtOnce) {
      throw new DomainError('rate-limited', [text('您已有两个导出在进行', 'Two of your exports are running already')], { retryAfter: 5 })
    }
    taken.set(who, running + 1)
    let held = true
    return () => {
      if (!held) return
      held = false
      const left = (taken.get(who) ?? 1) - 1
      if (left > 0) taken.set(who, left)
      else taken.delete(who)
    }
  }
}

type End = { signal: AbortSignal; reached: () => void }

/** The end of an export: its last byte, an error, or a reader who has gone. */
const endOf = (gone: AbortSignal, release: () => void): End => {
  const own = new AbortController()
  const reached = () => {
    release()
    own.abort()
  }
  if (gone.aborted) reached()
  else gone.addEventListener('abort', reached, { once: true })
  return { signal: own.signal, reached }
}

/** The status is sent long before the last row: a failure cuts the file off and stands in the log. */
const untilEnd = (bytes: ReadableStream<Uint8Array>, { signal, reached }: End, log: (error: unknown) => void) => {
  const reader = bytes.getReader()
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        try {
          const { value, done } = await reader.read()
          if (value) controller.enqueue(value)
          if (!done) return
          controller.close()
          reached()
        } catch (error) {
          if (!signal.aborted) log(error)
          controller.error(error)
          reached()
        }
      },
      cancel: (reason) => {
        reached()
        return reader.cancel(reason)
      },
    },
    { highWaterMark: 0 },
  )
}

type Reading = { world: World; reader: Audience; lang: Language }

async function* toPages(deps: Deps, hits: AsyncGenerator<CaseHit[]>, reading: Reading, count: { rows: number }): Pages {
  for await (const page of hits) {
    const rows: Cell[][] = []
    for (const hit of page) {
      rows.push(cellsOf(deps, hit, reading))
      if (rows.length % breath === 0) await new Promise((resolve) => setImmediate(resolve))
    }
    count.rows += rows.length
    yield rows
  }
}

/** As the marks of the list say them. */
const levels: Record<number, Text> = {
  1: text('一级（红）', 'Level 1 (red)'),
  2: text('二级（橙）', 'Level 2 (orange)'),
  3: text('三级（黄）', 'Level 3 (yellow)'),
  4: text('四级（蓝）', 'Level 4 (blue)'),
}

const columns: { words: Text; width: number; kind: Column['kind'] }[] = [
  { words: text('编号', 'Number'), width: 22, kind: 'text' },
  { words: text('事项', 'Matter'), width: 40, kind: 'text' },
  { words: text('企业', 'Enterprise'), width: 32, kind: 'text' },
  { words: text('地区', 'Region'), width: 12, kind: 'text' },
  { words: text('环节', 'Step'), width: 24, kind: 'text' },
  { words: text('级别', 'Level'), width: 14, kind: 'text' },
  { words: text('立案日期', 'Opened'), width: 12, kind: 'date' },
  { words: text('法定时限', 'Legal limit'), width: 12, kind: 'date' },
  { words: text('剩余时间', 'Time left'), width: 22, kind: 'text' },
  { words: text('办结日期', 'Closed'), width: 12, kind: 'date' },
]
const columnsIn = (lang: Language): Column[] => columns.map(({ words, width, kind }) => ({ header: words[lang], width, kind }))

/** One case as the list shows it to this reader. */
const cellsOf = (deps: Deps, { record, enterprise }: CaseHit, { world, reader, lang }: Reading): Cell[] => {
  const process = processOf(deps, record)
  const level = process.level(record)
  const due = record.status === 'open' ? nextDueView(process, record, world, reader) : null
  return [
    record.number,
    record.title,
    enterprise,
    regionName(record.region)[lang],
    stateWords(process, stateKey(record.snapshot.value), reader)[lang],
    level === null ? null : (levels[level]?.[lang] ?? null),
    civilDate(record.openedAt),
    due?.date ?? null,
    due?.words[lang] ?? null,
    record.closedAt === null ? null : civilDate(record.closedAt),
  ]
}
