// Which form of a verb is filled in rightly, and who corrects and reopens?
import { expect, test } from 'vitest'
import { judgeCaseVerb, offerCaseVerb, verbForm } from '../../domain/engine/judging/judge-verbs.ts'
import { hazardRectification as process } from '../../domain/hazard-rectification/process.ts'
import type { DecisionContext } from '../../domain/model/decision-context.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import type { Actor } from '../../domain/organisation/actor.ts'
import type { CaseVerb } from '../../domain/tasks/verbs.ts'
import { reported } from '../hazard-rectification/samples.ts'
import { actor, devices } from '../support/people/cast.ts'
import { levelOf, periodOf } from '../support/periods-made-up.ts'
import { counter } from '../support/processes/counter.ts'
import { actingFor, at } from '../support/tasks-made-up.ts'
import { opened } from '../support/walks/walk.ts'
import { act, chen, context, judgementText, lin, record } from './verbs-judged.ts'

test('a form with a field that the verb does not have is refused, and each such field is pointed at', () => {
  expect(verbForm(act('claim', { one: 1, two: 2 }))).toEqual({
    allowed: false,
    code: 'invalid-input',
    reasons: [
      { zh: '没有这一栏：one', en: 'No such field: one' },
      { zh: '没有这一栏：two', en: 'No such field: two' },
    ],
    details: { issues: [{ pointer: '/one' }, { pointer: '/two' }] },
  })
  expect(judgementText(verbForm(act('claim', { ['x'.repeat(60)]: 1 })))).toBe(
    `invalid-input: 没有这一栏：${'x'.repeat(40)}`,
  )
  expect(judgementText(verbForm(act('no-such-verb', { reason: '' })))).toMatch(/^invalid-input/)
})

test.each([
  ['a required answer left out', 'release', {}, false],
  ['a required answer left empty', 'release', { reason: '' }, false],
  ['a required answer', 'release', { reason: '有事' }, true],
  ['an optional answer left out', 'copy', { to: 'ji' }, true],
  ['an optional answer left empty', 'copy', { to: 'ji', reason: '' }, true],
  ['something that is no text', 'release', { reason: 5 }, false],
  ['2,000 characters', 'release', { reason: '字'.repeat(2000) }, true],
  ['2,001 characters', 'release', { reason: '字'.repeat(2001) }, false],
  ['a choice that there is', 'add-signer', { to: 'ji', position: 'after', reason: '请' }, true],
  [
    'a choice that there is not',
    'add-signer',
    { to: 'ji', position: 'beside', reason: '请' },
    false,
  ],
  ['a number', 'extend-clock', { obligation: 'o', by: 1, reason: '难' }, true],
  ['nought', 'extend-clock', { obligation: 'o', by: 0, reason: '难' }, false],
  ['half a number', 'extend-clock', { obligation: 'o', by: 1.5, reason: '难' }, false],
  ['a number written as a text', 'extend-clock', { obligation: 'o', by: '1', reason: '难' }, false],
])('%s: the form of %s with %j is right: %s', (_, type, data, right) => {
  expect(verbForm(act(type, data)).allowed).toBe(right)
})

test('each answer that is missing is named and pointed at', () => {
  expect(verbForm(act('transfer'))).toEqual({
    allowed: false,
    code: 'invalid-input',
    reasons: [
      { zh: '转给：请填写', en: 'To: please fill in' },
      { zh: '理由：请填写', en: 'Reason: please fill in' },
    ],
    details: { issues: [{ pointer: '/to' }, { pointer: '/reason' }] },
  })
})

const offered = (verb: CaseVerb, by: Actor, of: Partial<CaseRecord> = {}, in_ = process) =>
  judgementText(offerCaseVerb(in_, { ...record, ...of }, by, verb))
const waiting = {
  corrections: { '3': { about: 'x', data: { place: '二号' }, reason: '写错', by: 'lin' } },
}
const local = 'not-allowed: 更正由本案的经办机关办理'

test('the offices of the case ask for corrections; nobody else does', () => {
  for (const who of ['lin', 'chen', 'hao', 'sheng'])
    expect(offered('request-correction', actor(who))).toBe('allowed')
  for (const who of ['jiang', 'qi']) expect(offered('request-correction', actor(who))).toBe(local)
  expect(offered('request-correction', devices)).toBe(local)
  expect(offered('request-correction', { ...lin, enterprise: 'e-1' })).toBe(local)
})

test('a chief or a leader of the place approves a correction, where one waits', () => {
  expect(offered('approve-correction', chen)).toBe('not-possible-now: 没有待批准的更正')
  expect(offered('approve-correction', chen, waiting)).toBe('allowed')
  expect(offered('approve-correction', actor('gao'), waiting)).toBe('allowed')
  expect(offered('approve-correction', lin, waiting)).toBe('not-allowed: 更正须由科长或局领导批准')
  expect(offered('approve-correction', actor('jiang'), waiting)).toBe(local)
  const both = { ...chen, appointments: [...lin.appointments, ...chen.appointments] }
  expect(offered('approve-correction', both, waiting)).toBe('allowed')
})

test('on a closed case only reopening is open', () => {
  expect(offered('request-correction', lin, { status: 'closed' })).toMatch(/^case-closed/)
  expect(offered('take-back', lin, { status: 'closed' })).toMatch(/^case-closed/)
})

test('a case is reopened when it is closed, if its process allows it, by the posts that may', () => {
  const reopens = {
    ...counter,
    reopen: {
      by: [{ role: 'section-chief', office: 'enforcement', level: 'county' }],
      value: 'counting',
    },
  } as never
  expect(offered('reopen', chen, {}, reopens)).toBe('not-possible-now: 案件尚未办结')
  expect(offered('reopen', chen, { status: 'closed' }, reopens)).toBe('allowed')
  expect(offered('reopen', lin, { status: 'closed' }, reopens)).toBe(
    'not-allowed: 需要的岗位：科长',
  )
  expect(offered('reopen', chen, { status: 'closed' }, counter)).toBe(
    'not-possible-now: 此类案件不能重新办理',
  )
  const both = { ...chen, appointments: [...lin.appointments, ...chen.appointments] }
  expect(offered('reopen', both, { status: 'closed' }, reopens)).toBe('allowed')
})

const judged = (
  by: Actor,
  type: string,
  data: Record<string, unknown>,
  of: Partial<CaseRecord> = {},
  input: Partial<DecisionContext> = {},
) =>
  judgementText(
    judgeCaseVerb(process, { ...record, ...of }, by, act(type, data), { ...context, ...input }),
  )
const fact = {
  type: 'report',
  seq: 1,
  data: record.data.report as Record<string, unknown>,
  latest: true,
} as never
const request = { seq: 1, field: 'place', value: '二号车间', reason: '写错' }

test('who asked for a correction does not approve it, nor does who stands in for him', () => {
  const gao = actor('gao')
  const byChen = { corrections: { '3': { about: 'x', data: {}, reason: '写错', by: 'chen' } } }
  expect(judged(gao, 'approve-correction', { seq: 3 }, byChen)).toBe('allowed')
  expect(judged(chen, 'approve-correction', { seq: 3 }, byChen)).toBe(
    'not-allowed: 申请人不得自行批准',
  )
  expect(judged(actingFor('gao', 'chen'), 'approve-correction', { seq: 3 }, byChen)).toBe(
    'not-allowed: 申请人不得自行批准',
  )
  expect(judged(gao, 'approve-correction', { seq: 4 }, byChen)).toBe(
    'not-possible-now: 没有待批准的更正',
  )
  expect(judged(gao, 'approve-correction', {}, byChen)).toMatch(/^invalid-input/)
})

test('only a field of a record that is there is corrected, and to something that its form takes', () => {
  const [field] = Object.keys((fact as { data: object }).data)
  const input = (found: unknown) => ({ lookedUp: { people: [], posts: [], fact: found } as never })
  expect(judged(lin, 'request-correction', request)).toBe('allowed')
  expect(judged(lin, 'request-correction', request, {}, input(null))).toBe(
    'invalid-input: 没有这条记录或字段',
  )
  expect(judged(lin, 'request-correction', { ...request, field: 'nothing' }, {}, input(fact))).toBe(
    'invalid-input: 没有这条记录或字段',
  )
  expect(judged(lin, 'request-correction', { ...request, field }, {}, input(fact))).toMatch(
    /allowed|invalid-input: 更正后的内容/,
  )
  expect(
    judged(lin, 'request-correction', { ...request, field: 'description' }, {}, input(fact)),
  ).toBe('allowed')
  expect(
    judged(
      lin,
      'request-correction',
      { ...request, field: 'description', value: `${' '.repeat(1999)}字` },
      {},
      input({ ...(fact as object), data: { description: 'x', source: 'y' } }),
    ),
  ).toBe('allowed')
  expect(
    judged(
      lin,
      'request-correction',
      { ...request, field: 'source', value: 'nowhere' },
      {},
      input({ ...(fact as object), data: { ...reported, source: 'hotline' } }),
    ),
  ).toContain('invalid-input: 更正后的内容不符合该记录的填写要求')
})

test('only the level of the period that is named is confirmed', () => {
  const periods = [
    periodOf('count', { id: 'count:8' }),
    periodOf('count', { id: 'count:9', escalationLevels: [levelOf('late', 'held')] }),
  ]
  const of = {
    ...opened(counter, lin, { region: '330802', date: '2026-03-10' }, at).record,
    obligations: periods,
  }
  const confirm = (obligation: string) =>
    judgementText(
      judgeCaseVerb(
        counter,
        of,
        chen,
        act('confirm-rung', { obligation, escalationLevel: 'late', reason: '属实' }),
        context,
      ),
    )
  expect(confirm('count:9')).toBe('allowed')
  expect(confirm('count:8')).toMatch(/^not-possible-now/)
})

test('the form of a clock verb is judged before the clock', () => {
  expect(judged(lin, 'pause-clock', {})).not.toBe('allowed')
  expect(judged(lin, 'confirm-rung', {})).not.toBe('allowed')
})
