// What does the fake server say about the deviation of fines?
import type { Hono } from 'hono'
import type {
  DecidedFineView,
  DiscretionFigures,
  DiscretionView,
} from '../../../../contract/supervision/discretion.ts'
import { text } from '../../../../domain/language/words.ts'
import { now } from '../data.ts'

const city = { code: '330800', name: text('衢州市', 'Quzhou City') }
const county = { code: '330803', name: text('衢江区', 'Qujiang District') }
const name = '示例裁量基准（2026）AQ-0099-1“未设置明显的安全警示标志”'

const figures = (within: number, below: number, above: number): DiscretionFigures => ({
  decisions: within + below + above + 3,
  fined: (within + below + above) * 18_000,
  below,
  within,
  above,
  departures: above,
  fromMiddle: (above - below) / 20,
  spread: 0.234,
  compared: within > 5 ? within : 2,
  fromLike: within > 5 ? -0.12 : null,
  few: within + below + above < 5,
})

const view = ({ region = '', cause = '', period = '' }: Record<string, string>): DiscretionView => {
  const none = period === '2025'
  return {
    region: region === county.code ? county : city,
    regions: [city, county],
    period: {
      id: period || '2026',
      words: text(`${period || '2026'}年度`, `Year ${period || '2026'}`),
    },
    periods: ['2026', '2025'].map((id) => ({ id, words: text(`${id}年度`, `Year ${id}`) })),
    first: '2026-01-01',
    last: '2026-12-31',
    computedAt: none ? null : now,
    cause: cause || null,
    choices: [{ number: 'AQ-0099-1', name }],
    total: none ? { ...figures(0, 0, 0), decisions: 0 } : figures(61, 7, 4),
    offices: none
      ? []
      : [
          {
            office: '330800-leadership',
            name: text('衢州市应急管理局局领导', 'Bureau leadership, Quzhou City'),
            region: city,
            ...figures(40, 2, 3),
          },
          {
            office: '330803-bureau',
            name: text('衢江区应急管理局', 'Emergency management bureau, Qujiang District'),
            region: county,
            ...figures(20, 5, 1),
          },
          { office: '330822-bureau', name: null, region: county, ...figures(1, 0, 0) },
        ],
    causes: none
      ? []
      : [
          { number: 'AQ-0099-1', name, ...figures(50, 6, 4) },
          { number: null, name: null, ...figures(0, 0, 0) },
        ],
  }
}

const fine = (at: number): DecidedFineView => ({
  id: at % 9 === 8 ? null : `case-${(at % 5) + 1}`,
  number: at % 9 === 8 ? null : `江执法〔2026〕${at + 1}号`,
  title: at % 9 === 8 ? null : '未设置明显的安全警示标志',
  enterprise: at % 9 === 8 ? null : '开化县金盾化工厂',
  person: at % 10 === 4 ? 1 : null,
  region: county.name,
  office: text('衢江区应急管理局', 'Emergency management bureau, Qujiang District'),
  day: '2026-03-02',
  fine: 8_000 + at * 500,
  cause: at % 4 === 3 ? null : name,
  step: at % 4 === 3 ? null : text('一般', 'Ordinary'),
  range: at % 4 === 3 ? null : { from: 5_000, to: 15_000 },
  position: at % 4 === 3 ? null : at > 14 ? 'above' : 'within',
  fromMiddle: at % 4 === 3 ? null : -0.2 + at * 0.05,
  departure: at > 14 && at % 2 === 0 ? '当事人拒不改正，从重处罚' : null,
  likeCases: at % 7,
  likeMedian: at % 7 > 4 ? 9_500 : null,
  fromLike: at % 7 > 4 ? -0.12 : null,
})

const behind = ({ standing = '', cursor = '' }: Record<string, string>) => {
  if (standing === 'below') return { items: [], cursor: null, total: 0, revision: 0 }
  const from = Number(cursor || 0)
  return {
    items: Array.from({ length: Math.min(50, 60 - from) }, (_, at) => fine(from + at)),
    cursor: from === 0 ? '50' : null,
    total: 60,
    revision: 0,
  }
}

export const discretionRoutes = (app: Hono) => {
  app.get('/api/supervision/discretion', (c) => c.json(view(c.req.query())))
  app.get('/api/supervision/discretion/cases', (c) => c.json(behind(c.req.query())))
  app.post('/api/supervision/discretion/recompute', (c) =>
    c.json({ cases: 12, more: false, at: now }),
  )
}
