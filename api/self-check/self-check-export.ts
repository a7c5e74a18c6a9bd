// How does a ledger of self-checks leave the product as a file?
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { exportSelfChecksQuery } from '../../contract/exports/exports.ts'
import {
  countSelfChecks,
  readWholeLedger,
  type SelfCheckHit,
  withTheirOwn,
} from '../../db/files/self-checks-reads.ts'
import type { Place } from '../../db/keyset.ts'
import { withScope } from '../../db/scope.ts'
import { type Text, text } from '../../domain/language/words.ts'
import type { Scope } from '../../domain/organisation/policy.ts'
import { civilDate } from '../../domain/time/instant.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { type Cell, type Column, type Pages, sheetOf, sheetTypes } from '../http/sheet.ts'

const rowsAtOnce = 500

type Language = 'zh' | 'en'

export const createSelfCheckExport = (deps: Deps) =>
  new Hono<ApiEnv>().get(
    '/self-checks',
    describeRoute({
      tags: ['self-checks'],
      summary: 'The ledgers in scope with all corrections, as a workbook or CSV',
    }),
    checked('query', exportSelfChecksQuery),
    async (c) => {
      const { format, lang, enterprise } = c.req.valid('query')
      const { scope, at } = c.var
      const only = enterprise || null
      const total = await withScope(deps.connection.pool, scope, (tx) =>
        countSelfChecks(tx, only, true),
      )
      const name = `${sheetName[lang]}-${civilDate(at)}.${format}`
      return c.body(
        sheetOf(format, sheetName[lang], columnsIn(lang), pagesOf(deps, scope, only, lang)),
        200,
        {
          'content-type': sheetTypes[format],
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
          'x-total-rows': String(total),
          'cache-control': 'no-store',
        },
      )
    },
  )

const sheetName: Text = text('自查台账', 'Self-checks')
const nothing: Text = text('未发现问题', 'Nothing found')

const columns: { words: Text; width: number; kind: Column['kind'] }[] = [
  { words: text('记录号', 'Entry'), width: 38, kind: 'text' },
  { words: text('更正自', 'Corrects'), width: 38, kind: 'text' },
  { words: text('企业', 'Enterprise'), width: 32, kind: 'text' },
  { words: text('检查日期', 'Inspected'), width: 12, kind: 'date' },
  { words: text('检查部位', 'Where'), width: 24, kind: 'text' },
  { words: text('检查内容', 'What was checked'), width: 40, kind: 'text' },
  { words: text('发现问题', 'Found'), width: 40, kind: 'text' },
  { words: text('上报案件', 'Cases reported'), width: 24, kind: 'text' },
  { words: text('照片', 'Photos'), width: 8, kind: 'text' },
  { words: text('备注', 'Note'), width: 24, kind: 'text' },
  { words: text('记录人', 'By'), width: 12, kind: 'text' },
  { words: text('登记日期', 'Written'), width: 12, kind: 'date' },
]
const columnsIn = (lang: Language): Column[] =>
  columns.map(({ words, width, kind }) => ({ header: words[lang], width, kind }))

/** A short transaction for each page, opened only when the page before has been taken. */
async function* pagesOf(
  { connection }: Deps,
  scope: Scope,
  enterprise: string | null,
  lang: Language,
): Pages {
  let after: Place | null = null
  do {
    const query = { enterprise, after, limit: rowsAtOnce }
    const hits: SelfCheckHit[] = await withScope(connection.pool, scope, async (tx) =>
      withTheirOwn(tx, await readWholeLedger(tx, query)),
    )
    if (hits.length > 0) yield hits.map((hit) => cellsOf(hit, lang))
    after = hits.length === rowsAtOnce ? (hits.at(-1) ?? null) : null
  } while (after !== null)
}

const cellsOf = (hit: SelfCheckHit, lang: Language): Cell[] => [
  hit.id,
  hit.supersedes,
  hit.name,
  hit.day,
  hit.place,
  hit.checked,
  hit.found.length > 0 ? hit.found.join('\n') : nothing[lang],
  hit.cases.map(({ number }) => number).join('、'),
  String(hit.photos.length),
  hit.note,
  hit.byName,
  civilDate(hit.at),
]
