// Whom does the level of an alarm call at three in the morning on the real Temporal, where a roster is kept?
import { randomUUID } from 'node:crypto'
import { Context } from '@temporalio/activity'
import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openChannels } from '../../activities/channels/open.ts'
import { type Gateways, startGateways } from '../../bin/simulate/gateways.ts'
import { noticesToCall, readCallingNotice } from '../../db/calls/calls.ts'
import { callReceipts, calls } from '../../db/schema/cases/calls.ts'
import { effects, notices } from '../../db/schema/cases/cases.ts'
import { rosterCalls } from '../../db/schema/organisation/rosters.ts'
import {
  substitutionAgreements,
  substitutions,
} from '../../db/schema/organisation/substitutions.ts'
import { callOrder } from '../../domain/calls/order.ts'
import { officeId } from '../../domain/organisation/offices.ts'
import { createCallClient } from '../../workflows/call-client.ts'
import { channelsOf } from '../activities/calling.ts'
import { settleDevices } from '../alarm-episode/desk.ts'
import { gas } from '../alarm-episode/samples.ts'
import { publishRoster } from '../rosters/published.ts'
import { devices } from '../support/people/cast.ts'
import { onDuty, settlePhones, settleThem } from '../support/people/people.ts'
import { openStage, type Stage } from '../support/servers/stage.ts'

const office = officeId('command', '330802')
const further: typeof onDuty = {
  guan: ['管局长', 'leader', office, '330802', null],
  dong: ['董值班', 'duty-officer', office, '330802', null],
}
const phones = { dan: '13900000001', dong: '13900000002', gao: '13900000003', guan: '13900000004' }
/** A telephone that is not picked up is waited for this long here. */
const patience = 2

let stage: Stage
let gateways: Gateways
beforeAll(async () => {
  gateways = await startGateways({ ringMs: 0, keyMs: 500 })
  stage = await openStage((deps) => ({
    ...deps,
    calls: {
      channels: openChannels(channelsOf(gateways.variables)),
      order: (...asked) => {
        const { steps, ...rest } = callOrder(...asked)
        return { ...rest, steps: steps.map((step) => ({ ...step, seconds: patience })) }
      },
      begin: (call) => createCallClient(stage.temporal, stage.taskQueue).begin(call),
      scheduledAt: () => Context.current().info.scheduledTimestampMs,
    },
  }))
  await settleThem(stage.db, { ...onDuty, ...further })
  await settleDevices(stage.db)
  await settlePhones(stage.db, phones)
})
afterAll(async () => {
  await stage?.close()
  await gateways?.stop()
})
beforeEach(() => gateways.behave('voice', 'answers'))

/** An alarm of the first level that nobody has acknowledged three minutes later, when the leader is called. */
const unacknowledged = async (at: string, until: string): Promise<string> => {
  await stage.clock.setNow(at)
  const caseId = randomUUID()
  const commandId = await stage.store(caseId, devices.id, 'raise', { ...gas, at })
  await stage.performer.act({ caseId, process: 'alarm-episode', commandId })
  await stage.moveTo(caseId, until)
  return caseId
}
const rowsOf = async (caseId: string) => {
  const rows = await stage.db
    .select({ person: notices.person, channel: calls.channel, fact: callReceipts.fact })
    .from(calls)
    .innerJoin(notices, eq(notices.id, calls.noticeId))
    .innerJoin(callReceipts, eq(callReceipts.callId, calls.id))
    .where(eq(calls.caseId, caseId))
    .orderBy(asc(callReceipts.seq))
  return rows.map(({ person, channel, fact }) => `${person} ${channel} ${fact}`)
}
const calledIn = async (caseId: string) =>
  (await stage.db.select().from(notices).where(eq(notices.caseId, caseId)))
    .filter(({ escalationLevel }) => escalationLevel === 'leader')
    .map(({ person }) => person)
    .sort()
const keptOf = async (caseId: string) =>
  (await stage.db.select().from(rosterCalls).where(eq(rosterCalls.caseId, caseId)))
    .map(({ grp, outcome, people }) => `${grp} ${outcome} ${[...people].sort().join()}`)
    .sort()

test('promise (alarms): without a roster everybody who holds the post is called, and nothing is kept of one', async () => {
  const id = await unacknowledged('2026-03-01T18:59:30.000Z', '2026-03-01T19:03:40.000Z')
  expect(await calledIn(id)).toEqual(['dan', 'dong', 'gao', 'guan'])
  expect(await keptOf(id)).toEqual([])
})

test('promise (alarms): at three in the morning the leader on duty is called by the second channel, and the other leader is not', async () => {
  await publishRoster(stage.db, {
    office,
    month: '2026-03',
    // The night that began on the second runs until half past eight of the third.
    entries: [{ day: '2026-03-02', start: '17:30', leader: 'guan', officers: ['dong'] }],
  })
  gateways.behave('voice', 'delivers-nothing')
  const id = await unacknowledged('2026-03-02T18:59:30.000Z', '2026-03-02T19:03:40.000Z')
  expect(await calledIn(id)).toEqual(['dong', 'guan'])
  await expect.poll(() => rowsOf(id), { timeout: 20_000 }).toContain('guan sms delivered')
  expect((await rowsOf(id)).filter((row) => /^(gao|dan) /.test(row))).toEqual([])
  expect(await keptOf(id)).toContain(`${office}/leader on-duty guan`)
  expect(await keptOf(id)).toContain(`${office}/duty-officer on-duty dong`)
})

test('promise (alarms): whoever stands in for the absent leader on duty is called with him, and first', async () => {
  const at = '2026-03-01T00:00:00.000Z'
  await stage.db.insert(substitutions).values({
    id: 's-1',
    person: 'guan',
    substitute: 'chen',
    fromDay: '2026-03-02',
    toDay: '2026-03-03',
    since: '2026-03-01T16:00:00.000Z',
    until: '2026-03-02T23:00:00.000Z',
    order: '衢应急〔2026〕1号',
    reason: '出差',
    posts: [`${office}/leader`],
    bodyHash: '',
    createdBy: 'guan',
    createdAt: at,
  })
  await stage.db.insert(substitutionAgreements).values({ substitution: 's-1', at })
  const id = await unacknowledged('2026-03-02T19:29:30.000Z', '2026-03-02T19:33:40.000Z')
  expect(await calledIn(id)).toEqual(['chen', 'dong', 'guan'])
  const notice = (await stage.db.select().from(effects).where(eq(effects.caseId, id))).find(
    ({ payload }) => payload.kind === 'notice' && payload.escalationLevel === 'leader',
  )
  const called = await readCallingNotice(stage.db, notice?.id ?? '')
  const order = called && (await noticesToCall(stage.db, notice?.id ?? '', called, at))
  const people = await stage.db.select().from(notices).where(eq(notices.caseId, id))
  expect(order?.map((one) => people.find((row) => row.id === one.notice)?.person)[0]).toBe('chen')
})

test('promise (alarms): in a gap nobody is left out, and that it was one is kept', async () => {
  const id = await unacknowledged('2026-03-03T18:59:30.000Z', '2026-03-03T19:03:40.000Z')
  expect(await calledIn(id)).toEqual(['dan', 'dong', 'gao', 'guan'])
  expect(await keptOf(id)).toContain(`${office}/leader gap gao,guan`)
})
