// How is a person called through real HTTP, at most once, and what is kept of it?
import { eq } from 'drizzle-orm'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { NotYet } from '../../activities/calls.ts'
import { type Gateways, startGateways } from '../../bin/simulate/gateways.ts'
import { keepCall } from '../../db/calls/calls.ts'
import { callReceipts, calls } from '../../db/schema/cases/calls.ts'
import { caseFacts, escalationLevels, obligations } from '../../db/schema/cases/cases.ts'
import { settlePhones } from '../support/people/people.ts'
import { callers, callingCase, factsOf } from './calling.ts'
import { now, opened, useEffectsDatabase } from './effects-of-a-case.ts'

useEffectsDatabase()

const phones = { lin: '13800000001', wu: '13800000002', chen: '13800000003' }
let gateways: Gateways
beforeAll(() => settlePhones(opened.db, phones))
beforeEach(async () => {
  gateways = await startGateways({ ringMs: 0, keyMs: 0 })
})
afterEach(() => gateways.stop())

const voice = (effect: string, notice: string, round = 1) =>
  ({ effect, notice, channel: 'voice', round }) as const

test('a telephone is rung once, the key is heard, and each thing stands as a row of its own', async () => {
  const { caseId, effect, noticeOf } = await callingCase(['lin'])
  const { dial, hear } = callers(gateways.variables)
  const call = voice(effect, noticeOf('lin'))
  expect(await dial(call)).toBe('accepted')
  expect(await dial(call)).toBe('accepted')
  expect(gateways.rung()).toMatchObject([{ channel: 'voice', to: phones.lin, times: 1 }])
  expect(await hear({ ...call, seconds: 60 })).toBe('answered')
  expect(await factsOf(caseId)).toEqual([
    'voice 1 accepted',
    'voice 1 delivered',
    'voice 1 answered',
  ])
})

test('every round rings once more, every channel for itself', async () => {
  const { caseId, effect, noticeOf } = await callingCase(['lin'])
  const { dial } = callers(gateways.variables)
  await dial(voice(effect, noticeOf('lin'), 1))
  await dial(voice(effect, noticeOf('lin'), 2))
  for (const channel of ['sms', 'dingtalk', 'wecom'] as const)
    expect(await dial({ ...voice(effect, noticeOf('lin')), channel })).toBe('accepted')
  expect(gateways.rung().map(({ channel, to }) => `${channel} ${to}`)).toEqual([
    'voice 13800000001',
    'voice 13800000001',
    'sms 13800000001',
    'dingtalk 13800000001',
    'wecom 13800000001',
  ])
  expect(await factsOf(caseId)).toHaveLength(5)
})

test('promise (alarms): a gateway that refuses under HTTP 200 has not called anybody', async () => {
  const { caseId, effect, noticeOf } = await callingCase(['lin'])
  const { dial } = callers(gateways.variables)
  for (const channel of ['voice', 'sms', 'dingtalk', 'wecom'] as const) {
    gateways.behave(channel, 'refuses')
    expect(await dial({ ...voice(effect, noticeOf('lin')), channel })).toBe('refused')
  }
  expect(gateways.rung()).toEqual([])
  expect(await factsOf(caseId)).toEqual([
    'voice 1 refused',
    'sms 1 refused',
    'dingtalk 1 refused',
    'wecom 1 refused',
  ])
})

test('a yes after which nothing comes is asked after until the time is over, and is no answer', async () => {
  const { caseId, effect, noticeOf } = await callingCase(['lin'])
  gateways.behave('voice', 'delivers-nothing')
  const call = voice(effect, noticeOf('lin'))
  await callers(gateways.variables).dial(call)
  await expect(callers(gateways.variables).hear({ ...call, seconds: 45 })).rejects.toBeInstanceOf(
    NotYet,
  )
  const late = callers(gateways.variables, { waited: 45 })
  expect(await late.hear({ ...call, seconds: 45 })).toBe('silent')
  expect(await factsOf(caseId)).toEqual(['voice 1 accepted'])
})

test('a gateway that is not there is unreachable; one that takes a request and never answers is unknown', async () => {
  const { caseId, effect, noticeOf } = await callingCase(['lin'])
  const { dial } = callers(gateways.variables)
  gateways.behave('voice', 'silent')
  expect(await dial(voice(effect, noticeOf('lin')))).toBe('unknown')
  const gone = await startGateways()
  await gone.stop()
  const nowhere = callers({ ...gateways.variables, SMS_URL: gone.variables.SMS_URL })
  expect(await nowhere.dial({ ...voice(effect, noticeOf('lin')), channel: 'sms' })).toBe(
    'unreachable',
  )
  expect(await factsOf(caseId)).toEqual(['voice 1 unknown', 'sms 1 unreachable'])
})

test('a wrong secret is refused by every gateway', async () => {
  const { effect, noticeOf } = await callingCase(['lin'])
  const wrong = {
    SMS_ACCESS_KEY_SECRET: 'x',
    DINGTALK_ROBOT_SECRET: 'x',
    VOICE_GATEWAY_SECRET: 'x',
    WECOM_ROBOT_URL: `${gateways.url}/wecom?key=x`,
  }
  const { dial } = callers({ ...gateways.variables, ...wrong })
  for (const channel of ['voice', 'sms', 'dingtalk', 'wecom'] as const)
    expect(await dial({ ...voice(effect, noticeOf('lin')), channel })).toBe('refused')
  expect(gateways.rung()).toEqual([])
})

test('an attempt that was cut off before its gateway was asked is not made again, and what became of it is heard all the same', async () => {
  const { caseId, effect, noticeOf } = await callingCase(['lin'])
  const noticeId = noticeOf('lin')
  await keepCall(opened.db, { noticeId, channel: 'voice', round: 1 }, { caseId, at: now })
  const { dial } = callers(gateways.variables)
  expect(await dial(voice(effect, noticeId))).toBe('unknown')
  expect(gateways.rung()).toEqual([])
  expect(await factsOf(caseId)).toEqual(['voice 1 unknown'])
})

test('who has no number is not called, and a robot speaks in its room all the same', async () => {
  const { caseId, effect, noticeOf } = await callingCase(['gao'])
  const { dial } = callers(gateways.variables)
  expect(await dial(voice(effect, noticeOf('gao')))).toBe('no-number')
  expect(await dial({ ...voice(effect, noticeOf('gao')), channel: 'wecom' })).toBe('accepted')
  expect(await factsOf(caseId)).toEqual(['voice 1 no-number', 'wecom 1 accepted'])
})

test('a message that arrived is delivered, and nobody has answered', async () => {
  const { caseId, effect, noticeOf } = await callingCase(['lin'])
  const call = { ...voice(effect, noticeOf('lin')), channel: 'sms' } as const
  await callers(gateways.variables).dial(call)
  const late = callers(gateways.variables, { waited: 60 })
  expect(await late.hear({ ...call, seconds: 45 })).toBe('silent')
  expect(await factsOf(caseId)).toEqual(['sms 1 accepted', 'sms 1 delivered'])
})

test('who acts on the case after he was called has answered', async () => {
  const { caseId, effect, noticeOf } = await callingCase(['lin', 'wu'])
  gateways.behave('voice', 'delivers-nothing')
  const { dial, hear } = callers(gateways.variables)
  const call = voice(effect, noticeOf('wu'))
  await dial(call)
  await opened.db.insert(caseFacts).values({
    caseId,
    seq: 100,
    generation: 1,
    revision: 100,
    type: 'acknowledge',
    occurredAt: now,
    recordedAt: now,
    actor: { kind: 'person', id: 'wu', name: '吴检查' } as never,
    audience: 'internal',
    data: {},
    commandId: 'command-of-wu',
    previous: '',
    hash: `${caseId}-100`,
  })
  expect(await hear({ ...call, seconds: 60 })).toBe('answered')
  expect(await factsOf(caseId)).toEqual(['voice 1 accepted', 'voice 1 answered'])
})

const endings = {
  'the level was acknowledged': (caseId: string) =>
    opened.db
      .update(escalationLevels)
      .set({ acknowledgedAt: now })
      .where(eq(escalationLevels.caseId, caseId)),
  'the period has ended': (caseId: string) =>
    opened.db.update(obligations).set({ status: 'met' }).where(eq(obligations.caseId, caseId)),
}
test.each(Object.entries(endings))('where %s nobody is called any more', async (_name, end) => {
  const { caseId, effect, noticeOf } = await callingCase(['lin'])
  const { planCalls, dial, hear } = callers(gateways.variables)
  expect((await planCalls({ effect })).notices).toEqual([
    { notice: noticeOf('lin'), enterprise: false },
  ])
  await end(caseId)
  expect((await planCalls({ effect })).notices).toEqual([])
  const call = voice(effect, noticeOf('lin'))
  expect([await dial(call), await hear({ ...call, seconds: 60 })]).toEqual(['ended', 'ended'])
  expect(gateways.rung()).toEqual([])
})

test('people are called in the order in which the level names their posts', async () => {
  const groups = ['330802-enforcement/section-chief', '330802-enforcement/inspector']
  const { effect, noticeOf } = await callingCase(['lin', 'chen', 'wu'], groups)
  const { notices, order } = await callers(gateways.variables).planCalls({ effect })
  expect(notices.map(({ notice }) => notice)).toEqual(['chen', 'lin', 'wu'].map(noticeOf))
  expect(order.steps.map(({ channel }) => channel)).toEqual([
    'app',
    'dingtalk',
    'wecom',
    'sms',
    'voice',
  ])
})

test('what was dialled and heard is never rewritten', async () => {
  const { effect, noticeOf } = await callingCase(['lin'])
  await callers(gateways.variables).dial(voice(effect, noticeOf('lin')))
  const rewritten = opened.db.update(calls).set({ round: 9 })
  await expect(rewritten).rejects.toMatchObject({ cause: { message: 'calls is append-only' } })
  await expect(opened.db.delete(callReceipts)).rejects.toMatchObject({
    cause: { message: 'call_receipts is append-only' },
  })
})

test('where nothing is set up nobody is called', async () => {
  const { effect } = await callingCase(['lin'])
  expect((await callers({}).planCalls({ effect })).order.steps).toEqual([
    { channel: 'app', seconds: 30 },
  ])
})
