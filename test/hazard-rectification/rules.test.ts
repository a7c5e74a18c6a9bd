// Does each rule say yes or give its reason, in both languages, and never throw?
import { describe, expect, it } from 'vitest'
import { type HazardContext, opening } from '../../domain/hazard-rectification/memory/context.ts'
import { extensionInTime } from '../../domain/hazard-rectification/memory/extension.ts'
import { rules } from '../../domain/hazard-rectification/rules.ts'
import { machine1 } from '../../domain/hazard-rectification/statechart@1.ts'
import { machine } from '../../domain/hazard-rectification/statechart.ts'
import {
  anybody,
  eventBy,
  expectAnswers,
  expectGuards,
  reason,
} from '../support/processes/rule-verdicts.ts'

const past: HazardContext = {
  ...opening(undefined),
  reporter: 'reporter',
  orderer: 'orderer',
  rectifier: 'boss',
  rechecker: 'rechecker',
}

describe('four eyes', () => {
  it.each([
    ['recheckedByAnother', 'orderer', false],
    ['recheckedByAnother', 'boss', false],
    ['recheckedByAnother', 'somebody', true],
    ['mayFailRecheck', 'orderer', false],
    ['mayFailRecheck', 'somebody', true],
    ['writtenOffByAnother', 'rechecker', false],
    ['writtenOffByAnother', 'orderer', true],
    ['withdrawnByReporter', 'reporter', true],
    ['withdrawnByReporter', 'somebody', false],
  ] as const)('%s by the %s: %s', (name, who, allowed) => {
    expect(rules[name]({ context: past, event: eventBy(anybody(who)) })).toEqual(
      allowed ? true : reason,
    )
  })

  it('does not take two unknown people for one', () => {
    const unknown = opening(undefined)
    expect(rules.recheckedByAnother({ context: unknown, event: eventBy({ kind: 'system' }) })).toBe(
      true,
    )
    expect(
      rules.withdrawnByReporter({ context: unknown, event: eventBy({ kind: 'system' }) }),
    ).toEqual(reason)
  })
})

describe('the date of an order', () => {
  it.each([
    ['the same day', '2026-03-02', false],
    ['the day before', '2026-03-01', false],
    ['the next day', '2026-03-03', true],
    ['a year later', '2027-03-02', true],
    ['a year and a day later', '2027-03-03', false],
    ['31 February', '2026-02-31', false],
    ['29 February of a common year', '2027-02-29', false],
    ['a word', 'tomorrow', false],
    ['a number', 20260303, false],
    ['null', null, false],
  ])('%s: %s', (_, dueDate, allowed) => {
    for (const name of ['dueDateLawful', 'mayFailRecheck'] as const)
      expect(
        rules[name]({ context: past, event: eventBy(anybody('somebody'), { dueDate }) }),
      ).toEqual(allowed ? true : reason)
  })

  it('counts the day in Shanghai: at 00:30 there the day has changed', () => {
    const at = '2026-03-02T16:30:00.000Z'
    expect(
      rules.dueDateLawful({
        context: past,
        event: eventBy(anybody('x'), { dueDate: '2026-03-03' }, at),
      }),
    ).toEqual(reason)
    expect(
      rules.dueDateLawful({
        context: past,
        event: eventBy(anybody('x'), { dueDate: '2026-03-04' }, at),
      }),
    ).toBe(true)
  })

  it('from 29 February reaches 28 February of the next year', () => {
    const at = '2028-02-29T01:00:00.000Z'
    expect(
      rules.dueDateLawful({
        context: past,
        event: eventBy(anybody('x'), { dueDate: '2029-02-28' }, at),
      }),
    ).toBe(true)
    expect(
      rules.dueDateLawful({
        context: past,
        event: eventBy(anybody('x'), { dueDate: '2029-03-01' }, at),
      }),
    ).toEqual(reason)
  })
})

describe('what a listed hazard and its papers may not be given', () => {
  const listed: HazardContext = {
    ...past,
    order: 'listed',
    orderedOn: '2026-03-01',
    dueDate: '2026-06-30',
  }
  const failed = (context: HazardContext, dueDate: string) =>
    rules.mayFailRecheck({
      context,
      event: eventBy(anybody('somebody'), { dueDate }, '2026-06-01T01:00:00.000Z'),
    })

  it('a date beyond its governance by a failed re-check', () => {
    expect(failed(listed, '2027-03-01')).toBe(true)
    const refused = failed(listed, '2027-03-02')
    expect(refused).toEqual(reason)
    if (refused !== true) expect(refused.zh).toContain('20个工作日前')
    expect(failed({ ...listed, dueDate: '2027-05-01' }, '2027-05-01')).toBe(true)
    expect(failed({ ...listed, order: 'ordinary' }, '2027-06-01')).toBe(true)
  })

  it('a service before the order was made', () => {
    const serve = (servedOn: string) =>
      rules.serviceLawful({
        context: listed,
        event: eventBy(anybody('lin'), { servedOn }),
      })
    expect(serve('2026-02-28')).toEqual(reason)
    expect(serve('2026-03-01')).toBe(true)
  })
})

describe('the time to ask for more time', () => {
  it.each([
    ['11 days before', '2026-06-15', false],
    ['10 days before', '2026-06-16', true],
    ['the day before', '2026-06-25', true],
    ['on the last day', '2026-06-26', true],
    ['the day after', '2026-06-27', false],
  ])('of an ordinary order are its last ten days: %s', (_, today, inside) => {
    const context: HazardContext = { ...past, order: 'ordinary', dueDate: '2026-06-26' }
    const verdict = extensionInTime({
      context,
      event: eventBy(anybody('boss'), {}, `${today}T01:00:00.000Z`),
    })
    expect(verdict).toEqual(inside ? true : reason)
    if (verdict !== true) expect(verdict.zh).toContain('2026-06-16至2026-06-26')
  })
})

describe('a limit that binds nobody yet is left to a person', () => {
  const listed: HazardContext = { ...past, order: 'listed', dueDate: '2027-03-01' }
  const ask = (today: string) => ({
    context: listed,
    event: eventBy(anybody('boss'), {}, `${today}T01:00:00.000Z`),
  })

  it('the last day to ask counted over days that no decree has named', () => {
    expect(extensionInTime(ask('2027-01-29'))).toEqual(reason)
    expect(rules.mayAskExtension(ask('2027-01-29'))).toBe(true)
  })

  it('six months of a stop since their new text is not loaded, and before it refused', () => {
    const stop = (at: string, until: unknown) =>
      rules.measuresLawful({ context: past, event: eventBy(anybody('lin'), { until }, at) })
    expect(stop('2026-01-30T01:00:00.000Z', '2026-07-30')).toBe(true)
    expect(stop('2026-01-30T01:00:00.000Z', '2026-07-31')).toEqual(reason)
    expect(stop('2026-03-02T01:00:00.000Z', '2026-10-01')).toBe(true)
    for (const until of ['2026-03-02', '2026-02-31', 'soon'])
      expect(stop('2026-03-02T01:00:00.000Z', until)).toEqual(reason)
  })
})

describe('every rule', () => {
  it.each(Object.entries(rules))(
    '%s answers "may I at all?" without data, for anybody, with any past',
    (_, rule) =>
      expectAnswers(rule as typeof rules.mayFailRecheck, {
        people: ['somebody', 'orderer'],
        pasts: [past, opening(undefined)],
        to: 'handling.verifying',
      }),
  )

  it('guards some transition, and every guard is a rule', () => {
    expectGuards(rules, machine, machine1)
  })
})
