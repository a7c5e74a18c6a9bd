// To whom does a rule give a task, who is able to work it at all, and what is said of an empty post?
import { expect, test } from 'vitest'
import { type Candidate, chosen, expected, isAble } from '../../domain/engine/choosing.ts'
import { freshTasks, groupsAround, type Register, settleTasks } from '../../domain/engine/settle.ts'
import { text } from '../../domain/language/words.ts'
import { draftOf } from '../../domain/model/draft.ts'
import type { ProcessDefinition, Rule } from '../../domain/model/process.ts'
import type { CaseRecord, OpenTask } from '../../domain/model/record.ts'
import type { RoutingRule } from '../../domain/tasks/routing/rules.ts'
import { actor } from '../support/people/cast.ts'
import { counter } from '../support/processes/counter.ts'
import { at, chiefs, inspectors, signatureBy, standingInFor } from '../support/tasks-made-up.ts'
import { decisionContextAt, opened } from '../support/walks/walk.ts'

const lin = actor('lin')
const barring = (...ids: string[]): ProcessDefinition => {
  const notThem: Rule = ({ event }) =>
    !ids.includes(event.by.kind === 'person' ? event.by.id : '') || text('回避', 'barred')
  return {
    ...counter,
    rules: { ...counter.rules, notTooMuch: notThem as never },
    events: { add: counter.events.add, approve: counter.events.approve } as never,
  }
}
const { record } = opened(counter, lin, { region: '330802', date: '2026-03-10' }, at)
const task = Object.values(record.openTasks)[0] as OpenTask
const requestsOf = (process = counter, more: Partial<CaseRecord> = {}) => ({
  process,
  record: { ...record, ...more },
  task,
  decisionContext: decisionContextAt(at),
})
const rule = (more: Partial<RoutingRule> = {}): RoutingRule => ({
  id: 'r1',
  group: inspectors,
  process: null,
  region: null,
  field: null,
  value: null,
  way: 'least-loaded',
  person: null,
  order: null,
  since: '2026-01-01T00:00:00.000Z',
  until: null,
  seq: 1,
  ...more,
})
const one = (id: string, more: Partial<Candidate> = {}): Candidate => ({
  person: actor(id),
  load: 0,
  turns: {},
  standIns: [],
  ...more,
})
const input = (of: RoutingRule, candidates: Candidate[], process = counter) =>
  chosen(requestsOf(process), of, candidates)
const to = (...of: Parameters<typeof input>) => input(...of).to?.id ?? null
const named = (id: string) => ({ way: 'person', person: { id, name: actor(id).name } }) as const

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
    '按分派规则没有可分派的人：均须回避或者不能办理，由本岗位人员自行签收',
  )
  expect(input(rule(named('lin')), [one('lin')], process).why.zh).toBe(
    '按分派规则应由林检查办理，但按回避规则不能办理，由本岗位人员自行签收',
  )
  expect(input(rule(named('lin')), [one('wu')]).why.zh).toBe(
    '按分派规则应由林检查办理，但其已不在该岗位，由本岗位人员自行签收',
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

const withTasks = (...tasks: OpenTask[]): CaseRecord => ({
  ...record,
  openTasks: Object.fromEntries(tasks.map((of) => [of.id, of])),
})
const fresh = (of: OpenTask, before: OpenTask | null = null) =>
  freshTasks(before && withTasks(before), withTasks(of)).length === 1

test('a task is fresh when it has been opened since, assigned to nobody, of the authorities, and neither seen nor given out', () => {
  expect(fresh(task)).toBe(true)
  expect(fresh(task, task)).toBe(false)
  expect(fresh({ ...task, assignee: { id: 'lin', name: '林' } })).toBe(false)
  expect(fresh({ ...task, seenAt: at })).toBe(false)
  expect(fresh({ ...task, routed: {} as never })).toBe(false)
  expect(fresh({ ...task, climbed: {} as never })).toBe(false)
  expect(fresh({ ...task, groups: [inspectors, 'enterprise:e-1/enterprise-safety'] })).toBe(false)
})

test('in a sequence a task that has passed to other posts is fresh again, and in no other way of signing', () => {
  const signers = { mode: 'sequence', turns: [[inspectors], [chiefs]] } as never
  const passed = { ...task, signers, groups: [chiefs], seenAt: at }
  expect(fresh(passed, { ...task, signers })).toBe(true)
  expect(fresh({ ...passed, groups: [inspectors] }, { ...task, signers })).toBe(false)
  expect(fresh({ ...task, groups: [chiefs] }, task)).toBe(false)
})

const ofCity = '330800-enforcement/inspector'
const ofProvince = '330000-enforcement/inspector'

test('the groups that matter are the task’s own and the same posts higher up, each once', () => {
  expect(groupsAround(counter, record, [task, task])).toEqual([inspectors, ofCity, ofProvince])
})

const settled = (
  candidates: Candidate[],
  more: Partial<Register> = {},
  process = counter,
  of: CaseRecord = record,
) =>
  settleTasks(
    {
      process,
      decisionContext: decisionContextAt('2026-03-02T02:00:00.000Z'),
      register: { rules: [], candidates, vacant: [], ...more },
    },
    null,
    draftOf(of),
  )
const inCity = {
  ...actor('hao'),
  appointments: [{ office: '330800-enforcement', region: '330800', role: 'inspector' }],
} as typeof lin

test('a task whose post can be held by somebody able stays where it is', () => {
  const { draft, turns, emptied } = settled([one('lin')])
  expect([draft.facts, draft.effects, turns, emptied]).toEqual([[], [], [], []])
})

test('the task of an empty post climbs to the first level that has somebody able, and the administrators are notified once', () => {
  const { draft, emptied } = settled([{ ...one('hao'), person: inCity }])
  const [now] = Object.values(draft.record.openTasks)
  expect(now?.groups).toEqual([inspectors, ofCity])
  expect(now?.climbed?.groups).toEqual([ofCity])
  expect(now?.climbed?.why.zh).toMatch(/目前无人在岗，任务上提至/)
  expect(emptied).toEqual([inspectors])
  expect(draft.facts).toMatchObject([
    {
      type: 'climbed',
      actor: { kind: 'system' },
      audience: 'internal',
      data: { task: 'count', reason: now?.climbed?.why },
    },
  ])
  expect(draft.effects).toMatchObject([
    {
      ...{
        kind: 'notice',
        about: 'vacancy',
        escalationLevel: null,
        obligation: null,
        audience: 'internal',
        notBefore: '2026-03-02T02:00:00.000Z',
      },
      groups: [
        '330802-administration/administrator',
        '330800-administration/administrator',
        '330000-administration/administrator',
      ],
      title: { zh: '【计数】岗位无人 试1号' },
      body: {
        zh: expect.stringMatching(
          /^试1号 .+任务上提至.+。请在“人员与岗位”中任命人员，或者告知该单位。$/,
        ),
        en: expect.stringMatching(/^试1号 .+ The task climbs to.+Appoint somebody/),
      },
    },
  ])
  expect(
    settled([{ ...one('hao'), person: inCity }], { vacant: [inspectors] }).draft.effects,
  ).toEqual([])
})

test('where everybody of the post is barred the task climbs silently, and the administrators are notified only if nobody higher up can act', () => {
  const process = barring('lin')
  const up = settled([one('lin'), { ...one('hao'), person: inCity }], {}, process)
  expect(Object.values(up.draft.record.openTasks)[0]?.climbed?.why.zh).toMatch(
    /的人员均须回避，任务上提至/,
  )
  expect([up.draft.effects, up.emptied]).toEqual([[], []])
  const none = settled([one('lin')], {}, process)
  expect(Object.values(none.draft.record.openTasks)[0]).toMatchObject({
    groups: [inspectors],
    climbed: { groups: [] },
  })
  expect(none.draft.effects).toMatchObject([{ about: 'vacancy' }])
  expect(Object.values(none.draft.record.openTasks)[0]?.climbed?.why.zh).toMatch(
    /的人员均须回避，上级也无人可办，已告知系统管理员$/,
  )
})

test('in a sequence the turn that stands empty climbs with the task, and the other turns stay', () => {
  const turns = { mode: 'sequence', turns: [[inspectors], [chiefs]] } as never
  const climbed = (signatures: OpenTask['signatures'], groups: string[]) =>
    Object.values(
      settled(
        [{ ...one('hao'), person: inCity }],
        {},
        counter,
        withTasks({ ...task, signers: turns, signatures, groups }),
      ).draft.record.openTasks,
    )[0]
  expect(climbed([], [inspectors])?.signers).toEqual({
    mode: 'sequence',
    turns: [[inspectors, ofCity], [chiefs]],
  })
  expect(climbed([signatureBy('lin'), signatureBy('wu')], [chiefs])?.signers).toMatchObject({
    turns: [[inspectors], [chiefs]],
  })
  expect(
    Object.values(settled([{ ...one('hao'), person: inCity }]).draft.record.openTasks)[0]?.signers,
  ).toEqual(task.signers)
})

test('what is given out says its rule, whom and why, as of the opening or of the last fact, and counts for the next task', () => {
  const two = withTasks(task, { ...task, id: 'c-1:count:2', openedAt: '2026-03-02T01:30:00.000Z' })
  const { draft, turns } = settled([one('lin'), one('wu')], { rules: [rule()] }, counter, two)
  expect(turns).toEqual([
    { rule: 'r1', person: 'lin' },
    { rule: 'r1', person: 'wu' },
  ])
  expect(
    Object.values(draft.record.openTasks).map(({ assignee, routed }) => [
      assignee?.id,
      routed?.rule,
    ]),
  ).toEqual([
    ['lin', 'r1'],
    ['wu', 'r1'],
  ])
  expect(draft.facts.map(({ type, occurredAt }) => [type, occurredAt])).toEqual([
    ['routed', at],
    ['routed', '2026-03-02T01:30:00.000Z'],
  ])
  expect(draft.facts[0]?.data).toMatchObject({ task: 'count', rule: 'r1', assignee: '林检查' })
})

test('a rule that finds nobody says so and gives nobody a turn', () => {
  const { draft, turns } = settled([one('lin'), one('zhou')], { rules: [rule(named('wu'))] })
  expect([turns, 'assignee' in (draft.facts[0]?.data ?? {})]).toEqual([[], false])
  expect(Object.values(draft.record.openTasks)[0]).toMatchObject({
    assignee: null,
    routed: { to: null },
  })
})

test('somebody who stands in for another is able in that post', () => {
  expect(isAble(requestsOf(), standingInFor('hao', 'lin'))).toBe(true)
})
