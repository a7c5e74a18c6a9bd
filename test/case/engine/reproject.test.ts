// After new calendars or a new rule, which periods of a case are reckoned again, and what is reported of it?
import { describe, expect, test } from 'vitest'
import { reckonAgain, reproject } from '../../../domain/engine/reproject.ts'
import { rulesWith } from '../../../domain/law/entered.ts'
import type { DecisionContext } from '../../../domain/model/decision-context.ts'
import type { ProcessDefinition } from '../../../domain/model/process.ts'
import { decreeCalendars } from '../../../domain/time/decrees.ts'
import { actor } from '../../support/people/cast.ts'
import { counter } from '../../support/processes/counter.ts'
import { decisionContextAt } from '../../support/walks/walk.ts'
import { playing } from '../acting.ts'

const at = '2026-03-02T01:00:00.000Z'
const rule = 'hazchem-licence.acceptance'
/** The counter, within the five working days of an acceptance. */
const process: ProcessDefinition = {
  ...counter,
  clocks: counter.clocks.map((clock) => ({ ...clock, due: { rule } })),
}
const begun = () => playing(process, actor('lin'), { region: '330802' }, at)

const books = (more: Partial<DecisionContext>): DecisionContext => ({
  at,
  calendars: decreeCalendars,
  noticeWindowMs: 0,
  ...more,
})
const withDayOff = (day: string, version: string) => ({
  ...decreeCalendars,
  version,
  overrides: [{ region: null, decree: '试验令', source: '试验', off: [day], work: [] }],
})
const threeDays = (running: string | null, region: string | null = null) => {
  const norm = { zh: '试验规定', en: 'Trial rules' }
  const terms = { rule, region, from: '2026-03-01', n: 3, source: '试验', running }
  return rulesWith([
    { id: 'p0', entry: { kind: 'rule', ...terms, norm, article: norm, confidence: 'V' } },
  ] as never)
}
/** The counter by a day that its document names, and that gives way to a working day. */
const byDate: ProcessDefinition = {
  ...counter,
  clocks: counter.clocks.map((clock) => ({
    ...clock,
    due: { dateField: 'date', article: '《试验规定》第一条', rolls: true as const },
  })),
}
const setTo = (date: string) => playing(byDate, actor('lin'), { region: '330802', date }, at)

const dueAfter = (more: Partial<DecisionContext>) =>
  reckonAgain(process, begun().record(), books(more)).obligations.map(({ due }) => due)

test('under the books that it was reckoned by, nothing of a case moves', () => {
  expect(
    begun()
      .record()
      .obligations.map(({ due }) => due),
  ).toEqual(['2026-03-09'])
  expect(reproject(process, begun().record(), decisionContextAt(at), null)).toBeNull()
})

describe('a day that a document has set', () => {
  test.each([
    ['2026-10-03', '2026-10-08', false],
    ['2026-10-10', '2026-10-10', false],
    ['2028-03-11', '2028-03-13', true],
  ])('%s ends on %s', (date, due, provisional) => {
    const [period] = setTo(date).record().obligations
    expect(period).toMatchObject({ due, nominal: date, provisional })
    expect(period?.explanation.zh.includes('顺延')).toBe(due !== date)
  })

  test('moves where its day becomes a day off', () => {
    const calendars = withDayOff('2026-03-20', 'v2')
    const { record } = setTo('2026-03-20')
    expect(record().obligations[0]?.due).toBe('2026-03-20')
    expect(reproject(byDate, record(), books({ calendars }), null)?.record).toMatchObject({
      obligations: [{ due: '2026-03-23' }],
    })
  })
})

describe('under calendars of another version', () => {
  const calendars = withDayOff('2026-03-04', 'v2')
  test('a period of working days ends a day later for a day off within it, and the case says so', () => {
    const { record } = begun()
    const draft = reproject(process, record(), books({ calendars }), {
      zh: '试验令',
      en: 'Trial order',
    })
    expect(draft?.record).toMatchObject({
      revision: record().revision + 1,
      obligations: [{ due: '2026-03-10', calendar: 'v2' }],
    })
    expect(draft?.facts).toMatchObject([
      {
        type: 'reprojected',
        audience: 'internal',
        data: { calendar: 'v2', cause: { zh: '试验令' }, movedPeriods: [{ clock: 'count' }] },
      },
    ])
    const [movedPeriods] = (draft?.facts[0]?.data.movedPeriods ?? []) as {
      from: string
      to: string
      late: unknown
      versions: unknown
    }[]
    expect([movedPeriods?.from, movedPeriods?.to]).toEqual(['2026-03-09', '2026-03-10'])
    expect(movedPeriods).toMatchObject({ late: null, versions: null, firmed: false, firm: true })
  })
  test('a day off outside of it moves nothing', () => {
    expect(
      reproject(
        process,
        begun().record(),
        books({ calendars: withDayOff('2026-03-20', 'v2') }),
        null,
      ),
    ).toBeNull()
  })
  test('a period that has ended stays as it was', () => {
    const play = begun()
    play.act(actor('lin'), 'finish')
    expect(reproject(process, play.record(), books({ calendars }), null)).toBeNull()
  })
})

test('calendars of the version that it rests on are not reckoned by again, whatever they say', () => {
  expect(dueAfter({ calendars: withDayOff('2026-03-04', decreeCalendars.version) })).toEqual([
    '2026-03-09',
  ])
})

describe('under a new version of its rule', () => {
  test('that counts for running periods, it is reckoned again, and the versions are named', () => {
    const { obligations, movedPeriods } = reckonAgain(
      process,
      begun().record(),
      books({ rules: threeDays('试验规定第9条') }),
    )
    expect(obligations).toMatchObject([{ due: '2026-03-05' }])
    const [before] = begun().record().obligations
    expect(movedPeriods).toMatchObject([
      { versions: { from: before?.ruleVersion, to: obligations[0]?.ruleVersion } },
    ])
    expect(obligations[0]?.ruleVersion).not.toBe(before?.ruleVersion)
  })
  test('of another region it stays as it was, of its own it moves', () => {
    expect(dueAfter({ rules: threeDays('试验规定第9条', '330881') })).toEqual(['2026-03-09'])
    expect(dueAfter({ rules: threeDays('试验规定第9条', '330802') })).toEqual(['2026-03-05'])
  })
})

test('an end that moves into the past holds its levels back until a person decides; one that stays ahead does not', () => {
  const late = '2026-03-06T01:00:00.000Z'
  const { obligations, movedPeriods } = reckonAgain(
    process,
    begun().record(),
    books({ at: late, rules: threeDays('试验规定第9条') }),
  )
  expect(movedPeriods).toMatchObject([{ late: 'newly' }])
  expect(
    obligations[0]?.escalationLevels.map(({ status, provisional }) => `${status} ${provisional}`),
  ).toEqual(['planned true', 'planned true'])
  const before = reckonAgain(
    process,
    begun().record(),
    books({ rules: threeDays('试验规定第9条') }),
  )
  expect(before.obligations[0]?.escalationLevels.map(({ provisional }) => provisional)).toEqual([
    false,
    false,
  ])
})
