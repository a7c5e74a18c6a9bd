// What does the fake say about licences?
import type { Hono } from 'hono'
import type { LicenceRow, LicenceView } from '../../../contract/licences/licences.ts'
import { text } from '../../../domain/language/words.ts'
import { problem } from './state.ts'

const row = (at: number, changes: Partial<LicenceRow> = {}): LicenceRow => ({
  id: `licence-${at}`,
  process: 'hazchem-licence',
  kind: text('危险化学品经营许可证', 'Hazardous chemicals business licence'),
  number: `浙衢危化经字〔2026〕00000${at}`,
  holder: '衢州试验化工有限公司',
  scope: '甲醇、乙醇、丙酮',
  mode: '批发（无储存）',
  premises: '柯城区试验路1号',
  region: text('柯城区', 'Kecheng District'),
  validFrom: '2026-03-02',
  validUntil: '2029-03-02',
  standing: 'in-force' as const,
  words: text('有效', 'In force'),
  since: '2026-03-02',
  ...changes,
})
const rows = [
  row(1, {
    standing: 'replaced',
    words: text('已由新证替换', 'Replaced by a new one'),
    since: '2026-04-01',
    validUntil: '2026-06-30',
  }),
  row(2),
  row(3, { holder: '衢州蓝溪油品有限公司' }),
]
const one: LicenceView = {
  ...row(2),
  caseNumber: '衢柯经营〔2026〕0012号',
  principal: '张喆堃',
  papers: ['正本', '副本'].map((mark, at) => ({
    id: `paper-${at}`,
    kind: `licence-${at}`,
    title: text(
      `危险化学品经营许可证（${mark}）`,
      `Hazchem business licence, ${at ? 'copy' : 'original'}`,
    ),
    number: '浙衢危化经字〔2026〕000002',
    code: 'K7QM-2XWD-9HNA-4RTC',
    url: at === 0 ? '/api/documents/paper-0' : null,
  })),
  replaces: { number: '浙衢危化经字〔2023〕000001', id: 'licence-1' },
  replacedBy: [],
  related: [{ id: 'case-1', number: '衢柯经营〔2028〕0002号' }],
  history: [
    {
      at: '2026-03-02T01:00:00.000Z',
      words: text('许可证已于2026-03-02送达。', 'The licence was served on 2026-03-02.'),
    },
    { at: '2026-04-02T01:00:00.000Z', words: text('登记变更情况', 'Note a change') },
  ],
}

export const publicLicenceRoutes = (app: Hono) => {
  app.get('/api/public/registers', (c) => c.json({ items: [] }))
  app.get('/api/public/licences', (c) => {
    const q = c.req.query('q') ?? ''
    if (q.length < 4)
      return problem('invalid-input', [text('请至少输入4个字', 'Type 4 signs at least')])
    const found = rows.filter(({ number, holder }) => number === q || holder.includes(q))
    const items = found.map(
      ({ kind, number, holder, scope, region, validFrom, validUntil, words }) => ({
        kind,
        number,
        holder,
        scope,
        region,
        validFrom,
        validUntil,
        words,
      }),
    )
    return c.json({ items })
  })
}

export const licenceRoutes = (app: Hono) => {
  app.get('/api/licences', (c) => {
    const items = rows.filter(({ holder, standing }) => {
      const { q = '', standing: wanted = '' } = c.req.query()
      return holder.includes(q) && (wanted === '' || standing === wanted)
    })
    return c.json({ items, cursor: null, total: items.length })
  })
  app.get('/api/licences/:id', (c) =>
    c.req.param('id') === one.id ? c.json(one) : problem('not-found'),
  )
}
