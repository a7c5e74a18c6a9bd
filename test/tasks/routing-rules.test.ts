// Which of several rules gives out a task, from when until when does it count, and what may a rule not say?
import { expect, test } from 'vitest'
import { hazardRectification as process } from '../../domain/hazard-rectification/process.ts'
import {
  classesOf,
  faultsOf,
  type RoutingRule,
  ruleFor,
  termOfRule,
  type WantedRule,
} from '../../domain/tasks/routing/rules.ts'
import { reported } from '../hazard-rectification/samples.ts'
import { actor } from '../support/people/cast.ts'
import { counter } from '../support/processes/counter.ts'
import { at, chiefs, inspectors, ruleWith, taskWith } from '../support/tasks-made-up.ts'
import { opened } from '../support/walks/walk.ts'

const { record } = opened(process, actor('qi'), reported, at)
const [request] = classesOf(process)
const field = request?.name ?? ''
const answer = String((record.data[process.start.type] as Record<string, unknown>)[field])
const other = Object.keys(request?.choices ?? {}).find((one) => one !== answer) ?? ''

const rule = (id: string, more: Partial<RoutingRule> = {}) => ruleWith({ id, ...more })
const chosen = (...rules: RoutingRule[]) => ruleFor(process, record, taskWith(), rules)?.id ?? null

test('a rule may go by a question of the starting form that is answered by a choice, and by no other', () => {
  const fields = [
    { name: 'free', kind: 'text', choices: { a: { zh: '', en: '' } } },
    { name: 'open', kind: 'choice' },
    { name: 'kind', kind: 'choice', choices: { a: { zh: '', en: '' } } },
  ]
  expect(classesOf({ start: { fields } } as never).map(({ name }) => name)).toEqual(['kind'])
})

test.each<[string, Partial<RoutingRule>, boolean]>([
  ['of its post', {}, true],
  ['of another post', { group: chiefs }, false],
  ['of its process', { process: process.id }, true],
  ['of another process', { process: 'counter' }, false],
  ['of its county', { region: '330802' }, true],
  ['of the city above', { region: '330800' }, true],
  ['of another county', { region: '330881' }, false],
  ['of its class', { field, value: answer }, true],
  ['of another class', { field, value: other }, false],
  ['that counts from the very moment', { since: at }, true],
  ['that counts from later', { since: '2026-03-02T01:00:00.001Z' }, false],
  ['that ends later', { until: '2026-03-02T01:00:00.001Z' }, true],
  ['that ends at the very moment', { until: at }, false],
])('a rule %s: %s', (_, more, fits) => {
  expect(chosen(rule('one', more)) === 'one').toBe(fits)
})

test('a rule by class is asked of a case that was started without an answer, and does not count', () => {
  expect(
    ruleFor(process, { ...record, data: {} }, taskWith(), [rule('one', { field, value: answer })]),
  ).toBe(null)
})

test('the class says more than the region, the region more than the process, a county more than the city', () => {
  const byClass = rule('class', { field, value: answer })
  const byCounty = rule('county', { region: '330802' })
  const byCity = rule('city', { region: '330800' })
  const byProvince = rule('province', { region: '330000' })
  const byProcess = rule('process', { process: process.id })
  const any = rule('any')
  const narrower = [any, byProcess, byProvince, byCity, byCounty, byClass]
  for (const [nth, one] of narrower.entries())
    for (const wider of narrower.slice(0, nth)) {
      expect([chosen(wider, one), chosen(one, wider)]).toEqual([one.id, one.id])
    }
  expect(
    chosen(rule('both', { process: process.id, region: '330000' }), byProvince, byProcess),
  ).toBe('both')
})

test('of equally narrow rules the one entered last counts', () => {
  expect(chosen(rule('old', { seq: 1 }), rule('new', { seq: 2 }), rule('older', { seq: 0 }))).toBe(
    'new',
  )
})

test('a rule of today counts from now, a later one from the morning of its day, to the end of its last day', () => {
  expect(termOfRule({ from: '2026-03-02', until: null }, at)).toEqual({ since: at, until: null })
  expect(termOfRule({ from: '2026-03-01', until: null }, at).since).toBe(at)
  expect(termOfRule({ from: '2026-03-03', until: '2026-03-04' }, at)).toEqual({
    since: '2026-03-02T16:00:00.000Z',
    until: '2026-03-04T16:00:00.000Z',
  })
})

const wanted = (more: Partial<WantedRule> = {}): WantedRule => ({
  group: inspectors,
  process: null,
  region: null,
  field: null,
  value: null,
  way: 'least-loaded',
  person: null,
  from: '2026-03-03',
  until: null,
  ...more,
})
const post = {
  office: '330802-bureau',
  role: 'inspector',
  since: '2026-01-01T00:00:00.000Z',
  until: null,
}
const faults = (
  more: Partial<WantedRule> = {},
  known: { others?: RoutingRule[]; held?: unknown[] | null } = {},
) =>
  faultsOf(wanted(more), {
    processes: { [process.id]: process, counter },
    others: [],
    held: null,
    at,
    ...known,
  } as never).map(({ zh }) => zh)

test.each<[string, Partial<WantedRule>, string[]]>([
  ['nothing wrong', {}, []],
  ['from today', { from: '2026-03-02' }, []],
  ['from yesterday', { from: '2026-03-01' }, ['规则不能早于今日生效']],
  ['a first day that is none', { from: '2026-02-30' }, ['起止日期无效']],
  ['a last day that is none', { until: 'soon' }, ['起止日期无效']],
  ['of one day', { until: '2026-03-03' }, []],
  ['an end before its beginning', { until: '2026-03-02' }, ['结束日期早于开始日期']],
  ['a process', { process: 'counter' }, []],
  ['a process that is not', { process: 'constructor' }, ['没有这个流程']],
  ['a region', { region: '330881' }, []],
  ['a region that is not', { region: '110000' as never }, ['没有这个地区']],
  ['a class', { process: process.id, field, value: answer }, []],
  ['a class of no process', { field, value: answer }, ['该流程没有这个类别']],
  [
    'a class that the process does not ask',
    { process: process.id, field: 'nothing', value: answer },
    ['该流程没有这个类别'],
  ],
  ['a class without an answer', { process: process.id, field }, ['该流程没有这个类别']],
  ['an answer without a class', { process: process.id, value: answer }, ['该流程没有这个类别']],
  [
    'an answer that is none',
    { process: process.id, field, value: 'constructor' },
    ['该流程没有这个类别'],
  ],
  ['a person where the way names nobody', { person: 'lin' }, ['该方式不指定人员']],
  ['nobody where the way names a person', { way: 'person' }, ['请指定人员']],
])('a rule with %s', (_, more, values) => {
  expect(faults(more)).toEqual(values)
})

test('the person named must hold the post on the first day', () => {
  const byName = { way: 'person', person: 'lin' } as const
  const gone = '所指定的人届时不在该岗位'
  expect(faults(byName, { held: [{ ...post, role: 'leader' }, post] })).toEqual([])
  expect(faults(byName, { held: [] })).toEqual([gone])
  expect(faults(byName)).toEqual([gone])
  expect(faults(byName, { held: [{ ...post, office: '330881-bureau' }] })).toEqual([gone])
  expect(faults(byName, { held: [{ ...post, since: '2026-03-02T16:00:00.000Z' }] })).toEqual([])
  expect(faults(byName, { held: [{ ...post, since: '2026-03-02T16:00:00.001Z' }] })).toEqual([gone])
  expect(faults(byName, { held: [{ ...post, until: '2026-03-02T16:00:00.000Z' }] })).toEqual([gone])
  expect(faults({ ...byName, from: 'soon' }, { held: [] })).toEqual(['起止日期无效'])
})

test('two rules for the same tasks do not count at the same time', () => {
  const met = '该时间段内已有同样范围的规则，请先结束原规则'
  const during = (since: string, until: string | null, more: Partial<RoutingRule> = {}) => ({
    others: [rule('one', { since, until, ...more })],
  })
  const day = { from: '2026-03-03', until: '2026-03-03' }
  const [begins, ends] = ['2026-03-02T16:00:00.000Z', '2026-03-03T16:00:00.000Z']
  expect(faults(day, during('2026-01-01T00:00:00.000Z', null))).toEqual([met])
  expect(faults(day, during('2026-01-01T00:00:00.000Z', begins))).toEqual([])
  expect(faults(day, during('2026-01-01T00:00:00.000Z', '2026-03-02T16:00:00.001Z'))).toEqual([met])
  expect(faults(day, during(ends, null))).toEqual([])
  expect(faults(day, during('2026-03-03T15:59:59.999Z', null))).toEqual([met])
  expect(faults({}, during(ends, null))).toEqual([met])
  expect(faults(day, during(begins, null, { region: '330881' }))).toEqual([])
  expect(faults({ ...day, until: 'soon' }, during(begins, null))).toEqual(['起止日期无效'])
  expect(faults({ from: 'soon' }, during(begins, null))).toEqual(['起止日期无效'])
})
