// In which order is an act judged, and what does a form point at?
import { object } from 'valibot'
import { expect, test } from 'vitest'
import { judge, offer } from '../../domain/engine/judging/judge.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import type { Actor } from '../../domain/organisation/actor.ts'
import { devices } from '../support/people/cast.ts'
import {
  check,
  chen,
  context,
  count,
  event,
  field,
  lin,
  process,
  qi,
  record,
  said,
} from './judged-process.ts'

const judged = (
  by: Actor,
  type: string,
  data: Record<string, unknown> = {},
  of: Partial<CaseRecord> = {},
  taskId: string | null = null,
) => said(judge(process, { ...record, ...of }, by, { type, data, taskId }, context))

test('an act is refused on a closed case before anything else is asked of it', () => {
  expect(judged(lin, 'finish', {}, { status: 'closed' })).toMatch(/^case-closed/)
  expect(judged(qi, 'add', {}, { status: 'closed' })).toMatch(/^case-closed/)
})

test('what no process knows is no act, whatever objects bring along', () => {
  for (const type of ['constructor', 'toString', 'nothing'])
    expect(judged(lin, type)).toMatch(/^unknown-act/)
  expect(said(offer(process, record, lin, 'constructor', context))).toMatch(/^unknown-act/)
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
  expect(said(offer(process, record, lin, 'add', context))).toBe('allowed')
})

test('of a form that is filled in wrongly each field is named and pointed at, also within a list', () => {
  const judgement = judge(
    process,
    record,
    lin,
    { type: 'add', data: { n: 'x', list: ['ok', 'a'], other: 1 }, taskId: null },
    context,
  )
  expect(said(judgement)).toBe(
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
    said(
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
