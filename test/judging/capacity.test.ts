// As whom does somebody act who stands in for another: as himself, or for the absent person whose post the act needs?
import { expect, test } from 'vitest'
import { asStarter, asWhom, atTask } from '../../domain/engine/judging/capacity.ts'
import { hazardRectification } from '../../domain/hazard-rectification/process.ts'
import type { CaseRecord, OpenTask } from '../../domain/model/record.ts'
import type { Actor, Appointment, Person } from '../../domain/organisation/actor.ts'
import { reported } from '../hazard-rectification/samples.ts'
import { actor, devices } from '../support/people/cast.ts'
import { periodOf, threeClocks } from '../support/periods-made-up.ts'
import { counter } from '../support/processes/counter.ts'
import {
  addedAs,
  at,
  chiefs,
  inspectors,
  order,
  standingInFor,
  taskWith,
} from '../support/tasks-made-up.ts'
import { opened } from '../support/walks/walk.ts'

const started = opened(
  threeClocks,
  actor('lin'),
  { region: '330802', date: '2026-03-10' },
  at,
).record
const holding = (task: OpenTask): CaseRecord => ({ ...started, openTasks: { [task.id]: task } })
const forWhom = (by: Actor) => (by.kind === 'person' ? (by.actsFor?.id ?? 'himself') : by.kind)
const acting = (
  by: Person,
  type: string,
  record = started,
  data: Record<string, unknown> = {},
  process = threeClocks,
) => forWhom(asWhom(process, record, by, { type, data, taskId: null }))
const [shi, hao] = [actor('shi'), actor('hao')]
const standsIn = (absent: string, by: Person = shi): Person => ({
  ...standingInFor(by.id, absent),
  name: by.name,
})
const delegated = { from: { id: 'wu', name: '吴检查' }, to: { id: 'ji', name: '季督办' }, at }

test('an act of a task is done for the absent person whose post the task is of', () => {
  expect(acting(standsIn('lin'), 'add')).toBe('lin')
  expect(acting(standsIn('chen'), 'add')).toBe('himself')
  expect(acting(standsIn('lin', actor('wu')), 'add')).toBe('himself')
  expect(
    acting(
      standsIn('lin', actor('wu')),
      'add',
      holding(taskWith({ state: 'counting', assignee: { id: 'lin', name: '林检查' } })),
    ),
  ).toBe('lin')
})

test('a verb on a task is done for the absent person whose post the task is of', () => {
  expect(acting(standsIn('lin'), 'claim')).toBe('lin')
  expect(acting(standsIn('chen'), 'claim')).toBe('himself')
  expect(
    acting(
      standsIn('lin', actor('wu')),
      'release',
      holding(taskWith({ assignee: { id: 'lin', name: '林检查' } })),
    ),
  ).toBe('lin')
})

test('who re-assigns acts through the post at the head of the office', () => {
  expect(acting(standsIn('chen'), 'reassign')).toBe('chen')
  expect(acting(standsIn('lin'), 'reassign')).toBe('himself')
})

test('who signs as an added signer acts for whom was added, by name or by post', () => {
  const byName = holding(taskWith({ added: [addedAs('ji', 'before')] }))
  const byPost = holding(
    taskWith({ added: [addedAs('330802-committee/supervisor', 'before', { kind: 'post' })] }),
  )
  for (const type of ['sign', 'oppose']) {
    expect(acting(standsIn('ji', hao), type, byName)).toBe('ji')
    expect(acting(standsIn('ji', hao), type, byPost)).toBe('ji')
    expect(acting(standsIn('gao', hao), type, byName)).toBe('himself')
  }
  expect(acting(standsIn('ji', hao), 'copy', byName)).toBe('himself')
})

test('an added signer by name comes before the holder of the task, a post does not', () => {
  const by = {
    ...standsIn('ji', hao),
    appointments: [...standsIn('lin', hao).appointments, ...standsIn('ji', hao).appointments],
  }
  const task = taskWith({
    assignee: { id: 'lin', name: '林检查' },
    added: [addedAs('ji', 'before')],
  })
  expect(acting(by, 'sign', holding(task))).toBe('ji')
  const post = {
    ...task,
    added: [addedAs('330802-committee/supervisor', 'before', { kind: 'post' })],
  }
  expect(acting(by, 'sign', holding(post))).toBe('lin')
  expect(acting(by, 'sign', holding({ ...post, assignee: null }))).toBe('lin')
})

test('who hands back acts for the delegate', () => {
  const task = holding(taskWith({ delegated }))
  expect(acting(standsIn('ji', hao), 'hand-back', task)).toBe('ji')
  expect(acting(standsIn('ji', hao), 'hand-back', holding(taskWith()))).toBe('himself')
  expect(acting(standsIn('ji', hao), 'urge', task)).toBe('himself')
  expect(acting(standsIn('lin', hao), 'hand-back', task)).toBe('lin')
})

test('who hands back acts for the delegate before he acts for the holder', () => {
  const both = {
    ...hao,
    appointments: [...standsIn('wu', hao).appointments, ...standsIn('ji', hao).appointments],
  }
  const task = taskWith({ delegated, assignee: { id: 'wu', name: '吴检查' } })
  expect(acting(both, 'hand-back', holding(task))).toBe('ji')
})

test('a taking back is always his own', () => {
  const lent = standsIn('lin').appointments.filter(({ onBehalfOf }) => onBehalfOf)
  expect(acting({ ...shi, appointments: lent }, 'take-back')).toBe('himself')
  expect(acting(standsIn('lin'), 'take-back')).toBe('himself')
})

test('who reopens acts through the post that reopens', () => {
  const reopened = {
    ...threeClocks,
    reopen: { by: [{ role: 'section-chief', office: 'enforcement', level: 'county' }] },
  } as typeof threeClocks
  expect(acting(standsIn('chen'), 'reopen', started, {}, reopened)).toBe('chen')
  expect(acting(standsIn('lin'), 'reopen', started, {}, reopened)).toBe('himself')
  expect(acting(standsIn('chen'), 'reopen')).toBe('himself')
})

test('a correction is asked for through any post of the place, and approved through that of a chief or a leader', () => {
  const far = actor('jiang')
  expect(acting(standsIn('lin', far), 'request-correction')).toBe('lin')
  expect(acting(standsIn('lin', far), 'approve-correction')).toBe('himself')
  expect(acting(standsIn('chen', far), 'approve-correction')).toBe('chen')
  expect(acting(standsIn('gao', far), 'approve-correction')).toBe('gao')
  const farChief: Appointment = { ...(far.appointments[0] as Appointment), role: 'section-chief' }
  const lent = {
    ...far,
    appointments: [{ ...farChief, onBehalfOf: { id: 'x', name: '某', order } }],
  }
  expect(acting(lent, 'approve-correction')).toBe('himself')
})

test('a clock is worked on through the post of its owner: of the period that is named, else of any', () => {
  const record = { ...started, obligations: [periodOf('dated'), periodOf('review')] }
  expect(acting(standsIn('chen'), 'pause-clock', record, { obligation: 'review:1' })).toBe('chen')
  expect(acting(standsIn('chen'), 'pause-clock', record, { obligation: 'dated:1' })).toBe('himself')
  expect(acting(standsIn('chen'), 'pause-clock', record)).toBe('chen')
  expect(acting(standsIn('lin'), 'pause-clock', record)).toBe('lin')
  expect(acting(standsIn('gao'), 'pause-clock', record)).toBe('himself')
})

test('who looks at what is confidential does so through the post that lets him', () => {
  const record = holding(taskWith({ assignee: { id: 'lin', name: '林检查' } }))
  expect(acting(standsIn('lin'), 'unmask', record)).toBe('lin')
  expect(acting(standsIn('wu'), 'unmask', record)).toBe('himself')
  expect(
    forWhom(asWhom(threeClocks, record, devices, { type: 'unmask', data: {}, taskId: null })),
  ).toBe('machine')
})

test('an act of a post is done through one of the posts that may', () => {
  const instructing = opened(
    hazardRectification,
    actor('lin'),
    { ...reported, source: 'hotline' },
    at,
  ).record
  expect(acting(standsIn('gao', hao), 'instruct', instructing, {}, hazardRectification)).toBe('gao')
  expect(acting(standsIn('lin', hao), 'instruct', instructing, {}, hazardRectification)).toBe(
    'himself',
  )
})

test('a case is started through one of the posts that may start it', () => {
  const place = { region: '330802', owner: null } as const
  expect(forWhom(asStarter(counter, place, standsIn('lin')))).toBe('lin')
  expect(forWhom(asStarter(counter, place, standsIn('chen')))).toBe('himself')
  const byMachine = { ...counter, start: { ...counter.start, by: 'machine' as const } }
  expect(forWhom(asStarter(byMachine, place, standsIn('lin')))).toBe('himself')
})

test('where there is no task nobody acts for anybody', () => {
  expect(forWhom(atTask(undefined, standsIn('lin')))).toBe('himself')
  expect(forWhom(atTask(taskWith({ groups: [chiefs] }), standsIn('chen')))).toBe('chen')
  expect(forWhom(atTask(taskWith({ groups: [inspectors] }), devices))).toBe('machine')
  expect(forWhom(atTask(taskWith({ delegated }), devices, 'hand-back'))).toBe('machine')
})
