// How does the table of a period leave the product as a file?
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import type { StatisticsView } from '../../contract/statistics/statistics.ts'
import { statisticsExportQuery } from '../../contract/statistics/statistics.ts'
import { type Text, text } from '../../domain/language/words.ts'
import { valueText } from '../../domain/statistics/value-text.ts'
import { civilDate } from '../../domain/time/instant.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { type Cell, type Column, type Pages, sheetOf, sheetTypes } from '../http/sheet.ts'
import { sheetFor } from './statistics-place.ts'
import { type Memory, viewOf } from './statistics-reading.ts'

type Language = 'zh' | 'en'

export const exportRoute = (deps: Deps, memory: Memory) =>
  new Hono<ApiEnv>().get(
    '/export',
    describeRoute({
      tags: ['statistics'],
      summary: 'The table as a workbook or CSV, with its signature and how each figure is counted',
    }),
    checked('query', statisticsExportQuery),
    async (c) => {
      const { format, lang, ...query } = c.req.valid('query')
      const view = await viewOf(deps, c.var, await sheetFor(deps, c.var, query), memory)
      const name = `${view.title[lang]}-${view.enterprise?.name ?? view.region.name[lang]}-${view.period.id}.${format}`
      return c.body(
        sheetOf(format, words.sheet[lang], columnsOf(view, lang), pagesOf(rowsOf(view, lang))),
        200,
        {
          'content-type': sheetTypes[format],
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
          'cache-control': 'no-store',
        },
      )
    },
  )

const words = {
  sheet: text('统计分析表', 'Statistics'),
  group: text('类别', 'Group'),
  figure: text('指标', 'Figure'),
  value: text('数值', 'Value'),
  signed: text('签署时数值', 'As signed'),
  how: text('口径', 'How it is counted'),
  place: text('填报单位', 'Of'),
  period: text('统计期', 'Period'),
  asOf: text('数据截至', 'As of'),
  status: text('报表状态', 'Report'),
  signer: text('主要负责人签字', 'Signed by'),
  remarks: text('分析说明', 'Remarks'),
  hash: text('校验值', 'Seal'),
} satisfies Record<string, Text>

const columnsOf = ({ parts, report }: StatisticsView, lang: Language): Column[] => [
  { header: words.group[lang], width: 22, kind: 'text' },
  { header: words.figure[lang], width: 30, kind: 'text' },
  { header: words.value[lang], width: 14, kind: 'number' },
  ...(report ? [{ header: words.signed[lang], width: 14, kind: 'number' as const }] : []),
  ...parts.map(({ name }) => ({ header: name[lang], width: 14, kind: 'number' as const })),
  { header: words.how[lang], width: 80, kind: 'text' },
]

const rowsOf = (view: StatisticsView, lang: Language): Cell[][] => {
  const { groups, figures, parts, report } = view
  const blank = Array.from({ length: parts.length + (report ? 1 : 0) + 1 }, () => null)
  const table = figures.map(({ id, group, kind, words: label, how, value }): Cell[] => [
    groups.find((one) => one.id === group)?.words[lang] ?? '',
    label[lang],
    valueText(kind, value),
    ...(report ? [valueText(kind, report.values[id] ?? null)] : []),
    ...parts.map(({ values }) => valueText(kind, values[id] ?? null)),
    how[lang],
  ])
  const headRow = (label: Text, value: string): Cell[] => [null, label[lang], value, ...blank]
  return [
    headRow(words.place, view.enterprise?.name ?? view.region.name[lang]),
    headRow(words.period, `${view.period.words[lang]} ${view.period.first}–${view.period.last}`),
    headRow(words.asOf, view.asOf),
    ...table,
    ...(report
      ? [
          headRow(words.status, report.statusWords[lang]),
          headRow(words.signer, `${report.signedBy} ${civilDate(report.signedAt)}`),
          headRow(words.remarks, report.remarks),
          headRow(words.hash, report.hash),
        ]
      : []),
  ]
}

async function* pagesOf(rows: Cell[][]): Pages {
  yield rows
}
