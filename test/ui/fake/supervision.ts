// What does the fake server say about flow, digests and who cannot be notified?
import type { Hono } from 'hono'
import type {
  DigestView,
  FlowCell,
  FlowView,
  ReachabilityView,
} from '../../../contract/supervision/supervision.ts'
import { hazardRectification } from '../../../domain/hazard-rectification/process.ts'
import { text } from '../../../domain/language/words.ts'
import { addDays } from '../../../domain/time/days.ts'
import { flowStates } from '../../../domain/views/flow.ts'
import { at, now } from './data.ts'
import { discretionRoutes } from './supervise/discretion.ts'

const states = flowStates(hazardRectification).slice(0, 8)
const city = { code: '330800', name: text('衢州市', 'Quzhou City') }
const county = { code: '330803', name: text('衢江区', 'Qujiang District') }

const cell = (state: string, index: number, week: number): FlowCell => {
  const n = index === 3 ? 7 : 20 + ((index * 31 + week * 17) % 60)
  const median = 0.8 + index * 1.7 + (week % 5) * 0.6
  return {
    state,
    n,
    median,
    p90: median * 2.4,
    pausedShare: index === 2 ? 0.31 : 0.02 * index,
    returns: Math.floor(n / (4 + index)),
    few: n < 20,
  }
}

const flow = ({
  from = '2026-02-02',
  to = '2026-04-20',
  region = '',
}: Record<string, string>): FlowView => {
  const weeks: string[] = []
  for (let week = from; week <= to; week = addDays(week, 7)) weeks.push(week)
  return {
    process: { id: hazardRectification.id, title: hazardRectification.title },
    region: region === county.code ? county : city,
    regions: [city, county],
    from,
    to,
    computedAt: now,
    weeks,
    states: states.map(({ state, lane }) => ({
      id: state,
      words:
        hazardRectification.words.states[state as keyof typeof hazardRectification.words.states] ??
        text(state, state),
      lane:
        hazardRectification.words.states[lane as keyof typeof hazardRectification.words.states] ??
        null,
    })),
    cells: states.flatMap(({ state }, index) =>
      weeks
        .filter((_, week) => (index + week) % 7 !== 6)
        .map((week, at) => ({ ...cell(state, index, at), week })),
    ),
    totals: states.map(({ state }, index) => ({
      ...cell(state, index, 3),
      n: index === 3 ? 12 : 400 + index,
    })),
  }
}

const behind = (query: Record<string, string>) => {
  const from = Number(query.cursor || 0)
  const items = Array.from({ length: Math.min(50, 60 - from) }, (_, index) => ({
    id: `case-${(index % 5) + 1}`,
    number: `江隐患〔2026〕${from + index + 1}号`,
    title: '配电室绝缘垫缺失',
    enterprise: index % 3 === 0 ? null : '开化县金盾化工厂',
    region: text('衢江区', 'Qujiang District'),
    state: text('待复查', 'Awaiting re-check'),
    days: 3.25 + index,
    pausedDays: index % 4 === 0 ? 2 : 0,
    returned: index % 5 === 0,
    leftAt: at(-index, 10),
  }))
  return { items, cursor: from === 0 ? '50' : null, total: 60, revision: 0 }
}

const item = (n: number) => ({
  caseId: `case-${n}`,
  number: `江隐患〔2026〕${16 + n}号`,
  title: '二车间乙炔瓶与氧气瓶混存',
  region: county.name,
  clock: text('整改期限', 'Rectification'),
  dueAt: at(n - 3, 24),
  due: at(n - 3, 12).slice(0, 10),
})

const digest = (date: string): DigestView => {
  const days = [at(0, 12), at(-1, 12), at(-4, 12)].map((one) => one.slice(0, 10))
  const day = date === '' ? days[0]! : date
  if (!days.includes(day)) return { days, digest: null }
  const quiet = day === days[1]
  const content = quiet
    ? { late: [], soon: [], skipped: [] }
    : { late: [item(1), item(2)], soon: [item(3)], skipped: [days[2]!] }
  return {
    days,
    digest: {
      day,
      at: `${day}T00:30:00.000Z`,
      since: at(-1, 8),
      until: at(3, 24),
      ...content,
      sent: quiet ? 'quiet' : 'mailed',
    },
  }
}

const reach = (gaps: boolean): ReachabilityView => ({
  day: '2026-04-23',
  at: now,
  items: gaps
    ? [
        {
          group: '330800-committee/supervisor',
          words: text(
            '衢州市安全生产委员会办公室·督办员',
            'Supervisor, Safety committee office, Quzhou City',
          ),
          nobody: true,
          people: [],
          escalationLevels: [0, 3].map((n) => ({
            caseId: `case-${n + 1}`,
            number: `江隐患〔2026〕${17 + n}号`,
            obligation: `o${n}`,
            escalationLevel: n === 0 ? 'province' : 'city',
            plannedAt: at(6, 0),
            words: text('市级挂牌督办', 'City supervision'),
            silent: true,
          })),
        },
        {
          group: '330803-bureau/leader',
          words: text('衢江区应急管理局·局领导', 'Bureau leader, Qujiang District'),
          nobody: false,
          people: [
            {
              name: '何局长',
              lacks: [
                text('没有账号', 'has no account'),
                text('最近一封邮件被退回', 'the last mail came back'),
              ],
            },
          ],
          escalationLevels: [],
        },
      ]
    : [],
})

export const supervisionRoutes = (app: Hono) => {
  let gaps = true
  discretionRoutes(app)
  app.post('/fake/gaps/:some', (c) => {
    gaps = c.req.param('some') === '1'
    return c.body(null, 204)
  })
  app.get('/api/supervision/flow', (c) => c.json(flow(c.req.query())))
  app.get('/api/supervision/flow/cases', (c) => c.json(behind(c.req.query())))
  app.post('/api/supervision/flow/recompute', (c) =>
    c.json({ cases: 12, weeks: 3, more: false, at: now }),
  )
  app.get('/api/supervision/digest', (c) => c.json(digest(c.req.query('date') ?? '')))
  app.get('/api/supervision/reachability', (c) => c.json(reach(gaps)))
}
