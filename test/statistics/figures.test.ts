// Are major hazards, supervision, places and sources counted each as its own, and do the books balance?
import { describe, expect, test } from 'vitest'
import { hazardRectification } from '../../domain/hazard-rectification/process.ts'
import { statistics } from '../../domain/hazard-rectification/statistics/statistics.ts'
import type { ReadFact } from '../../domain/model/statistics-definition.ts'
import { valuesOf } from '../../domain/statistics/figures.ts'
import { choosablePeriods, lastQuarter, periodOf } from '../../domain/statistics/period.ts'
import {
  day,
  entries,
  inspector,
  ordered,
  plant,
  quarter,
  report,
  sumsOf,
  timeline,
  usual,
  verified,
} from './timelines.ts'

describe('major hazards', () => {
  const major = timeline(
    report('2026-07-01'),
    verified('2026-07-02', 'major', { criteria: [firstCriterion()] }),
    [day('2026-07-02'), 'take-measures', { measures: 'stop-all' }],
    [day('2026-07-05'), 'file-plan'],
    [day('2026-07-06'), 'file-plan'],
    [day('2026-07-08'), 'list-hazard', { level: 'city', dueDate: '2026-10-01' }],
    [day('2026-09-01'), 'apply-acceptance'],
    [day('2026-09-05'), 'approve-resume'],
    [day('2026-09-07'), 'de-list'],
  )
  test('are planned, listed, stopped, resumed and de-listed', () => {
    expect(quarter(major, '2026Q3')).toMatchObject({
      'verified-major': 1,
      planned: 1,
      'listed-city': 1,
      delisted: 1,
      stopped: 1,
      resumed: 1,
      'in-time': 1,
      ordered: 1,
      days: 61,
    })
    expect(
      Object.keys(quarter(major, '2026Q3')).filter((id) => id.startsWith('sector-')),
    ).toHaveLength(1)
  })
  test('a stop by order on top of one on the spot is one standstill', () => {
    const facts = timeline(
      report('2026-07-01'),
      [day('2026-07-02'), 'take-measures', { measures: 'stop-part' }],
      [day('2026-07-03'), 'order-stop'],
      [day('2026-07-04'), 'revoke-measures'],
      [day('2026-07-05'), 'lift-stop'],
    )
    expect(quarter(facts, '2026Q3')).toMatchObject({ stopped: 1, resumed: 1 })
  })
})

function firstCriterion(): string {
  const field = hazardRectification.events.verify?.fields.find(({ name }) => name === 'criteria')
  return Object.keys(field?.choices ?? {})[0] ?? ''
}

describe('supervision', () => {
  const at = (level: string) => `filing.none|handling.rectifying.expired|supervision.${level}`
  test('counts a level when it is reached, not when it is repeated', () => {
    const facts = timeline(
      report('2026-07-01'),
      [day('2026-07-11'), 'supervise-red', {}, { before: at('none'), after: at('red.told') }],
      [day('2026-07-12'), 'supervise-red', {}, { before: at('red.told'), after: at('red.told') }],
      [
        day('2026-07-20'),
        'raise-supervision',
        {},
        { before: at('red.told'), after: at('province.told') },
      ],
    )
    expect(quarter(facts, '2026Q3')).toMatchObject({
      'supervised-red': 1,
      'supervised-province': 1,
    })
    expect(quarter(facts, '2026Q3')['supervised-city']).toBeUndefined()
  })
})

describe('a hazard handed over', () => {
  const facts = timeline(
    report('2026-07-01'),
    [day('2026-07-05'), 'hand-over', { to: '330881' }],
    verified('2026-07-06'),
  )
  test('leaves one county and arrives in another; the city counts it once', () => {
    const all = entries(facts)
    const in_ = (region: string) =>
      quarter(
        all.filter((one) => one.region === region),
        '2026Q3',
      )
    expect(in_('330802')).toEqual({ reported: 1, 'reported-enterprise': 1, 'handed-over': 1 })
    expect(in_('330881')).toEqual({
      received: 1,
      open: 1,
      unrectified: 1,
      'verified-general': 1,
      'category-fire': 1,
    })
    expect(quarter(all, '2026Q3')).toMatchObject({ reported: 1, open: 1 })
  })
})

describe('sources', () => {
  test.each([
    ['machine', { actor: { kind: 'machine', id: 'm', name: 'm' } }, {}],
    ['hotline', { actor: { kind: 'public' } }, {}],
    ['hotline', { actor: inspector }, { source: 'hotline' }],
    ['transferred', { actor: inspector }, { source: 'transferred' }],
    ['inspection', { actor: inspector }, {}],
    ['enterprise', { actor: plant }, { source: 'hotline' }],
  ] as [string, Partial<ReadFact>, Record<string, unknown>][])('%s', (source, more, data) => {
    const [at, type, values] = report('2026-07-01', data)
    expect(quarter(timeline([at, type, values ?? {}, more]), '2026Q3')).toMatchObject({
      reported: 1,
      [`reported-${source}`]: 1,
    })
  })
})

describe('the books', () => {
  test('every figure says how it is counted, in a group that has a name, once', () => {
    const { figures, groups } = statistics
    expect(
      figures.filter(({ how, group }) => how.zh.length < 5 || how.en.length < 5 || !groups[group]),
    ).toEqual([])
    expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length)
  })
  test('every fact that is counted exists in the process', () => {
    const known = new Set([
      hazardRectification.start.type,
      ...Object.keys(hazardRectification.events),
      'pause-clock',
      'resume-clock',
      'extend-clock',
      'return',
    ])
    expect(statistics.facts.filter((type) => !known.has(type))).toEqual([])
  })
  test('what stood before, came and went is what stands', () => {
    const stories = [
      usual,
      timeline(report('2026-06-20'), [day('2026-07-05'), 'reject']),
      timeline(report('2026-07-20'), [day('2026-07-25'), 'join']),
      timeline(report('2026-06-20'), verified('2026-06-30'), ordered('2026-07-01', '2026-07-09')),
      timeline(
        report('2026-09-20'),
        [day('2026-09-25'), 'hand-over', { to: 'outside' }],
        [day('2026-10-25'), 'reopen'],
      ),
    ]
    const all = stories.flatMap(entries)
    for (const id of ['2026Q2', '2026Q3', '2026Q4', '2026']) {
      const is = valuesOf(statistics.figures, sumsOf(all, periodOf(id)!)) as Record<string, number>
      const came = is['carried-over']! + is.reported! + is.reopened!
      const went = [
        'rejected',
        'withdrawn',
        'joined',
        'transferred',
        'in-time',
        'late',
        'closed-down',
      ].reduce((sum, one) => sum + is[one]!, 0)
      expect({ id, left: came - went }).toEqual({ id, left: is.open })
    }
  })
})

describe('periods', () => {
  test('are quarters and years that exist', () => {
    expect(periodOf('2026Q3')).toMatchObject({
      first: '2026-07-01',
      last: '2026-09-30',
      kind: 'quarter',
    })
    expect(periodOf('2024')).toMatchObject({
      first: '2024-01-01',
      last: '2024-12-31',
      kind: 'year',
    })
    expect(['2026Q5', '2026Q0', '1999', '26Q1', '2026q1', '2019', ''].map(periodOf)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
      null,
    ])
  })
  test('offered are those that have begun', () => {
    expect(
      choosablePeriods('2026-05-01')
        .slice(0, 4)
        .map(({ id }) => id),
    ).toEqual(['2026Q2', '2026Q1', '2026', '2025Q4'])
    expect([lastQuarter('2026-01-02'), lastQuarter('2026-12-31')]).toEqual(['2025Q4', '2026Q3'])
  })
})
