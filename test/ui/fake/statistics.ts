// Which statistics does the fake server show, and how do they stand after a signature?
import type { Hono } from 'hono'
import type {
  ReportView,
  StatisticsStep,
  StatisticsView,
} from '../../../contract/statistics/statistics.ts'
import { statistics } from '../../../domain/hazard-rectification/statistics/statistics.ts'
import { text } from '../../../domain/language/words.ts'
import { regions } from '../../../domain/organisation/regions.ts'
import { selfCheckFigures, selfCheckGroup } from '../../../domain/self-check/statistics.ts'
import type { Values } from '../../../domain/statistics/figures.ts'
import { choosablePeriods, periodOf } from '../../../domain/statistics/period.ts'
import { reportStatuses } from '../../../domain/statistics/reports.ts'
import { now } from './data.ts'
import { problem } from './state.ts'

const counties = Object.entries(regions).filter(([, { level }]) => level === 'county')
const all = [...selfCheckFigures, ...statistics.figures]

const amounts = (seed: number): Values =>
  Object.fromEntries(
    all.map(({ id, kind, quiet }, index) => [
      id,
      kind === 'ratio'
        ? 0.9286
        : kind === 'mean'
          ? 18.4
          : quiet
            ? index % 3
            : ((index * 7) % 13) * seed,
    ]),
  )

const difference = (): ReportView['differences'] => [
  {
    figure: 'verified-major',
    words: text('核实为重大隐患', 'Verified as major'),
    was: 24,
    now: 25,
    cases: [
      {
        id: 'case-1',
        number: '江隐患〔2026〕17号',
        was: 0,
        now: 1,
        causes: [
          { words: text('批准更正', 'Approve correction'), occurredAt: now, recordedAt: now },
        ],
      },
    ],
  },
]

type Kept = { report: ReportView | null }

const viewOf = ({ report }: Kept, own: boolean, id: string, region: string): StatisticsView => {
  const values = amounts(own ? 1 : 3)
  const period = periodOf(id) ?? periodOf('2026Q1')!
  return {
    process: {
      id: 'hazard-rectification',
      title: text('隐患排查治理·挂牌督办', 'Hazard rectification and supervision'),
    },
    title: statistics.title,
    law: statistics.law,
    region: { code: region, name: regions[region as '330800'].name },
    enterprise: own ? { id: 'e001', name: '衢州市蓝溪精密铸造有限公司' } : null,
    period,
    asOf: period.last,
    ended: period.id !== '2026Q2',
    due: { date: '2026-04-15', overdue: true, provisional: false },
    behind: false,
    hash: 'a'.repeat(64),
    report,
    groups: Object.entries({ ...(own ? selfCheckGroup : {}), ...statistics.groups }).map(
      ([one, words]) => ({ id: one, words }),
    ),
    figures: all
      .filter(({ enterprise, group }) => (own ? enterprise : group !== 'self-check'))
      .map(({ id: figure, group, kind, words, how, quiet = false }) => ({
        id: figure,
        group,
        kind,
        words,
        how,
        quiet,
        value: values[figure] ?? null,
        behind: ['flow', 'stock', 'start'].includes(kind) && group !== 'self-check',
      })),
    parts:
      own || region !== '330800'
        ? []
        : counties.map(([code, { name }], index) => {
            const status = (['submitted', 'missing', 'returned', 'signed'] as const)[index % 4]!
            return {
              code,
              name,
              values: amounts(index % 4),
              report: { status, words: reportStatuses[status], version: 1, at: now },
            }
          }),
    may: {
      sign: true,
      submit: report?.status === 'signed',
      return: report?.status === 'submitted',
    },
    regions: [
      { code: '330800', name: regions['330800'].name },
      ...counties.map(([code, { name }]) => ({ code, name })),
    ],
    periods: choosablePeriods('2026-04-20'),
  }
}

const stepOf = (act: StatisticsStep['act'], reason = ''): StatisticsStep => ({
  act,
  words: reportStatuses[act],
  by: '高局长',
  onBehalfOf: null,
  at: now,
  reason,
})

const signed = (before: ReportView | null, remarks: string): ReportView => ({
  id: '4fd1d9b0-0000-4000-8000-000000000001',
  version: (before?.version ?? 0) + 1,
  status: 'signed',
  statusWords: reportStatuses.signed,
  hash: 'c0ffee'.repeat(10),
  remarks,
  values: amounts(3),
  parts: Object.fromEntries(counties.map(([code], index) => [code, amounts(index % 4)])),
  signedBy: '高局长',
  signedAt: now,
  steps: [stepOf('signed')],
  differences: before ? [] : difference(),
  earlier: before
    ? [
        {
          id: before.id,
          version: before.version,
          hash: before.hash,
          signedBy: before.signedBy,
          signedAt: before.signedAt,
        },
      ]
    : [],
})

const rows = ['衢州市蓝溪精密铸造有限公司', '开化县金盾化工厂', '江山市富源竹木制品厂']

export const statisticsRoutes = (app: Hono) => {
  const kept: Kept = { report: null }
  let refused = false
  let query = { own: false, period: '2026Q1', region: '330800' }
  const view = () => viewOf(kept, query.own, query.period, query.region)
  app.post('/fake/statistics/refuse', (c) => {
    refused = true
    return c.body(null, 204)
  })
  app.get('/api/statistics/cases', (c) =>
    c.json({
      figure: all.find(({ id }) => id === c.req.query('figure'))?.words,
      cursor: null,
      total: 2,
      revision: 0,
      items: [
        {
          key: 'case-1',
          id: 'case-1',
          number: '江隐患〔2026〕17号',
          title: '二车间乙炔瓶与氧气瓶混存',
          enterprise: rows[0],
          state: text('待复查', 'Awaiting re-check'),
          n: 1,
          day: '2026-03-02',
        },
        {
          key: 'case-9',
          id: null,
          number: null,
          title: null,
          enterprise: null,
          state: null,
          n: 1,
          day: '2026-02-11',
        },
      ],
    }),
  )
  app.get('/api/statistics/enterprises', (c) => {
    const items = rows.map((name, index) => {
      const status = index === 0 ? ('submitted' as const) : ('missing' as const)
      return {
        id: `e00${index + 1}`,
        name,
        status,
        words: reportStatuses[status],
        version: null,
        at: index === 0 ? now : null,
        late: index > 0,
      }
    })
    const wanted = c.req.query('status')
    const counts = [
      { status: 'submitted', words: reportStatuses.submitted, n: 1 },
      { status: 'missing', words: reportStatuses.missing, n: 2 },
    ]
    const { period, due } = view()
    return c.json({
      period,
      due,
      counts,
      items: items.filter(({ status }) => !wanted || status === wanted),
      cursor: null,
      total: 3,
      revision: 0,
    })
  })
  const read = (own: boolean) =>
    app.get(own ? '/api/statistics/enterprise' : '/api/statistics', (c) => {
      query = {
        own,
        period: c.req.query('period') ?? '2026Q1',
        region: c.req.query('region') || '330800',
      }
      return c.json(view())
    })
  read(true)
  read(false)
  app.post('/api/statistics/signature', async (c) => {
    if (refused) {
      refused = false
      return problem('stale-revision')
    }
    kept.report = signed(kept.report, (await c.req.json<{ remarks: string }>()).remarks)
    return c.json(view(), 201)
  })
  const further = (path: string, act: 'submitted' | 'returned') =>
    app.post(`/api/statistics/reports/:id/${path}`, async (c) => {
      const { reason } =
        act === 'returned' ? await c.req.json<{ reason: string }>() : { reason: '' }
      kept.report = {
        ...kept.report!,
        status: act,
        statusWords: reportStatuses[act],
        steps: [...kept.report!.steps, stepOf(act, reason)],
      }
      return c.json(view())
    })
  further('submission', 'submitted')
  further('return', 'returned')
}
