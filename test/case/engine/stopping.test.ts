// What do facts do to a period of the rule book: count it from another day, stop it, set it going, lengthen it, stand beside it?
import { describe, expect, test } from 'vitest'
import { followFact } from '../../../domain/engine/clocks/obligations.ts'
import { rearm } from '../../../domain/engine/clocks/rearming.ts'
import type { ClockDefinition } from '../../../domain/model/process.ts'
import type { CaseRecord, Obligation } from '../../../domain/model/record.ts'
import { clockViews, nextDueView } from '../../../domain/views/clock-view.ts'
import { actor } from '../../support/people/cast.ts'
import { counter } from '../../support/processes/counter.ts'
import { decisionContextAt, opened } from '../../support/walks/walk.ts'
import { refusal } from '../acting.ts'

const [plain] = counter.clocks
if (!plain) throw new Error('the counter has a clock')
const review: ClockDefinition = {
  ...plain,
  clock: 'review',
  due: { rule: 'hazchem-licence.review', from: 'since' },
  startsOn: ['accept'],
  endsOn: ['decide'],
  movesOn: ['extend'],
  pausesOn: {
    visit: { kind: 'site-check', article: '第一条' },
    rework: { kind: 'rework', article: '第二条' },
    consult: { kind: 'reconsideration', article: '第三条' },
  },
  resumesOn: ['visited', 'rework', 'reworked'],
  warn: null,
  escalationPolicy: [],
}
const promise: ClockDefinition = {
  ...plain,
  clock: 'promise',
  due: { rule: 'hazchem-licence.promised-review' },
  startsOn: ['accept'],
  endsOn: ['decide'],
  promised: true,
  escalationPolicy: [],
}
const process = { ...counter, clocks: [review, promise] }
const start = opened(
  counter,
  actor('lin'),
  { region: '330802', date: '2026-04-10' },
  '2026-04-01T01:00:00.000Z',
).record

type Fact = [type: string, on: string, data?: Record<string, unknown>]
const followed = (since: string | null, ...facts: Fact[]): CaseRecord => {
  let record: CaseRecord = {
    ...start,
    obligations: [],
    snapshot: { ...start.snapshot, context: { ...start.snapshot.context, since } },
  }
  for (const [seq, [type, on, data = {}]] of facts.entries()) {
    const at = `${on}T01:00:00.000Z`
    record = {
      ...record,
      obligations: followFact(process, record, { type, at, seq, data }, decisionContextAt(at)),
    }
  }
  return record
}
const period = (record: CaseRecord) => record.obligations.find(({ clock }) => clock === 'review')

describe('a period of the rule book', () => {
  test('counts from the day that the chart keeps, else from its fact', () => {
    expect(period(followed('2026-04-01', ['accept', '2026-04-09']))).toMatchObject({
      start: '2026-04-01',
      due: '2026-05-18',
    })
    expect(period(followed(null, ['accept', '2026-04-01']))).toMatchObject({
      start: '2026-04-01',
      due: '2026-05-18',
    })
  })

  test('counted back from a day to come it runs from its fact on, also when it is reckoned again', () => {
    const backward = {
      ...review,
      due: { rule: 'hazchem-licence.renewal-application', from: 'since' },
    }
    const record = followed('2027-03-15', ['accept', '2026-04-01'])
    const fact = { type: 'accept', at: '2026-04-01T01:00:00.000Z', seq: 0, data: {} }
    const own = { ...process, clocks: [backward] }
    const [one] = followFact(own, { ...record, obligations: [] }, fact, decisionContextAt(fact.at))
    const wanted = { startedAt: fact.at, start: '2027-03-15', due: '2026-12-15' }
    expect(one).toMatchObject(wanted)
    expect(
      rearm(own, one as Obligation, decisionContextAt('2026-05-01T01:00:00.000Z')),
    ).toMatchObject(wanted)
  })

  test('stands still from one fact to another, and may stand still again on another ground', () => {
    const stopped = followed(
      null,
      ['accept', '2026-04-01'],
      ['visit', '2026-04-08', { reason: '核查' }],
    )
    expect(period(stopped)).toMatchObject({
      status: 'paused',
      pauses: [{ kind: 'site-check', article: '第一条', reason: '核查', to: null }],
    })
    const record = followed(
      null,
      ['accept', '2026-04-01'],
      ['visit', '2026-04-08'],
      ['rework', '2026-04-09'],
      ['reworked', '2026-04-14'],
    )
    expect(period(record)?.pauses.map(({ kind, from, to }) => `${kind} ${from} ${to}`)).toEqual([
      'site-check 2026-04-08 2026-04-09',
      'rework 2026-04-09 2026-04-14',
    ])
    expect(period(record)).toMatchObject({ status: 'running', due: '2026-05-25' })
  })

  test('does not stand still twice at once, nor on a ground that its rule does not know', () => {
    const record = followed(
      null,
      ['accept', '2026-04-01'],
      ['visit', '2026-04-08'],
      ['visit', '2026-04-09'],
    )
    expect(period(record)?.pauses).toHaveLength(1)
    expect(
      refusal(() => followed(null, ['accept', '2026-04-01'], ['consult', '2026-04-08'])).code,
    ).toBe('invalid-input')
  })

  test('is lengthened by the units of a fact, as far as its rule allows', () => {
    expect(
      period(followed(null, ['accept', '2026-04-01'], ['extend', '2026-04-08', { by: 10 }]))?.due,
    ).toBe('2026-06-01')
    for (const by of [11, Number.NaN, undefined])
      expect(
        refusal(() => followed(null, ['accept', '2026-04-01'], ['extend', '2026-04-08', { by }]))
          .code,
      ).toBe('invalid-input')
  })

  test('ends late when its own end has brought that about', () => {
    const record = followed(null, ['accept', '2026-04-01'])
    const overdue = {
      ...record,
      obligations: record.obligations.map((one) => ({ ...one, status: 'overdue' as const })),
    }
    const fact = { type: 'decide', at: '2026-05-18T15:59:59.999Z', seq: 9, data: {} }
    expect(
      followFact(process, overdue, fact, decisionContextAt(fact.at)).map(({ status }) => status),
    ).toEqual(['met-late', 'met-late'])
  })
})

test('a promise stands beside the legal limit and is never the one that lists go by', () => {
  const record = followed(null, ['accept', '2026-04-01'])
  expect(record.obligations.map(({ clock, due, promised }) => [clock, due, promised])).toEqual([
    ['review', '2026-05-18', undefined],
    ['promise', '2026-04-16', true],
  ])
  expect(
    nextDueView(process, record, decisionContextAt('2026-04-20T01:00:00.000Z'), 'internal'),
  ).toMatchObject({
    date: '2026-05-18',
    overdue: false,
  })
})

test('its reader is told that it is a promise', () => {
  const views = clockViews(
    process,
    followed(null, ['accept', '2026-04-01']),
    decisionContextAt('2026-04-02T01:00:00.000Z'),
    'internal',
  )
  expect(views.map(({ clock, promised }) => [clock, promised])).toEqual([
    ['promise', true],
    ['review', undefined],
  ])
})
