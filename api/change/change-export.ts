// How does the list of all that a change moves leave the product as a file?
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import type { MoveRow } from '../../contract/change/moves.ts'
import { exportChangesQuery } from '../../contract/exports/exports.ts'
import { readChecks } from '../../db/change/differences.ts'
import { administratorOf } from '../../domain/change/proposal.ts'
import { type Text, text } from '../../domain/language/words.ts'
import { civilDate } from '../../domain/time/instant.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { type Cell, type Column, type Pages, sheetOf, sheetTypes } from '../http/sheet.ts'
import { regionName } from '../reading/names.ts'
import { proposalIn, wordsOf } from './change-reading.ts'
import { moveRow } from './change-views.ts'

type ExportDeps = Pick<Deps, 'connection' | 'processes'>
type Language = 'zh' | 'en'

const rowsAtOnce = 500
const which = v.object({ id: v.pipe(v.string(), v.minLength(1), v.maxLength(80)) })

export const createChangeExport = (deps: ExportDeps) =>
  new Hono<ApiEnv>().get(
    '/changes/:id',
    describeRoute({
      tags: ['exports'],
      summary: 'Every period that a change moves, before and after, as a workbook or CSV',
    }),
    checked('param', which),
    checked('query', exportChangesQuery),
    async (c) => {
      const { actor, scope, at } = c.var
      administratorOf(actor)
      const { format, lang } = c.req.valid('query')
      const one = await proposalIn(deps, c.req.valid('param').id)
      const cause = (await wordsOf(deps.connection.db, [one])).get(one.id) ?? text('', '')
      const pages = pagesOf(deps, { id: one.id, regions: scope.regions, cause, lang })
      return c.body(sheetOf(format, sheetName[lang], columnsIn(lang), pages), 200, {
        'content-type': sheetTypes[format],
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${sheetName[lang]}-${civilDate(at)}.${format}`)}`,
        'cache-control': 'no-store',
      })
    },
  )

const sheetName: Text = text('时限变化', 'Limits that move')
const columns: { words: Text; width: number; kind: Column['kind'] }[] = [
  { words: text('案件编号', 'Case'), width: 24, kind: 'text' },
  { words: text('业务', 'Process'), width: 24, kind: 'text' },
  { words: text('地区', 'Region'), width: 12, kind: 'text' },
  { words: text('时限', 'Limit'), width: 24, kind: 'text' },
  { words: text('原到期日', 'Due before'), width: 12, kind: 'date' },
  { words: text('新到期日', 'Due after'), width: 12, kind: 'date' },
  { words: text('原等级', 'Grade before'), width: 18, kind: 'text' },
  { words: text('新等级', 'Grade after'), width: 18, kind: 'text' },
  { words: text('确定性', 'Certainty'), width: 12, kind: 'text' },
  { words: text('逾期变化', 'Overdue'), width: 18, kind: 'text' },
  { words: text('原规则版本', 'Version of the rule before'), width: 18, kind: 'text' },
  { words: text('新规则版本', 'Version of the rule after'), width: 18, kind: 'text' },
  { words: text('原因', 'Cause'), width: 60, kind: 'text' },
]
const columnsIn = (lang: Language): Column[] =>
  columns.map(({ words, width, kind }) => ({ header: words[lang], width, kind }))

const lateness = {
  newly: text('变为逾期', 'becomes overdue'),
  'no-longer': text('不再逾期', 'no longer overdue'),
}
const certainty = { firm: text('确定', 'firm'), estimated: text('暂估', 'estimated') }

type MovesSheet = { id: string; regions: string[]; cause: Text; lang: Language }

async function* pagesOf(deps: ExportDeps, { id, regions, cause, lang }: MovesSheet): Pages {
  let after = { caseId: '', obligation: '' }
  for (;;) {
    const rows = await readChecks(deps.connection.db, id, { after, limit: rowsAtOnce, regions })
    const last = rows.at(-1)
    if (!last) return
    after = last
    yield rows.map((row) => cellsOf(deps, moveRow(deps, row), cause, lang))
  }
}

const cellsOf = ({ processes }: ExportDeps, row: MoveRow, cause: Text, lang: Language): Cell[] => [
  row.number,
  (processes[row.process]?.title ?? text(row.process, row.process))[lang],
  regionName(row.region)[lang],
  row.clockWords[lang],
  row.grade ? null : row.from,
  row.grade ? null : row.to,
  row.grade?.from[lang] ?? null,
  row.grade?.to[lang] ?? null,
  certainty[row.firm ? 'firm' : 'estimated'][lang],
  row.late === null ? null : lateness[row.late][lang],
  row.versions?.from ?? null,
  row.versions?.to ?? null,
  cause[lang],
]
