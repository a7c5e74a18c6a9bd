// Which way does a forecast see ahead, what does the law say of it, and how is working time turned into days?
import { describe, expect, test } from 'vitest'
import { hazardRectification } from '../../../domain/hazard-rectification/process.ts'
import { hazchemLicence } from '../../../domain/hazchem-licence/process.ts'
import { stateKey } from '../../../domain/model/chart.ts'
import { threeSimultaneities } from '../../../domain/three-simultaneities/process.ts'
import { decreeCalendars } from '../../../domain/time/decrees.ts'
import { isDecreed, workClock } from '../../../domain/time/worktime.ts'
import { forecast, type Subject } from '../../../domain/views/forecast/forecast.ts'
import type { History, Passage } from '../../../domain/views/forecast/past-ways.ts'
import { usualWay } from '../../../domain/views/forecast/usual-way.ts'
import { applying, checked } from '../../hazchem-licence/playing.ts'
import { applied } from '../../hazchem-licence/samples.ts'
import { counter } from '../../support/processes/counter.ts'
import { decisionContextAt } from '../../support/walks/walk.ts'
import {
  onPaper,
  applied as projectApplied,
  registering,
} from '../../three-simultaneities/playing.ts'
import { mine } from '../../three-simultaneities/samples.ts'
import type { playing } from '../acting.ts'

describe('working time', () => {
  const time = workClock(decreeCalendars)
  test('nights, rest days and holidays stand still', () => {
    const between = (from: string, to: string) => time.at(`${to}+08:00`) - time.at(`${from}+08:00`)
    expect(between('2026-03-02T08:30:00', '2026-03-03T08:30:00')).toBeCloseTo(1)
    expect(between('2026-03-02T08:30:00', '2026-03-02T13:00:00')).toBeCloseTo(0.5)
    expect(between('2026-03-06T17:30:00', '2026-03-09T08:30:00')).toBeCloseTo(0)
    expect(between('2025-09-30T17:30:00', '2025-10-09T08:30:00')).toBeCloseTo(0)
  })
  test('a day is found again; what came in the evening can be of that evening', () => {
    const noon = time.at('2026-03-04T12:00:00+08:00')
    expect([time.earliest(noon), time.day(noon)]).toEqual(['2026-03-04', '2026-03-04'])
    const evening = time.at('2026-03-06T20:00:00+08:00')
    expect([time.earliest(evening), time.day(evening)]).toEqual(['2026-03-06', '2026-03-09'])
  })
  test('a year without a decree is an estimate', () => {
    expect([
      isDecreed(decreeCalendars, '2026-01-05', '2026-12-01'),
      isDecreed(decreeCalendars, '2026-12-01', '2031-01-05'),
    ]).toEqual([true, false])
  })
})

/** What is forecast of a case played in memory; without a history by the chart and the law alone. */
const made = (
  play: Pick<ReturnType<typeof playing>, 'record' | 'facts'>,
  at: string,
  process = hazchemLicence,
  history: History = new Map(),
) => {
  const record = play.record()
  const opening = {
    type: process.start.type,
    at: record.openedAt,
    by: null,
    before: null,
    after:
      process === hazchemLicence ? 'bar.none|handling.receiving' : 'bar.none|handling.planning',
  }
  const answers = play.facts.map((fact) => ({
    ...fact,
    at: fact.occurredAt,
    by: null,
    before: fact.before as string | null,
    after: String(fact.after),
  }))
  const subject: Subject = {
    process,
    record,
    moves: [opening, ...answers],
    history,
    decisionContext: decisionContextAt(at),
    reader: 'internal',
  }
  return forecast(subject)
}

describe('without a history', () => {
  test('the chart tells the way to the good end', () => {
    const steps = (way: { state: string }[]) => way.map(({ state }) => state.split('.').at(-1))
    expect(steps(usualWay(hazchemLicence, 'handling.receiving', []))).toEqual([
      'receiving',
      'preparing',
      'checking',
      'opining',
      'endorsing',
      'deciding',
      'issuing',
      'serving',
    ])
    expect(
      steps(
        usualWay(hazardRectification, 'handling.ordering', [], {
          listedBy: null,
          stopped: false,
        }),
      ),
    ).toEqual(['ordering', 'working', 'rechecking', 'accepting'])
  })
  test('a chart that tells no good end from another tells no way', () => {
    expect(usualWay(counter, 'counting', [])).toEqual([{ state: 'counting', event: '' }])
  })
  test('the law alone says until when, one period after the other', () => {
    const found = made(applying(applied, '2026-03-02'), '2026-03-02T02:00:00.000Z')
    expect([found?.why, found?.end, found?.passages]).toEqual(['few', null, 0])
    expect(found?.steps[0]?.limit).toMatchObject({ due: '2026-03-09', firm: true })
    // 30 working days from the last day to accept; a site check on the way will stop it.
    expect(found?.steps.find(({ state }) => state.endsWith('deciding'))?.limit).toMatchObject({
      due: '2026-04-21',
      firm: false,
    })
    expect(found?.steps.at(-1)?.limit?.due).toBe('2026-05-08')
  })
  test('a period that stands still is told as if it went on today', () => {
    const play = applying(
      applied,
      '2026-03-02',
      ['kou', 'accept'],
      ['until', '2026-03-03'],
      ['shen', 'begin-site-check'],
    )
    const due = (at: string) =>
      made(play, at)?.steps.find(({ state }) => state.endsWith('deciding'))?.limit?.due ?? ''
    expect(due('2026-03-13T02:00:00.000Z') > due('2026-03-04T02:00:00.000Z')).toBe(true)
  })
  test('where the licence is in force nothing is left to forecast', () => {
    const lines = [['kou', 'accept'], ...checked] as Parameters<typeof applying>[2][]
    const play = applying(applied, '2026-03-02', ...lines)
    expect(made(play, '2026-03-02T03:00:00.000Z')?.steps[0]?.state).toBe(
      'handling.reviewing.opining',
    )
    const moves = [
      {
        type: 'serve-licence',
        at: '2026-03-02T01:00:00.000Z',
        by: null,
        before: null,
        after: 'bar.none|handling.valid.unchanged',
      },
    ]
    const record = play.record()
    expect(stateKey(record.snapshot.value)).toContain('opining')
    expect(
      forecast({
        process: hazchemLicence,
        record,
        moves,
        history: new Map(),
        decisionContext: decisionContextAt(record.openedAt),
        reader: 'internal',
      }),
    ).toBeNull()
  })
})

describe('with a history', () => {
  /** So many licences that were accepted after so many working days, and then at their end at once. */
  const accepted = (many: number, stay: number, { sort = 'new', year = 2025 } = {}): Passage[] =>
    Array.from({ length: many }, () => {
      const enteredAt = `${year}-05-06T01:00:00.000Z`
      const standing = {
        state: 'handling.receiving',
        again: false,
        region: '330802',
        sort,
        running: 'acceptance',
        enteredAt,
        dated: null,
      }
      const led = { event: 'refuse-acceptance', by: null, next: 'handling.not-accepted' }
      const one: Passage = { ...standing, ...led, stay, share: null, rest: 0, index: 0, way: [] }
      one.way.push(one)
      return one
    })
  const expected = (...passages: Passage[][]) =>
    made(
      applying(applied, '2026-03-02'),
      '2026-03-02T01:00:00.000Z',
      hazchemLicence,
      new Map([['handling.receiving', passages.flat()]]),
    )
  test('what was said at the beginning tells cases apart, where enough of the sort have ended', () => {
    expect(expected(accepted(40, 20), accepted(40, 2, { sort: 'change' }))?.end).toMatchObject({
      expected: '2026-03-30',
    })
    expect(expected(accepted(10, 20), accepted(40, 2, { sort: 'change' }))?.end).toMatchObject({
      expected: '2026-03-04',
    })
  })
  test('the latest cases count: an office that has become slower is seen', () => {
    const found = expected(accepted(300, 2, { year: 2023 }), accepted(200, 20))
    expect([found?.passages, found?.end?.earliest]).toEqual([200, '2026-03-30'])
  })
  test('of all ranges that hold nine in ten the narrowest is shown, not one that a few long cases draw out', () => {
    expect(expected(accepted(45, 2), accepted(45, 3), accepted(5, 60))?.end).toMatchObject({
      earliest: '2026-03-04',
      latest: '2026-03-05',
    })
  })
})

describe('a case of several applications', () => {
  const now = '2026-03-02T02:00:00.000Z'
  const steps = (state: string) =>
    usualWay(threeSimultaneities, state, []).map((step) => step.state.split('.').at(-1))
  test('each leads to its own good end', () => {
    const rest = ['opining', 'endorsing', 'deciding', 'serving']
    expect(steps('handling.conditions.receiving')).toEqual([
      'receiving',
      'preparing',
      'checking',
      ...rest,
    ])
    expect(steps('handling.design.receiving')).toEqual(['receiving', 'preparing', ...rest])
    expect(steps('handling.supervising')).toEqual(['supervising'])
    expect(steps('handling.correcting')).toEqual(['correcting', 'spot-check'])
  })
  test('between them nothing is forecast; what was refused is no step run again', () => {
    const play = registering(mine, '2026-03-02')
    expect(made(play, now, threeSimultaneities)).toBeNull()
    play.does(...projectApplied('apply-design'))
    const first = made(play, now, threeSimultaneities)
    expect(first?.ends?.zh).toBe('安全设施设计审查办结')
    expect(first?.steps.map(({ state }) => state.split('.').at(-1))).toEqual([
      'preparing',
      'opining',
      'endorsing',
      'deciding',
      'serving',
    ])
    // 20 working days to decide on the design, and 10 to deliver.
    expect(first?.steps.map(({ limit }) => limit?.due).slice(-2)).toEqual([
      '2026-03-30',
      '2026-04-14',
    ])
    play.does(...onPaper, ['gao', 'refuse-design'], ['kou', 'serve-refusal'])
    expect([play.where('handling'), made(play, now, threeSimultaneities)]).toEqual([
      'handling.designing',
      null,
    ])
    play.does(['mao', 'apply-design'])
    const second = made(play, now, threeSimultaneities)
    expect([second?.steps[0]?.state, second?.steps.some(({ again }) => again)]).toEqual([
      'handling.design.receiving',
      false,
    ])
  })
})
