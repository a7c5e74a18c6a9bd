// Who is notified of what, in which words, as of when, and when is what a notice asks for no longer wanted?
import { expect, test } from 'vitest'
import { lookAt } from '../../domain/engine/clocks/jitter.ts'
import {
  documentNotice,
  escalationLevelNotice,
  eventNotice,
  heldNotice,
  sentence,
} from '../../domain/engine/notices/notices.ts'
import { isStillRequested, requestNotices } from '../../domain/engine/notices/request-notices.ts'
import type {
  EscalationLevelDefinition,
  EventDefinition,
  ProcessDefinition,
} from '../../domain/model/process.ts'
import type { CaseRecord, OpenTask } from '../../domain/model/record.ts'
import type { Actor } from '../../domain/organisation/actor.ts'
import { actor, devices } from '../support/people/cast.ts'
import { periodOf } from '../support/periods-made-up.ts'
import { chiefs as chiefPost, counter, counters } from '../support/processes/counter.ts'
import { actingFor, addedAs, at, chiefs, inspectors, taskWith } from '../support/tasks-made-up.ts'
import { decisionContextAt, opened } from '../support/walks/walk.ts'

const lin = actor('lin')
const { record } = opened(counter, lin, { region: '330802', date: '2026-03-10' }, at)
const later = '2026-03-03T01:00:00.000Z'
const period = periodOf('count', { id: 'count:9' })
const level = counter.clocks[0]?.escalationPolicy[0] as EscalationLevelDefinition
const finish = counter.events.finish as EventDefinition
const principal = { role: 'enterprise-principal', office: 'enterprise' } as const

test('an event is told to its list and to whom the case remembers, each once, in both languages', () => {
  const definition = {
    ...finish,
    notify: [counters],
    notifyFor: ({ count }: Record<string, unknown>) => (count === 0 ? [chiefPost, counters] : []),
  }
  expect(eventNotice(counter, record, 'finish', definition, at)).toEqual([
    {
      kind: 'notice',
      about: 'finish',
      escalationLevel: null,
      obligation: null,
      groups: [inspectors, chiefs],
      title: { zh: '【计数】完成 试1号', en: '[Counter] Finish 试1号' },
      body: {
        zh: '案件 试1号《计数》有新进展：完成。请登录智慧安监平台查看。',
        en: 'Case 试1号 “计数” has moved on: Finish. Please sign in to the anjian platform to see it.',
      },
      audience: 'party',
      notBefore: at,
    },
  ])
  expect(eventNotice(counter, record, 'finish', finish, at)).toEqual([])
  expect(eventNotice(counter, record, 'finish', { ...finish, notify: [principal] }, at)).toEqual([])
})

test('a document is told to the two people of the enterprise; where there is none nobody is notified', () => {
  const [notice] = documentNotice(counter, { ...record, owner: 'e-1' }, '指令书', at)
  expect(notice).toMatchObject({
    about: 'serve-document',
    escalationLevel: null,
    obligation: null,
    groups: ['enterprise:e-1/enterprise-principal', 'enterprise:e-1/enterprise-safety'],
    title: { zh: '【计数】向您送达文书《指令书》，请查收 试1号' },
    notBefore: at,
  })
  expect(documentNotice(counter, record, '指令书', at)).toEqual([])
})

const midnight = '2026-03-10T16:00:00.000Z'

test('a level is told with its limit, its day and its article, in its own place after midnight', () => {
  const [notice] = escalationLevelNotice(counter, record, period, level, midnight, {
    ...decisionContextAt(at),
    noticeWindowMs: 3_600_000,
  })
  expect(notice).toMatchObject({
    about: 'fall-late',
    escalationLevel: 'late',
    obligation: 'count:9',
    groups: [chiefs],
    title: { zh: '【计数】逾期 试1号' },
    body: {
      zh: '案件 试1号《计数》：逾期。时限：计数期限，到期日 2026-03-10（§1）。请登录智慧安监平台办理。',
    },
    notBefore: lookAt(midnight, record.id, 3_600_000),
  })
  expect(notice?.notBefore).not.toBe(midnight)
  const hourly = { ...period, dueAt: '2026-03-10T02:15:00.000Z' }
  const [atOnce] = escalationLevelNotice(counter, record, hourly, level, at, decisionContextAt(at))
  expect(atOnce).toMatchObject({
    body: {
      zh: expect.stringContaining('，到期时间 2026-03-10 10:15（'),
      en: expect.stringContaining(', due 2026-03-10 10:15 ('),
    },
  })
  const silent = { ...level, event: null, notify: [principal] }
  expect(
    escalationLevelNotice(counter, record, period, silent, midnight, decisionContextAt(at)),
  ).toEqual([])
  const unnamed = { ...level, event: null }
  expect(
    escalationLevelNotice(counter, record, period, unnamed, midnight, decisionContextAt(at))[0],
  ).toMatchObject({
    about: 'late',
    notBefore: midnight,
  })
})

test('a level that rests on an estimate is told to the owner of its clock', () => {
  expect(heldNotice(counter, record, period, level, at)).toMatchObject([
    {
      about: 'held',
      escalationLevel: null,
      obligation: 'count:9',
      groups: [chiefs],
      title: {
        zh: '【计数】逾期（暂估日期，待确认） 试1号',
        en: '[Counter] Late (estimated date, waits to be confirmed) 试1号',
      },
      notBefore: at,
    },
  ])
  expect(heldNotice(counter, record, { ...period, clock: 'none' }, level, at)).toEqual([])
  const ofParty: ProcessDefinition = {
    ...counter,
    clocks: counter.clocks.map((one) => ({ ...one, clockOwner: principal })),
  }
  expect(heldNotice(ofParty, record, period, level, at)).toEqual([])
})

test('the subject of a mail about an exercise says first that it is one', () => {
  const what = { zh: '报告', en: 'report' }
  expect(sentence(counter.title, what, { number: '1号', title: '【演练】泄漏' })).toEqual({
    zh: '【演练】【计数】报告 1号',
    en: '[Exercise] [Counter] report 1号',
  })
  expect(sentence(counter.title, what, { number: '1号', title: '泄漏【演练】' }).zh).toBe(
    '【计数】报告 1号',
  )
})

const texts = (
  before: Partial<OpenTask>,
  now: Partial<OpenTask>,
  by: Actor = lin,
  process = counter,
) =>
  requestNotices(process, record, [taskWith(before), taskWith(now)], {
    by: by as never,
    occurredAt: later,
  })
const short = (...input: Parameters<typeof texts>) =>
  texts(...input).map(({ about, groups, people = [], request }) => [
    about,
    ...groups,
    ...people,
    request,
  ])
const delegated = { from: { id: 'wu', name: '吴检查' }, to: { id: 'ji', name: '季督办' }, at }

test('who is added is notified by name or by post, with the task he is asked at', () => {
  expect(texts({}, { added: [addedAs('ji', 'before')] }, actingFor('lin', 'wu'))).toEqual([
    {
      kind: 'notice',
      about: 'add-signer',
      escalationLevel: null,
      obligation: null,
      audience: 'internal',
      notBefore: later,
      groups: [],
      people: ['ji'],
      request: { task: 'c-1:check:1', signer: 1 },
      title: {
        zh: '【计数】林检查（代 吴检查）请您先签署意见（前加签） 试1号',
        en: expect.stringContaining('林检查（代 吴检查） asks you'),
      },
      body: {
        zh: '案件 试1号《计数》的“核对”：林检查（代 吴检查）请您先签署意见（前加签）。请登录智慧安监平台查看。',
        en: expect.stringContaining('task “Check”'),
      },
    },
  ])
  const post = addedAs(chiefs, 'after', { kind: 'post', no: 2 })
  expect(
    short({ added: [addedAs('ji', 'before')] }, { added: [addedAs('ji', 'before'), post] }),
  ).toEqual([['add-signer', chiefs, { task: 'c-1:check:1', signer: 2 }]])
})

test('a post is told as a post and a person as a person', () => {
  const [person] = texts({}, { added: [addedAs('ji', 'before')] })
  const [post] = texts({}, { added: [addedAs(chiefs, 'after', { kind: 'post' })] })
  expect([person?.groups, person?.people]).toEqual([[], ['ji']])
  expect([post?.groups, post?.people]).toEqual([[chiefs], undefined])
})

test('a level names its own clock among several, and an estimate says what waits', () => {
  const process: ProcessDefinition = {
    ...counter,
    clocks: [
      {
        ...counter.clocks[0]!,
        clock: 'other',
        words: { zh: '另一期限', en: 'Other' },
        clockOwner: counters,
      },
      ...counter.clocks,
    ],
  }
  expect(
    escalationLevelNotice(process, record, period, level, at, decisionContextAt(at))[0],
  ).toMatchObject({
    body: { zh: expect.stringContaining('时限：计数期限') },
  })
  expect(heldNotice(process, record, period, level, at)[0]).toMatchObject({
    groups: [chiefs],
    body: { zh: '案件 试1号《计数》有新进展：逾期（暂估日期，待确认）。请登录智慧安监平台查看。' },
  })
})

test('who is removed is notified once, and nobody is told what he has done himself', () => {
  const removed = addedAs('ji', 'before', { removed: at })
  expect(short({ added: [addedAs('ji', 'before')] }, { added: [removed] })).toEqual([
    ['remove-signer', 'ji', undefined],
  ])
  expect(short({ added: [removed] }, { added: [removed] })).toEqual([])
  expect(short({ added: [addedAs('ji', 'before')] }, { added: [removed] }, actor('ji'))).toEqual([])
  expect(short({ added: [addedAs('ji', 'before')] }, { added: [removed] }, devices)).toHaveLength(1)
  expect(
    texts({ added: [addedAs('ji', 'before')] }, { added: [removed] }, devices)[0]?.title.zh,
  ).toContain('】已撤去')
})

test('a task without a word of its own is called by its name', () => {
  const [notice] = texts({}, { task: 'weigh', added: [addedAs('ji', 'before')] })
  expect(notice?.body.zh).toContain('“weigh”')
})

test('a delegation is told to the delegate, again when it is another, and its end to the other of the two', () => {
  const request = { task: 'c-1:check:1', delegate: 'ji' }
  expect(short({}, { delegated })).toEqual([['delegate', 'ji', request]])
  expect(short({ delegated }, { delegated })).toEqual([])
  expect(short({ delegated }, { delegated: { ...delegated, at: later } })).toEqual([
    ['delegate', 'ji', request],
  ])
  expect(
    short({ delegated }, { delegated: { ...delegated, to: { id: 'gao', name: '高局长' } } }),
  ).toEqual([['delegate', 'gao', { ...request, delegate: 'gao' }]])
  expect(short({ delegated }, {}, actor('ji'))).toEqual([
    ['hand-back', 'wu', { task: 'c-1:check:1' }],
  ])
  expect(short({ delegated }, {}, actor('wu'))).toEqual([['hand-back', 'ji', undefined]])
  expect(short({}, {})).toEqual([])
})

test('what a notice asks for is wanted while its task is open and its signer or delegate is waited for', () => {
  const open = (task: Partial<OpenTask>): CaseRecord => ({
    ...record,
    openTasks: { t: taskWith(task) },
  })
  expect(isStillRequested(open({}), { task: 't' })).toBe(true)
  expect(isStillRequested(open({}), { task: 'constructor' })).toBe(false)
  const two = open({
    added: [addedAs('ji', 'before', { removed: at }), addedAs('gao', 'after', { no: 2 })],
  })
  expect(isStillRequested(two, { task: 't', signer: 2 })).toBe(true)
  expect(isStillRequested(two, { task: 't', signer: 1 })).toBe(false)
  expect(isStillRequested(open({ delegated }), { task: 't', delegate: 'ji' })).toBe(true)
  expect(isStillRequested(open({ delegated }), { task: 't', delegate: 'gao' })).toBe(false)
  expect(isStillRequested(open({}), { task: 't', delegate: 'ji' })).toBe(false)
})
