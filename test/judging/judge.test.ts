// In which order is an act judged, what does a form point at, and has what it rests on changed since?

import { array, minLength, number, object, optional, pipe, strictObject, string } from 'valibot'
import { expect, test } from 'vitest'
import { createMachine } from 'xstate'
import { isStale, judge, materialOf, offer } from '../../domain/engine/judging/judge.ts'
import {
  askingOf,
  judgeTaskVerb,
  mayUse,
  returnTargets,
} from '../../domain/engine/judging/judge-verbs.ts'
import type { Judgement } from '../../domain/engine/judging/judgement.ts'
import { text } from '../../domain/language/words.ts'
import { returns, returnsTo, toGuards } from '../../domain/model/chart.ts'
import type { EventDefinition, Field, ProcessDefinition, Rule } from '../../domain/model/process.ts'
import type { CaseRecord, OpenTask } from '../../domain/model/record.ts'
import type { Actor } from '../../domain/organisation/actor.ts'
import { actor, devices } from '../support/people/cast.ts'
import { chiefs as chiefPost, counter, counters } from '../support/processes/counter.ts'
import { addedAs, at, chiefs, inspectors, signatureBy, taskWith } from '../support/tasks-made-up.ts'
import { decisionContextAt, opened } from '../support/walks/walk.ts'

const [lin, wu, chen, qi] = [actor('lin'), actor('wu'), actor('chen'), actor('qi')]
const event = counter.events.finish as EventDefinition
const field = (name: string, more: Partial<Field> = {}): Field => ({
  name,
  words: text(`字段${name}`, name),
  kind: 'text',
  required: false,
  ...more,
})
const notTwo: Rule = ({ event }) => event.data.n !== 2 || text('不得为二', 'not two')
const rules = { notTwo, returnsTo }

/** Two regions: a count that chiefs and inspectors may note on, and a check that is returned. */
const process: ProcessDefinition = {
  ...counter,
  machineScope: 'alarms',
  rules,
  machine: createMachine(
    {
      id: 'regions',
      type: 'parallel',
      states: {
        main: {
          initial: 'counting',
          states: {
            counting: {
              meta: {
                task: 'count',
                to: counters,
                borrow: [{ ...counters, level: 'city' }, counters],
              },
              on: {
                add: { guard: 'notTwo' },
                note: {},
                alarm: {},
                'fall-late': {},
                finish: 'done',
                ...returns('main.done'),
              },
            },
            done: {},
          },
        },
        side: {
          initial: 'checking',
          states: {
            checking: { meta: { task: 'check', to: chiefPost }, on: { approve: 'waiting' } },
            waiting: { on: { look: {} } },
          },
        },
      },
    },
    { guards: toGuards(rules) },
  ),
  events: {
    add: {
      ...event,
      schema: strictObject({ n: number(), list: optional(array(pipe(string(), minLength(2)))) }),
      fields: [field('n', { kind: 'number' }), field('list', { kind: 'lines' })],
    },
    note: { ...event, by: [chiefPost, counters] },
    alarm: { ...event, by: 'machine' },
    finish: event,
    approve: event,
    look: event,
    'fall-late': { ...event, by: 'clock' },
  },
}
const { record } = opened(process, lin, { region: '330802', date: '2026-03-10' }, at)
const context = decisionContextAt(at)
const judgementText = (judgement: Judgement) =>
  judgement.allowed
    ? 'allowed'
    : `${judgement.code}: ${judgement.reasons.map(({ zh }) => zh).join('；')}`
const judged = (
  by: Actor,
  type: string,
  data: Record<string, unknown> = {},
  of: Partial<CaseRecord> = {},
  taskId: string | null = null,
) => judgementText(judge(process, { ...record, ...of }, by, { type, data, taskId }, context))
const [count, check] = ['count', 'check'].map(
  (task) => Object.values(record.openTasks).find((one) => one.task === task) as OpenTask,
) as [OpenTask, OpenTask]

test('an act is refused on a closed case before anything else is asked of it', () => {
  expect(judged(lin, 'finish', {}, { status: 'closed' })).toMatch(/^case-closed/)
  expect(judged(qi, 'add', {}, { status: 'closed' })).toMatch(/^case-closed/)
})

test('what no process knows is no act, whatever objects bring along', () => {
  for (const type of ['constructor', 'toString', 'nothing'])
    expect(judged(lin, type)).toMatch(/^unknown-act/)
  expect(judgementText(offer(process, record, lin, 'constructor', context))).toMatch(/^unknown-act/)
})

test('only the clock sends what the clock sends, and only a device with its scope what a device reports', () => {
  expect(judged(lin, 'fall-late')).toBe('not-allowed: 此事件只由期限届满触发')
  expect(judged(lin, 'alarm')).toBe('not-allowed: 此事件只由设备接入上报')
  expect(judged({ ...devices, scopes: [] }, 'alarm')).toBe('not-allowed: 此事件只由设备接入上报')
  expect(judged(devices, 'alarm')).toBe('allowed')
  expect(judged(devices, 'finish')).toMatch(/^not-allowed/)
})

test('an act belongs to the task that it names, or to none that is open', () => {
  expect(judged(lin, 'finish', {}, {}, count.id)).toBe('allowed')
  expect(judged(lin, 'finish', {}, {}, check.id)).toMatch(/^task-not-open/)
  expect(judged(lin, 'finish', {}, {}, 'another')).toMatch(/^task-not-open/)
  expect(judged(lin, 'look')).toBe('not-possible-now: 案件当前环节没有此操作')
  expect(judged(lin, 'finish', {}, { openTasks: {} })).toMatch(/^not-possible-now/)
})

test('an act of a task is for its people, an act of a post for those who hold one, whatever other posts they hold', () => {
  expect(judged(chen, 'finish')).toBe('not-allowed: 该任务不属于您的岗位；需要的岗位：执法检查员')
  expect(judged(chen, 'note')).toBe('allowed')
  expect(judged({ ...qi, appointments: [...qi.appointments, ...lin.appointments] }, 'note')).toBe(
    'allowed',
  )
  expect(judged(qi, 'note')).toBe('not-allowed: 需要的岗位：科长、执法检查员')
})

test('a rule is asked when the form is filled in, and of an offer without a form', () => {
  expect(judged(lin, 'add', { n: 2 })).toBe('not-allowed: 不得为二')
  expect(judged(lin, 'add', { n: 3 })).toBe('allowed')
  expect(judgementText(offer(process, record, lin, 'add', context))).toBe('allowed')
})

test('of a form that is filled in wrongly each field is named and pointed at, also within a list', () => {
  const judgement = judge(
    process,
    record,
    lin,
    { type: 'add', data: { n: 'x', list: ['ok', 'a'], other: 1 }, taskId: null },
    context,
  )
  expect(judgementText(judgement)).toBe(
    'invalid-input: 字段n：填写不符合要求；字段list：填写不符合要求；/other：填写不符合要求',
  )
  expect(judgement).toMatchObject({
    details: {
      issues: [
        { pointer: '/n', message: expect.any(String) },
        { pointer: '/list/1' },
        { pointer: '/other' },
      ],
    },
  })
  expect(judgement).toMatchObject({
    reasons: [
      { en: expect.stringMatching(/^n: ./) },
      {},
      { en: expect.stringMatching(/^\/other: ./) },
    ],
  })
})

test('what this case’s form does not ask for, needs or offers is said of the field, and pointed at', () => {
  const formed: ProcessDefinition = {
    ...process,
    events: {
      ...process.events,
      add: {
        ...event,
        schema: object({}),
        fields: [],
        fieldsFor: () => [
          field('a', { where: [{ kind: ['x'] }] }),
          field('b', { needed: [{}] }),
          field('c', { kind: 'choices', choices: {} }),
        ],
      },
    },
  }
  const judgement = judge(
    formed,
    record,
    lin,
    { type: 'add', data: { a: '1', c: ['z'] }, taskId: null },
    context,
  )
  expect(judgement).toMatchObject({
    code: 'invalid-input',
    reasons: [
      { zh: '字段a：本事项不需要填写，请删去', en: expect.stringMatching(/^a: is not asked/) },
      { zh: '字段b：所选申请类型必须填写' },
      { zh: '字段c：不在可选范围内：z' },
    ],
    details: {
      issues: [
        { pointer: '/a', message: expect.stringMatching(/^is not asked/) },
        { pointer: '/b' },
        { pointer: '/c' },
      ],
    },
  })
})

test('an act that serves a document waits for it, and says so', () => {
  const serving = {
    ...process,
    documents: [{ id: 'order', servedBy: ['finish'] }],
  } as unknown as ProcessDefinition
  const documents = [{ id: 'd', kind: 'order', state: 'issuing' }] as never
  expect(
    judgementText(
      judge(
        serving,
        record,
        lin,
        { type: 'finish', data: {}, taskId: null },
        { ...context, documents },
      ),
    ),
  ).toBe('not-possible-now: 文书尚未制作完成，请稍候')
})

const changed = { ...record, material: { main: 4, side: 7 } }
const stale = (
  type: string,
  ifMatch: number | null,
  taskId: string | null = null,
  by: Actor = lin,
) => isStale(process, changed, { type, data: {}, taskId }, ifMatch, by)

test('an act is stale when its own region has changed since its reader looked, and not by what happens elsewhere', () => {
  expect([stale('finish', 3), stale('finish', 4), stale('finish', 5)]).toEqual([true, false, false])
  expect([stale('approve', 6), stale('approve', 7)]).toEqual([true, false])
  expect(stale('finish', null)).toBe(false)
})

test('a verb on a task is stale by the region of the task that it names, and without one by any region', () => {
  expect([stale('claim', 4, count.id), stale('claim', 3, count.id)]).toEqual([false, true])
  expect([stale('claim', 6, check.id), stale('claim', 7, check.id)]).toEqual([true, false])
  expect([stale('claim', 6), stale('claim', 7)]).toEqual([true, false])
  expect([stale('claim', 6, 'constructor'), stale('claim', 7, 'constructor')]).toEqual([
    true,
    false,
  ])
})

test('who only looks looks at what there is', () => {
  expect(stale('unmask', 0)).toBe(false)
})

test('a region that nothing has changed yet is not stale, and the newest change of a case is that of any region', () => {
  expect(
    isStale(
      process,
      { ...record, material: {} },
      { type: 'finish', data: {}, taskId: null },
      0,
      lin,
    ),
  ).toBe(false)
  expect([materialOf(changed), materialOf({ ...record, material: {} })]).toEqual([7, 0])
})

test('a step is returned to what its own state leads back to, not to what another region does', () => {
  expect(returnTargets(process, record, count)).toEqual(['main.done'])
  expect(returnTargets(process, record, check)).toEqual([])
})

test('a task borrows from the groups that its own state names and that it does not have yet', () => {
  const lenders = (task: OpenTask) => askingOf(process, record, task, lin, {}, context).lenders
  expect(lenders(count)).toEqual(['330800-enforcement/inspector'])
  expect(lenders({ ...count, groups: [inspectors, '330800-enforcement/inspector'] })).toEqual([])
  expect(lenders(check)).toEqual([])
})

const signing = (more: Partial<OpenTask>): CaseRecord => ({
  ...record,
  openTasks: { [count.id]: { ...count, ...more } },
})
const proposal = { type: 'add', data: { n: 2 }, by: lin }

test('a signature that makes an act happen is judged by its rules, a signature that is only heard is not', () => {
  const sign = (by: Actor, of: CaseRecord) =>
    judgementText(judgeTaskVerb(process, of, by, { type: 'sign', data: {}, taskId: null }, context))
  const two = { mode: 'all', need: 2 } as const
  expect(sign(wu, signing({ signers: two, proposal, signatures: [signatureBy('lin')] }))).toBe(
    'not-allowed: 不得为二',
  )
  expect(
    sign(
      wu,
      signing({
        signers: two,
        proposal: { ...proposal, data: { n: 3 } },
        signatures: [signatureBy('lin')],
      }),
    ),
  ).toBe('allowed')
  expect(
    sign(
      chen,
      signing({
        proposal,
        signatures: [signatureBy('lin')],
        added: [addedAs(chiefs, 'parallel', { kind: 'post' })],
      }),
    ),
  ).toBe('not-allowed: 不得为二')
  expect(
    sign(chen, signing({ proposal, added: [addedAs(chiefs, 'before', { kind: 'post' })] })),
  ).toBe('allowed')
  const oppose = judgeTaskVerb(
    process,
    signing({ signers: two, proposal, signatures: [signatureBy('lin')] }),
    wu,
    { type: 'oppose', data: { opinion: '不' }, taskId: null },
    context,
  )
  expect(judgementText(oppose)).toBe('allowed')
})

/** Whatever Wu would decide, the rules refuse. */
const barring = {
  ...process,
  rules: {
    ...rules,
    notTwo: (({ event }) =>
      (event.by as { id?: string }).id !== 'wu' || text('吴回避', 'not Wu')) as Rule,
  },
  events: { add: process.events.add! },
} as ProcessDefinition

test('who may decide nothing does not disagree as one of the task’s own people, but as an added signer he does; others’ verbs ask no rule', () => {
  const task = {
    ...count,
    state: 'main.counting',
    proposal: { ...proposal, data: { n: 3 } },
    signers: { mode: 'all', need: 2 } as const,
    signatures: [signatureBy('lin')],
  }
  const use = (by: Actor, type: string, more: Partial<OpenTask> = {}) => {
    const chart = {
      ...barring,
      machine: createMachine(
        {
          ...process.machine.config,
          states: {
            ...process.machine.config.states,
            main: {
              initial: 'counting',
              states: {
                counting: {
                  meta: { task: 'count', to: counters },
                  on: { add: { guard: 'notTwo' } },
                },
              },
            },
          },
        } as never,
        { guards: toGuards(barring.rules as never) } as never,
      ),
    } as ProcessDefinition
    const verdict = mayUse(
      chart,
      record,
      { ...task, ...more },
      by,
      { type, data: { opinion: '不' } },
      context,
    )
    return verdict === true ? true : verdict.zh
  }
  expect(use(wu, 'oppose')).toBe('吴回避')
  expect(use(wu, 'oppose', { groups: [chiefs], added: [addedAs('wu', 'parallel')] })).toBe(true)
  expect(use(wu, 'copy')).toBe(true)
  expect(taskWith().groups).toEqual([inspectors])
})
