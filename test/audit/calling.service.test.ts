// Does the auditor see that nobody was called, and that no gateway takes a call?
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createRounds } from '../../bin/auditor/rounds.ts'
import { connect, type DatabaseConnection } from '../../db/client.ts'
import { callReceipts, calls } from '../../db/schema/cases/calls.ts'
import { deliveries, escalationLevels } from '../../db/schema/cases/cases.ts'
import { rosterCalls } from '../../db/schema/organisation/rosters.ts'
import type { CallChannel, CallFact } from '../../domain/calls/channels.ts'
import type { NewEffect } from '../../domain/model/record.ts'
import { processes } from '../../domain/processes.ts'
import { createDatabase } from '../support/servers/infra.ts'
import { at, everybody, NOW, putCase, putEscalationLevel, putNotice, putPeople } from './rows.ts'

let connection: DatabaseConnection
let drop: () => Promise<void>
beforeEach(async () => {
  const database = await createDatabase()
  drop = database.drop
  connection = connect(database.url, 2)
  await putPeople(connection.db, everybody)
  await putCase(connection.db, 'one')
})
afterEach(async () => {
  await connection.close()
  await drop()
})

const found = async () => {
  const round = createRounds({
    db: connection.db,
    processes,
    now: () => Date.parse(NOW),
    noticeWindowMs: 0,
  })
  return (await round()).findings.map(({ kind, words, caseId }) => ({ kind, caseId, ...words }))
}

/** A level that calls has fired half an hour ago, and its notice went out. */
const fired = async () => {
  await putEscalationLevel(connection.db, 'one', {
    status: 'fired',
    plannedAt: at(-30),
    firedAt: at(-30),
    recordedAt: at(-30),
  })
  const payload = {
    kind: 'notice',
    calls: true,
    escalationLevel: 'city',
    obligation: 'rectification:1',
  }
  await putNotice(connection.db, 'one', 'n1', { payload: payload as NewEffect })
  await connection.db
    .insert(deliveries)
    .values({ noticeId: 'n1', channel: 'inbox', ok: true, detail: '', at: at(-29) })
}
let attempts = 0
const called = async (channel: CallChannel, fact: CallFact, minutes = -20) => {
  attempts += 1
  const id = `call-${attempts}`
  await connection.db.insert(calls).values({
    id,
    noticeId: 'n1',
    caseId: 'one',
    channel,
    round: attempts,
    at: at(minutes),
    recordedAt: new Date(at(minutes)),
  })
  await connection.db.insert(callReceipts).values({ callId: id, fact, detail: '', at: at(minutes) })
}

test('a level that calls and called nobody is told until somebody is called or acknowledges', async () => {
  await fired()
  expect(await found()).toEqual([
    {
      kind: 'level-not-called',
      caseId: 'one',
      zh: '“市级挂牌督办”于 2026-03-10 09:30:00 触发，至今没有呼叫任何人：请检查呼叫通道的配置和流程引擎',
      en: '“City supervision” fired at 2026-03-10 09:30:00 and nobody has been called: look at the channels that are set up, and at the engine',
    },
  ])
  await called('voice', 'accepted')
  expect(await found()).toEqual([])
})

test('what was acknowledged need not be called', async () => {
  await fired()
  await connection.db.update(escalationLevels).set({ acknowledgedAt: at(-29) })
  expect(await found()).toEqual([])
})

test('promise (alarms): that no gateway takes a call is an alarm of its own, until one does', async () => {
  await fired()
  await called('voice', 'accepted', -60)
  await called('voice', 'unreachable', -20)
  await called('sms', 'refused', -19)
  expect(await found()).toEqual([
    {
      kind: 'gateways-down',
      caseId: null,
      zh: '自 2026-03-10 09:40:00 起所有呼叫通道均不可用，值班人员只能收到站内通知和邮件：短信：网关拒绝、语音电话：网关不通',
      en: 'Since 2026-03-10 09:40:00 no channel takes a call, people on duty get notices and mails only: SMS: refused by the gateway, Voice call: gateway not reached',
    },
  ])
  await called('sms', 'accepted', -10)
  expect(await found()).toEqual([])
})

test('promise (alarms): a gateway that takes calls and says of none what became of it is told, until it does', async () => {
  await fired()
  for (const minutes of [-50, -40, -30]) await called('sms', 'accepted', minutes)
  for (const minutes of [-50, -40, -30]) await called('dingtalk', 'accepted', minutes)
  expect(await found()).toEqual([
    {
      kind: 'gateway-mute',
      caseId: null,
      zh: '短信网关自 2026-03-10 09:10:00 起受理了呼叫，却没有任何送达回执，也无人应答：请核实是否真正发出',
      en: 'Since 2026-03-10 09:10:00 the gateway of SMS has taken calls over, reported of none what became of it, and nobody answered: find out whether it sends them at all',
    },
  ])
  await connection.db
    .insert(callReceipts)
    .values({ callId: `call-${attempts - 4}`, fact: 'undelivered', detail: '', at: at(-20) })
  expect(await found()).toEqual([])
})

test('calls that somebody answered elsewhere, or a moment ago, say nothing of their gateway', async () => {
  await fired()
  for (const minutes of [-50, -40, -30]) await called('voice', 'accepted', minutes)
  expect((await found()).map(({ kind }) => kind)).toEqual(['gateway-mute'])
  await called('sms', 'answered', -30)
  expect(await found()).toEqual([])
})

test('a number that is missing is no fault of a gateway', async () => {
  await fired()
  await called('voice', 'no-number')
  expect(await found()).toEqual([])
})

test('promise (alarms): a call that met a gap in the roster is told for a day', async () => {
  const met = (id: string, minutes: number, outcome: 'gap' | 'on-duty') =>
    connection.db.insert(rosterCalls).values({
      effect: id,
      grp: '330802-bureau/leader',
      office: '330802-bureau',
      region: '330802',
      caseId: 'one',
      outcome,
      people: ['gao'],
      at: at(minutes),
    })
  await met('n1', -30, 'on-duty')
  await met('n2', -25 * 60, 'gap')
  expect(await found()).toEqual([])
  await met('n3', -20, 'gap')
  expect(await found()).toEqual([
    {
      kind: 'roster-gap',
      caseId: 'one',
      zh: '2026-03-10 09:40:00 呼叫“柯城区应急管理局·局领导”时值班表上无人，已改为呼叫该岗位全部人员：请补齐值班表',
      en: 'Nobody was on the roster when “Bureau leader, Emergency management bureau, Kecheng District” was called at 2026-03-10 09:40:00, and everybody who holds the post was: fill the roster',
    },
  ])
})
