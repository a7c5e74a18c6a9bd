// Where does the task of an empty post climb to?
import { describe, expect, test } from 'vitest'
import { settleTasks } from '../../../domain/engine/settle.ts'
import { hazardRectification } from '../../../domain/hazard-rectification/process.ts'
import { draftOf } from '../../../domain/model/draft.ts'
import { stepsUp } from '../../../domain/tasks/routing/climbing.ts'
import { understaffedPosts } from '../../../domain/tasks/routing/understaffed-posts.ts'
import { chiefs, counters } from '../../support/processes/counter.ts'
import { eyes } from '../../support/processes/eyes.ts'
import { signedBy, tasksOf } from '../../support/processes/task-operations.ts'
import {
  at,
  candidateWith as held,
  inspectors,
  ruleWith as rule,
} from '../../support/tasks-made-up.ts'
import { decisionContextAt } from '../../support/walks/walk.ts'
import { first, fresh, orderedBy, register, settled } from './routed.ts'

describe('an empty post', () => {
  const city = '330800-enforcement/inspector'
  test('lets its task climb to the same post of the city, and tells the administrators once', () => {
    const { draft, emptied } = settled(
      fresh(),
      register([held('hao')], [rule({ group: city, way: 'round' })]),
    )
    expect(first(draft.record)).toMatchObject({
      groups: [inspectors, city],
      assignee: { id: 'hao' },
    })
    expect(draft.facts.map(({ type }) => type)).toEqual(['climbed', 'routed'])
    expect(first(draft.record).climbed?.why.zh).toContain(
      '无人在岗，任务上提至衢州市应急管理局执法支队·执法检查员',
    )
    expect([emptied, draft.effects.map(({ kind, about }) => [kind, about])]).toEqual([
      [inspectors],
      [['notice', 'vacancy']],
    ])
    const again = settled(fresh(), register([held('hao')], [], [inspectors]))
    expect([again.draft.facts.length, again.emptied, again.draft.effects]).toEqual([1, [], []])
  })
  test('is as good as empty when everybody is barred; the case says so and no post is called empty', () => {
    const { draft, emptied } = settled(
      orderedBy('lin'),
      register([held('lin'), held('hao')], []),
      eyes,
    )
    expect([first(draft.record).groups, emptied]).toEqual([[inspectors, city], []])
    expect(first(draft.record).climbed?.why.zh).toContain('人员均须回避')
  })
  test('with nobody above it stays where it is, with the administrators told', () => {
    const { draft } = settled(fresh(), register([], []))
    expect(first(draft.record)).toMatchObject({
      groups: [inspectors],
      assignee: null,
      climbed: { groups: [] },
    })
    expect(first(draft.record).climbed?.why.zh).toContain('上级也无人可办，已告知系统管理员')
    expect(draft.effects).toMatchObject([
      { groups: expect.arrayContaining(['330800-administration/administrator']) },
    ])
  })
  test('somebody there: nothing is said', () => {
    const { draft, emptied } = settled(fresh(), register([held('wu')], []))
    expect([draft.facts, draft.effects, emptied]).toEqual([[], [], []])
  })
  test('in a sequence the turn climbs with its task, and is not taken back by the next look at it', () => {
    const process = signedBy({ mode: 'sequence', next: [chiefs] }, counters)
    const play = tasksOf(process, [])
    const opened = settleTasks(
      { process, decisionContext: decisionContextAt(at), register: register([held('hao')], []) },
      null,
      draftOf(play.record()),
    )
    const task = first(opened.draft.record)
    expect([task.groups.length, task.signers]).toEqual([
      2,
      { mode: 'sequence', turns: [task.groups, ['330802-bureau/section-chief']] },
    ])
  })
  test('only a level above the case can help: the county, then the city, then the province', () => {
    const record = fresh()
    expect(stepsUp(hazardRectification, record, first(record))).toEqual([
      [city],
      ['330000-enforcement/inspector'],
    ])
    const after = { ...record, region: '330800' as const, openTasks: {} }
    expect(stepsUp(hazardRectification, after, { ...first(record), groups: [city] })).toEqual([
      ['330000-enforcement/inspector'],
    ])
  })
})

test('a substitute from the same post leaves one signature less: only what that makes short is named', () => {
  const short = (holders: string[], substitute = 'wu') =>
    understaffedPosts([hazardRectification], {
      absent: 'lin',
      substitute,
      holders: new Map([[inspectors, holders]]),
    }).map(({ need, left, task }) => [need, left, task.zh])
  expect(short(['lin', 'wu'])).toEqual([[2, 1, '核实定级']])
  expect([short(['lin', 'wu', 'zhou']), short(['lin', 'wu'], 'chen'), short(['lin'])]).toEqual([
    [],
    [],
    [],
  ])
})
