// When is a task fresh, and where does it climb when its post stands empty?
import { expect, test } from 'vitest'
import { type Candidate, isAble } from '../../../domain/engine/choosing.ts'
import {
  freshTasks,
  groupsAround,
  type Register,
  settleTasks,
} from '../../../domain/engine/settle.ts'
import { draftOf } from '../../../domain/model/draft.ts'
import type { CaseRecord, OpenTask } from '../../../domain/model/record.ts'
import { actor } from '../../support/people/cast.ts'
import { counter } from '../../support/processes/counter.ts'
import {
  at,
  chiefs,
  inspectors,
  candidateWith as one,
  ruleWith as rule,
  signatureBy,
  standingInFor,
} from '../../support/tasks-made-up.ts'
import { decisionContextAt } from '../../support/walks/walk.ts'
import { barring, type lin, named, record, requestsOf, task } from './chosen.ts'

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
      kind: 'notice',
      about: 'vacancy',
      escalationLevel: null,
      obligation: null,
      audience: 'internal',
      notBefore: '2026-03-02T02:00:00.000Z',
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
