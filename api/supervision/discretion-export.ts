// How do the fines of a period leave the product as a file: the table of offices, or each decision?
import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import type {
  DecidedFineView,
  DiscretionFigures,
  DiscretionView,
} from '../../contract/supervision/discretion.ts'
import { discretionExportQuery } from '../../contract/supervision/discretion.ts'
import { decodeCursor } from '../../db/keyset.ts'
import { type ExportEvent, recordExport } from '../../db/search/exports.ts'
import type { DiscretionQuery } from '../../db/statistics/discretion-reads.ts'
import { fill, type Text, text } from '../../domain/language/words.ts'
import { fewestTelling } from '../../domain/penalties/deviation.ts'
import { authorOf } from '../http/command.ts'
import type { ApiEnv, Deps, Variables } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { type Cell, type Column, type Pages, sheetOf, sheetTypes } from '../http/sheet.ts'
import { discretionView, finesPage, spanAsked } from './discretion-reading.ts'

type Language = 'zh' | 'en'
const rowsAtOnce = 200

export const discretionExport = (deps: Deps) =>
  new Hono<ApiEnv>().get(
    '/export',
    describeRoute({
      tags: ['supervision'],
      summary: 'The table of offices, or each decision, as a workbook or CSV',
    }),
    checked('query', discretionExportQuery),
    async (c) => {
      const { rows, format, lang, ...query } = c.req.valid('query')
      const view = await discretionView(deps, c.var, query)
      const [title, columns, pages] =
        rows === 'offices'
          ? ([words.offices, officeColumns, officePages(view, lang)] as const)
          : ([
              words.decisions,
              decisionColumns,
              decisionPages(deps, c.var, spanAsked(c.var, query).wanted, lang),
            ] as const)
      const name = `${title[lang]}-${view.region.name[lang]}-${view.period.id}.${format}`
      const headed = columns.map(([label, width, kind]) => ({ header: label[lang], width, kind }))
      const taken = await recordedFrom(deps, {
        person: authorOf(c.var.actor).id,
        list: `discretion-${rows}`,
        format,
        query,
        at: c.var.at,
        rows: rows === 'offices' ? view.offices.length + 1 : view.total.decisions,
      })
      return c.body(sheetOf(format, title[lang], headed, taken(pages)), 200, {
        'content-type': sheetTypes[format],
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
        'cache-control': 'no-store',
      })
    },
  )

/** Who takes it along is on record before the first byte, and how it ended after the last. */
const recordedFrom = async (
  { connection: { db } }: Deps,
  begun: Omit<ExportEvent, 'exportId' | 'event'>,
) => {
  const exportId = randomUUID()
  await recordExport(db, { ...begun, exportId, event: 'begun' })
  return async function* (pages: Pages): Pages {
    let [rows, event]: [number, ExportEvent['event']] = [0, 'broken-off']
    try {
      for await (const page of pages) {
        yield page
        rows += page.length
      }
      event = 'finished'
    } finally {
      await recordExport(db, { ...begun, exportId, event, rows })
    }
  }
}

const words = {
  offices: text('裁量偏离统计表', 'Deviation of fines'),
  decisions: text('裁量偏离明细', 'Decisions beside their standard'),
  all: text('合计', 'All'),
  few: text(`不足${fewestTelling}件，不作评价`, `Fewer than ${fewestTelling}: not telling`),
  below: text('低于幅度', 'Below the range'),
  within: text('幅度内', 'Within'),
  above: text('高于幅度', 'Above the range'),
  region: text('地区', 'Region'),
  office: text('作出决定的机构', 'Office'),
  person: text('当事人（个人）第{nth}号', 'Further party no. {nth}'),
} satisfies Record<string, Text>

type Headed = readonly [Text, number, Column['kind']]

const officeColumns: readonly Headed[] = [
  [words.office, 30, 'text'],
  [words.region, 14, 'text'],
  [text('决定数', 'Decisions'), 10, 'number'],
  [text('罚款合计（元）', 'Fines (yuan)'), 16, 'number'],
  [words.below, 10, 'number'],
  [words.within, 10, 'number'],
  [words.above, 10, 'number'],
  [text('幅度外说明理由', 'Outside, with a reason'), 14, 'number'],
  [text('距中值（中位，%）', 'From the middle (median, %)'), 16, 'number'],
  [text('离散（中位绝对偏离，%）', 'Spread (median, %)'), 16, 'number'],
  [text('可比类案数', 'Compared'), 10, 'number'],
  [text('距类案中位数（中位，%）', 'From like cases (median, %)'), 16, 'number'],
  [text('说明', 'Note'), 24, 'text'],
]

const percent = (share: number | null): Cell =>
  share === null ? null : String(Math.round(share * 1_000) / 10)

const figureCells = (one: DiscretionFigures, lang: Language): Cell[] => [
  String(one.decisions),
  String(one.fined),
  String(one.below),
  String(one.within),
  String(one.above),
  String(one.departures),
  percent(one.fromMiddle),
  percent(one.spread),
  String(one.compared),
  percent(one.fromLike),
  one.few ? words.few[lang] : null,
]

async function* officePages({ total, offices, region }: DiscretionView, lang: Language): Pages {
  yield [
    [words.all[lang], region.name[lang], ...figureCells(total, lang)],
    ...offices.map((one) => [
      one.name?.[lang] ?? null,
      one.region.name[lang],
      ...figureCells(one, lang),
    ]),
  ]
}

const decisionColumns: readonly Headed[] = [
  [text('决定日期', 'Decided on'), 12, 'date'],
  [text('案号', 'Number'), 24, 'text'],
  [text('案由', 'Case'), 36, 'text'],
  [text('当事人', 'Party'), 28, 'text'],
  [words.office, 30, 'text'],
  [words.region, 14, 'text'],
  [text('违法行为', 'Violation'), 36, 'text'],
  [text('裁量阶次', 'Step'), 10, 'text'],
  [text('幅度下限（元）', 'Range from (yuan)'), 14, 'number'],
  [text('幅度上限（元）', 'Range to (yuan)'), 14, 'number'],
  [text('罚款（元）', 'Fine (yuan)'), 14, 'number'],
  [text('与幅度', 'Beside the range'), 12, 'text'],
  [text('距中值（%）', 'From the middle (%)'), 12, 'number'],
  [text('类案数', 'Like cases'), 10, 'number'],
  [text('类案中位数（元）', 'Their median (yuan)'), 16, 'number'],
  [text('距类案（%）', 'From like cases (%)'), 12, 'number'],
  [text('偏离理由', 'Reason'), 60, 'text'],
]

const partyOf = ({ enterprise, person }: DecidedFineView, lang: Language): Cell =>
  person === null
    ? enterprise
    : `${enterprise === null ? '' : `${enterprise} `}${fill(words.person, { nth: person })[lang]}`

const decisionCells = (one: DecidedFineView, lang: Language): Cell[] => [
  one.day,
  one.number,
  one.title,
  partyOf(one, lang),
  one.office?.[lang] ?? null,
  one.region[lang],
  one.cause,
  one.step?.[lang] ?? null,
  one.range && String(one.range.from),
  one.range && String(one.range.to),
  String(one.fine),
  one.position && words[one.position][lang],
  percent(one.fromMiddle),
  String(one.likeCases),
  one.likeMedian === null ? null : String(one.likeMedian),
  percent(one.fromLike),
  one.departure,
]

async function* decisionPages(
  deps: Deps,
  asker: Variables,
  wanted: DiscretionQuery,
  lang: Language,
): Pages {
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Awaited<ReturnType<typeof finesPage>> = await finesPage(deps, asker, {
      ...wanted,
      office: null,
      standing: null,
      after: decodeCursor(cursor),
      limit: rowsAtOnce,
    })
    yield page.items.map((one) => decisionCells(one, lang))
    cursor = page.cursor
  }
}
