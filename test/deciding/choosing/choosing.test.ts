// To whom does a rule give a task, and who is able to work it at all?
import { expect, test } from 'vitest'
import { type Candidate, chosen, expected, isAble } from '../../../domain/engine/choosing.ts'
import type { ProcessDefinition } from '../../../domain/model/process.ts'
import type { RoutingRule } from '../../../domain/tasks/routing/rules.ts'
import { actor } from '../../support/people/cast.ts'
import { counter } from '../../support/processes/counter.ts'
import {
  chiefs,
  inspectors,
  candidateWith as one,
  ruleWith as rule,
} from '../../support/tasks-made-up.ts'
import { barring, lin, named, requestsOf } from './chosen.ts'

const input = (of: RoutingRule, candidates: Candidate[], process = counter) =>
  chosen(requestsOf(process), of, candidates)
const to = (...of: Parameters<typeof input>) => input(...of).to?.id ?? null

test('who is of the post and barred from nothing that others may do is able; a rule that would bar a stranger bars nobody', () => {
  expect(isAble(requestsOf(), lin)).toBe(true)
  expect(isAble(requestsOf(), actor('chen'))).toBe(false)
  expect(isAble(requestsOf(barring('lin')), lin)).toBe(false)
  expect(isAble(requestsOf(barring('lin', '')), lin)).toBe(true)
  const both = { ...actor('qi'), appointments: [...actor('qi').appointments, ...lin.appointments] }
  expect(isAble(requestsOf(counter, { owner: 'e-1' }), both)).toBe(false)
  expect(isAble(requestsOf(), both)).toBe(true)
})

test('a task goes to the people of the rule’s post alone', () => {
  expect(to(rule(), [one('chen'), one('wu', { load: 9 })])).toBe('wu')
  expect(to(rule({ group: chiefs }), [one('chen'), one('wu')])).toBe(null)
})

test('least in hand comes first; among equals who has had the longest time no turn, then by name', () => {
  expect(to(rule(), [one('lin', { load: 2 }), one('wu', { load: 1 })])).toBe('wu')
  expect(to(rule(), [one('lin', { turns: { r1: 5 } }), one('wu', { turns: { r1: 4 } })])).toBe('wu')
  expect(to(rule(), [one('wu'), one('lin')])).toBe('lin')
  expect(to(rule(), [one('lin'), one('wu')])).toBe('lin')
})

test('in turn comes whose last turn lies furthest back, whatever he has in hand', () => {
  const round = rule({ way: 'round' })
  expect(
    to(round, [
      one('lin', { turns: { r1: 3 }, load: 0 }),
      one('wu', { turns: { r1: 1 }, load: 9 }),
    ]),
  ).toBe('wu')
  expect(
    to(round, [one('lin', { turns: { r1: 3 } }), one('wu', { load: 9, turns: { other: 8 } })]),
  ).toBe('wu')
})

test('whoever is barred from a part of what others may do is given nothing', () => {
  const process = barring('lin')
  expect(to(rule(), [one('lin'), one('wu', { load: 5 })], process)).toBe('wu')
  expect(input(rule(), [one('lin')], process).why.zh).toBe(
    '按分派规则没有可分派的人：均须回避或者不能办理，由本岗位人员自行领取',
  )
  expect(input(rule(named('lin')), [one('lin')], process).why.zh).toBe(
    '按分派规则应由林检查办理，但按回避规则不能办理，由本岗位人员自行领取',
  )
  expect(input(rule(named('lin')), [one('wu')]).why.zh).toBe(
    '按分派规则应由林检查办理，但其已不在该岗位，由本岗位人员自行领取',
  )
  expect(input(rule({ way: 'person' }), [one('wu')]).to).toBe(null)
})

test('whoever is barred from one act of a task that others may do is not given it', () => {
  const partly = {
    ...barring('lin'),
    events: { add: counter.events.add, finish: counter.events.finish },
  } as ProcessDefinition
  expect(to(rule(), [one('lin'), one('wu', { load: 5 })], partly)).toBe('wu')
  expect(to(rule(), [one('lin')], partly)).toBe(null)
})

const standIn = { id: 'wu', name: '吴检查', order: '代〔2026〕1号', posts: null }

test('who is here comes before who is away; for who is away it is said who stands in and by which order', () => {
  const away = one('lin', { standIns: [standIn] })
  expect(to(rule(), [away, one('zhou', { load: 9 })])).toBe('zhou')
  const alone = input(rule(), [away])
  expect([alone.to?.id, alone.why.zh]).toEqual([
    'lin',
    '按分派规则分派给林检查：在办最少（0 件）；其不在岗，由吴检查代理（代〔2026〕1号）',
  ])
  expect(input(rule(), [one('lin', { standIns: [{ ...standIn, posts: [chiefs] }] })]).why.zh).toBe(
    '按分派规则分派给林检查：在办最少（0 件）',
  )
  expect(
    input(rule(), [one('lin', { standIns: [{ ...standIn, posts: [inspectors] }] })]).why.zh,
  ).toContain('由吴检查代理')
})

test('who is away is given nothing that his substitute may not do', () => {
  expect(to(rule(), [one('lin', { standIns: [standIn] })], barring('wu'))).toBe(null)
})

test('the reason names the order of the rule and its ground', () => {
  expect(input(rule({ order: '柯〔2026〕1号', way: 'round' }), [one('lin')]).why.zh).toBe(
    '按分派规则（柯〔2026〕1号）分派给林检查：轮到其办理',
  )
  expect(input(rule(named('lin')), [one('lin')])).toMatchObject({
    rule: 'r1',
    to: { id: 'lin', name: '林检查' },
    why: { zh: '按分派规则分派给林检查：规则指定' },
  })
})

test('how a rule would give out a task that is not there yet is said without knowing who is barred', () => {
  const holders = [
    { id: 'b', name: '乙', open: 1, away: false },
    { id: 'a', name: '甲', open: 1, away: false },
    { id: 'c', name: '丙', open: 0, away: true },
  ]
  expect(expected(rule(), holders).zh).toBe('按分派规则将分派给甲（目前在办最少）')
  expect(
    expected(
      rule(),
      holders.map((of) => ({ ...of, away: true })),
    ).zh,
  ).toBe('按分派规则将分派给丙（目前在办最少）')
  expect(expected(rule(), [{ ...holders[0]!, open: 0 }, holders[1]!]).zh).toContain('乙')
  expect(expected(rule(), []).zh).toBe('按分派规则将分派给—（目前在办最少）')
  expect(expected(rule(named('lin')), holders).zh).toBe('按分派规则将分派给林检查（规则指定）')
  expect(expected(rule({ way: 'round', order: '1号' }), holders).zh).toBe(
    '按分派规则（1号）由本岗位轮流办理',
  )
})
