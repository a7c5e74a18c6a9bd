// How do the calendars answer in the fake: one notice is proposed, tried out, decided by another?
import type { Hono } from 'hono'
import type { Me } from '../../../contract/account/session.ts'
import type { CalendarsView, YearView } from '../../../contract/change/calendars.ts'
import type { EnterableRule, ProposalRow, ProposalView } from '../../../contract/change/changes.ts'
import type {
  DifferenceView,
  DryRunView,
  MoveRow,
  TriedOut,
} from '../../../contract/change/moves.ts'
import type { Proposed } from '../../../domain/change/change.ts'
import { calendarsOf, type Publication } from '../../../domain/change/published.ts'
import { text } from '../../../domain/language/words.ts'
import { ruleOn } from '../../../domain/law/rule-book.ts'
import { dayKind } from '../../../domain/time/calendar.ts'
import { addDays } from '../../../domain/time/days.ts'
import { moveCauses } from '../../../domain/views/move-causes.ts'
import { now } from './data.ts'
import { type FakeState, problem } from './state.ts'

const clockWords = text('整改期限', 'Rectification')
const row = (place: number): MoveRow => ({
  caseId: `case-${place}`,
  number: `衢江安监〔2026〕000${place}号`,
  process: 'x',
  region: '330803',
  clock: 'rectification',
  clockWords,
  obligation: `rectification:${place}`,
  from: '2027-02-09',
  to: '2027-02-17',
  firm: true,
  escalationLevels: 2,
  revision: 3,
  late: null,
  versions: null,
  grade: null,
})
const rows = [row(1), { ...row(2), to: '2027-02-09', escalationLevels: 1 }, row(3)]

const run = (version: string): DryRunView => ({
  run: 'r',
  status: 'done',
  at: now,
  base: '2004-2026',
  version,
  cases: 214,
  total: 214,
  checked: 342,
  movedCount: 3,
  unmoved: 339,
  firmed: 3,
  newlyOverdue: 1,
  noLongerOverdue: 0,
  digest: 'ab'.repeat(32),
  rows,
  places: [
    {
      process: 'x',
      processWords: text('隐患排查治理', 'Hazards'),
      region: '330803',
      regionWords: text('衢江区', 'Qujiang'),
      movedCount: 3,
      newlyOverdue: 1,
      noLongerOverdue: 0,
    },
  ],
  clocks: [{ process: 'x', clock: 'rectification', movedCount: 3, firmed: 3, words: clockWords }],
})

const triedOut: TriedOut = {
  ...run('2004-2026+2027#ab12cd34'),
  examples: { checked: 0, changed: [] },
}

const difference: DifferenceView = {
  caseId: 'case-3',
  number: row(3).number,
  process: 'x',
  clock: 'rectification',
  clockWords,
  obligation: 'rectification:3',
  expected: { from: '2027-02-09', to: '2027-02-17', firm: true, grade: null },
  happened: null,
  cause: 'clock-ended',
  acts: ['report-rectified'],
  causeWords: moveCauses['clock-ended'],
}

const ofRule = (rule: string, n: number, promise: boolean) => {
  const { title, process, unit, norm, article } = ruleOn(rule, '2026-11-01')
  return { rule, title, process, promise, n, unit, norm, article }
}
const rulesToEnter: EnterableRule[] = [
  ofRule('hazchem-licence.acceptance', 5, false),
  ofRule('hazchem-licence.promised-acceptance', 2, true),
]

const rowOf = (one: ProposalView): ProposalRow => {
  const { id, status, proposed, words, reason, proposedBy, decidedBy, revokedBy, carriedOut } = one
  return { id, status, proposed, words, reason, proposedBy, decidedBy, revokedBy, carriedOut }
}

const proposal = (id: string, proposed: Proposed, reason: string, by: Me): ProposalView => ({
  id,
  status: 'proposed',
  proposed,
  words: text('变更内容', 'What changes'),
  reason,
  proposedBy: { id: by.id, name: by.name, at: now },
  decidedBy: null,
  revokedBy: null,
  carriedOut: false,
  base: '2004-2026',
  version: '2004-2026+2027#ab12cd34',
  preview: run('2004-2026+2027#ab12cd34'),
  examples: { checked: 0, changed: [] },
  outdated: false,
  approval: null,
  outcome: null,
  acts: [],
  history: [
    {
      at: now,
      by: by.id,
      name: by.name,
      act: 'proposed',
      before: null,
      after: { status: 'proposed', version: '2004-2026', reason },
    },
  ],
})

/** What this reader may do: another person approves or rejects, the same withdraws. */
const actsFor = (one: ProposalView, me: Me): ProposalView['acts'] => {
  if (one.status !== 'proposed') return []
  const own = one.proposedBy.id === me.id
  const act = (type: ProposalView['acts'][number]['type'], allowed: boolean) => ({
    type,
    allowed,
    reasons: allowed ? [] : [text('提议人不能批准自己的提议', 'Who proposed may not approve')],
  })
  return [act('approve', !own), act('reject', !own), act('withdraw', own), act('preview', true)]
}

const decided = (
  one: ProposalView,
  status: 'approved' | 'rejected' | 'withdrawn',
  reason: string,
  by: Me,
): ProposalView => ({
  ...one,
  status,
  decidedBy: { id: by.id, name: by.name, at: now, reason },
  carriedOut: status === 'approved',
  outcome:
    status === 'approved'
      ? {
          status: 'done',
          done: 214,
          total: 214,
          failed: 0,
          movedCount: 2,
          digest: 'cd'.repeat(32),
          asPreviewed: false,
          perMinute: 0,
          errors: [],
          differences: [difference],
          differing: 1,
        }
      : null,
  history: [
    ...one.history,
    {
      at: now,
      by: by.id,
      name: by.name,
      act: status,
      before: { status: 'proposed', version: one.base },
      after: { status, version: one.version, reason },
    },
  ],
})

const calendarsOfAll = (all: ProposalView[]): CalendarsView => {
  const inForce = all
    .filter(({ status }) => status === 'approved')
    .map(({ proposed }) => proposed as Publication)
  const set = calendarsOf(inForce)
  const items = Object.entries(set.years).map(([year, one]) => ({
    year: Number(year),
    decree: one.decree,
    source: one.source,
    off: one.off.length,
    work: one.work.length,
    imported: year === '2027',
    proposal: year === '2027' ? 'p-1' : null,
  }))
  return { version: set.version, items, overrides: [], missing: set.years[2027] ? [] : [2027] }
}

const yearOf = (all: ProposalView[], year: number): YearView => {
  const set = calendarsOf(
    all
      .filter(({ status }) => status === 'approved')
      .map(({ proposed }) => proposed as Publication),
  )
  const days: YearView['days'] = []
  for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1))
    days.push({ date, ...dayKind(set, date) })
  return {
    year,
    decree: set.years[year]?.decree ?? null,
    source: set.years[year]?.source ?? null,
    days,
  }
}

export const calendarRoutes = (app: Hono, state: FakeState) => {
  const all: ProposalView[] = []
  const find = (id: string) => all.find((one) => one.id === id)
  app.get('/api/calendars', (c) => c.json(calendarsOfAll(all)))
  app.get('/api/changes', (c) => c.json({ items: all.map(rowOf) }))
  app.post('/api/changes/preview', async (c) => {
    const { proposed } = await c.req.json<{ proposed: { off?: string[] } }>()
    return proposed.off?.includes('2028-01-01')
      ? problem('invalid-input', [text('2028-01-01 不在 2027 年内', '2028-01-01 is not in 2027')])
      : c.json(triedOut)
  })
  app.post('/api/changes', async (c) => {
    const { proposed, reason } = await c.req.json<{ proposed: Proposed; reason: string }>()
    const one = proposal(`p-${all.length + 1}`, proposed, reason, state.me!)
    all.push(one)
    return c.json(one, 201)
  })
  app.get('/api/changes/rules', (c) => c.json({ items: rulesToEnter }))
  app.get('/api/changes/:id', (c) => {
    const one = find(c.req.param('id'))
    return one ? c.json({ ...one, acts: actsFor(one, state.me!) }) : problem('not-found')
  })
  for (const [path, status] of [
    ['approval', 'approved'],
    ['rejection', 'rejected'],
    ['withdrawal', 'withdrawn'],
  ] as const)
    app.post(`/api/changes/:id/${path}`, async (c) => {
      const { reason } = await c.req.json<{ reason: string }>()
      const place = all.findIndex(({ id }) => id === c.req.param('id'))
      all[place] = decided(all[place]!, status, reason, state.me!)
      return c.json(all[place])
    })
  app.get('/api/calendars/:year', (c) => c.json(yearOf(all, Number(c.req.param('year')))))
}
