// Which levels may be set, how late, for whom and in which order, and which setting counts for a period?
import { expect, test } from 'vitest'
import {
  addressesOf,
  escalationPolicyAt,
  escalationPolicyNow,
  faultsOf,
  isSettable,
  mostOf,
  settable,
  settingsOf,
  withEscalationPolicy,
} from '../../domain/engine/clocks/settings.ts'
import { ruleOn } from '../../domain/law/rule-book.ts'
import type {
  ClockDefinition,
  EscalationLevelDefinition,
  ProcessDefinition,
} from '../../domain/model/process.ts'
import type { EscalationLevelSetting } from '../../domain/model/record.ts'
import { refusal } from '../case/acting.ts'
import { chiefs, counter, counters } from '../support/processes/counter.ts'
import { at } from '../support/tasks-made-up.ts'

const rule = 'hazchem-licence.review'
const most = ruleOn(rule, '2026-03-02').n
const [like] = counter.clocks as [ClockDefinition]
const level = like.escalationPolicy[0] as EscalationLevelDefinition
type Unit = EscalationLevelDefinition['after']['unit']
const levelOf = (
  escalationLevel: string,
  unit: Unit,
  limit: string | undefined = rule,
): EscalationLevelDefinition =>
  ({ ...level, escalationLevel, after: { unit, n: 1 }, ...(limit ? { limit } : {}) }) as never
const clockOf = (...escalationPolicy: EscalationLevelDefinition[]): ClockDefinition => ({
  ...like,
  escalationPolicy,
})
const set = (escalationLevel: string, n: number, notify = [chiefs]): EscalationLevelSetting =>
  ({ escalationLevel, n, notify }) as never
const faults = (
  clock: ClockDefinition,
  wanted: EscalationLevelSetting[],
  current: EscalationLevelSetting[] = [],
) =>
  faultsOf(wanted, {
    process: { ...counter, clocks: [{ ...clock, clockOwner: counters }] },
    clock,
    current,
    at,
  }).map(({ zh }) => zh)

const version = (id: string, from: string, clock = 'count') => ({
  id,
  from,
  clock,
  escalationLevels: [set('late', 5)],
})

test('the setting that counts is the last one that had begun when the period did, of its own clock', () => {
  const versions = [
    version('a', '2026-01-01T00:00:00.000Z'),
    version('b', at),
    version('x', at, 'other'),
    version('c', '2026-04-01T00:00:00.000Z'),
  ]
  expect(escalationPolicyAt(versions, 'count', at)?.id).toBe('b')
  expect(escalationPolicyAt(versions, 'count', '2026-02-01T00:00:00.000Z')).toEqual({
    id: 'a',
    escalationLevels: [set('late', 5)],
  })
  expect(escalationPolicyAt(versions, 'count', '2025-01-01T00:00:00.000Z')).toBe(null)
  expect(escalationPolicyAt(undefined, 'count', at)).toBe(null)
  expect([
    escalationPolicyNow(versions, 'count')?.id,
    escalationPolicyNow(versions, 'none'),
  ]).toEqual(['c', null])
})

test('a setting changes the number and the people of a level that it knows, and nothing else', () => {
  const clock = withEscalationPolicy(like, {
    id: 'a',
    escalationLevels: [set('late', 5, [counters])],
  })
  expect(clock.escalationPolicy).toEqual([
    { ...level, after: { unit: 'ND', n: 5 }, notify: [counters] },
    like.escalationPolicy[1],
  ])
  expect(withEscalationPolicy(like, null)).toBe(like)
  expect(settingsOf(like)).toEqual([set('late', 0), set('later', 2)])
})

test('only a clock of a process with a number that can be set is set', () => {
  const process: ProcessDefinition = {
    ...counter,
    clocks: [
      { ...like, clock: 'fixed' },
      { ...clockOf(levelOf('a', 'ND')), clock: 'free' },
    ],
  }
  expect(process.clocks.map(isSettable)).toEqual([false, true])
  expect(settable({ counter: process }, { process: 'counter', clock: 'free' })).toEqual({
    process,
    clock: process.clocks[1],
  })
  for (const place of [
    { process: 'counter', clock: 'fixed' },
    { process: 'counter', clock: 'none' },
    { process: 'constructor', clock: 'free' },
  ])
    expect(refusal(() => settable({ counter: process }, place)).code).toBe('not-found')
})

test('the rule book’s number is the most, with its article, else with its norm', () => {
  const found = ruleOn(rule, '2026-03-02')
  expect(mostOf(levelOf('a', 'ND'), at)).toEqual({
    n: most,
    confidence: found.confidence,
    article: found.article.zh === '' ? found.norm : found.article,
  })
  expect(mostOf(level, at)).toBe(null)
})

test('the people of a process are those of its warnings, its levels and its owners, each once', () => {
  expect(
    addressesOf({
      ...counter,
      clocks: [{ ...like, warnNotify: [counters, chiefs], clockOwner: counters }],
    }),
  ).toEqual([counters, chiefs])
})

const two = clockOf(levelOf('a', 'ND'), levelOf('b', 'ND'))

test('every level is given, in its order, and something must change', () => {
  const all = '须逐级列出全部各级'
  expect(faults(two, [set('a', 1)])).toEqual([all])
  expect(faults(two, [set('a', 1), set('b', 1), set('c', 1)])).toEqual([all])
  expect(faults(two, [set('b', 1), set('a', 1)])).toEqual([all])
  expect(faults(two, [set('a', 1), set('c', 1)])).toEqual([all])
  expect(faults(two, [set('a', 1), set('b', 2)], [set('a', 1), set('b', 2)])).toEqual([
    '与现行设置相同',
  ])
  expect(faults(two, [set('a', 1), set('b', 2)], [set('a', 1), set('b', 3)])).toEqual([])
  expect(faults(two, [set('a', -1), set('b', 2)], [set('a', -1), set('b', 2)])).toEqual([
    '逾期：须为不小于0的整数',
  ])
})

test('a number is whole, not negative, not beyond the rule book’s, and of a fixed level not changed', () => {
  const one = clockOf(levelOf('a', 'ND'))
  expect([faults(one, [set('a', 0)]), faults(one, [set('a', most)])]).toEqual([[], []])
  expect(faults(one, [set('a', 1.5)])).toEqual(['逾期：须为不小于0的整数'])
  expect(faults(one, [set('a', most + 1)])[0]).toContain(`逾期：不得迟于 ${most}`)
  const fixed = clockOf({ ...level, escalationLevel: 'a' })
  expect(faults(fixed, [set('a', 0)])).toEqual([])
  expect(faults(fixed, [set('a', 1)])).toEqual(['逾期：由期限规则决定，不能设置'])
})

const order = '逾期不得晚于上一级逾期'

test.each<[Unit, number, Unit, number, boolean]>([
  ['ND', 2, 'ND', 2, true],
  ['ND', 3, 'ND', 2, false],
  ['WD', 2, 'WD', 2, true],
  ['WD', 0, 'ND', 0, true],
  ['WD', 1, 'ND', 12, true],
  ['WD', 1, 'ND', 11, false],
  ['ND', 3, 'WD', 3, true],
  ['ND', 4, 'WD', 3, false],
  ['MIN', 5, 'ND', 1, true],
  ['MIN', 5, 'ND', 0, false],
  ['MIN', 0, 'WD', 0, true],
  ['ND', 0, 'MIN', 0, true],
  ['ND', 1, 'MIN', 5, false],
])('a level of %s %i before one of %s %i: %s', (unit, n, above, higher, right) => {
  const clock = clockOf(levelOf('a', unit), levelOf('b', above))
  expect(faults(clock, [set('a', n), set('b', higher)]).includes(order)).toBe(!right)
})

test('who steps in is notified, nobody twice, and nobody whom the process does not know', () => {
  const one = clockOf(levelOf('a', 'ND'))
  expect(faults(one, [set('a', 2, [chiefs, counters])])).toEqual([])
  expect(faults(one, [set('a', 2, [chiefs, chiefs])])).toEqual(['逾期：通知对象重复或不属于本流程'])
  expect(
    faults(one, [
      set('a', 2, [chiefs, { role: 'leader', office: 'enforcement', level: 'county' } as never]),
    ]),
  ).toEqual(['逾期：通知对象重复或不属于本流程'])
  expect(faults(one, [set('a', 2, [counters])])).toEqual(['逾期：承担该级督办的岗位不能取消通知'])
  const silent = clockOf({ ...levelOf('a', 'ND'), notify: [] })
  expect(faults(silent, [set('a', 2, [])])).toEqual([])
})
