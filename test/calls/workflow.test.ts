// How are people called at three in the morning on the real Temporal: channel after channel, person after person, until one answers?
import { randomUUID } from 'node:crypto'
import { Context } from '@temporalio/activity'
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js'
import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openChannels } from '../../activities/channels/open.ts'
import { type Gateways, startGateways } from '../../bin/simulate/gateways.ts'
import { callReceipts, calls } from '../../db/schema/cases/calls.ts'
import { effects, notices } from '../../db/schema/cases/cases.ts'
import { callOrder } from '../../domain/calls/order.ts'
import { createCallClient } from '../../workflows/call-client.ts'
import { callIdFor } from '../../workflows/queues.ts'
import { channelsOf } from '../activities/calling.ts'
import { settleDevices } from '../alarm-episode/desk.ts'
import { gas } from '../alarm-episode/samples.ts'
import { readable } from '../replay/canaries.ts'
import { devices } from '../support/people/cast.ts'
import { onDuty, settlePhones, settleThem } from '../support/people/people.ts'
import { openStage, type Stage } from '../support/servers/stage.ts'

const process = 'alarm-episode'
const phones = { dan: '13900000001', qi: '13900000002' }
/** A telephone that is not picked up is waited for this long here. */
const patience = 3

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
        const seconds = ({ channel }: (typeof steps)[number]) => (channel === 'sms' ? 30 : patience)
        return {
          ...rest,
          restSeconds: 1,
          steps: steps.map((step) => ({ ...step, seconds: seconds(step) })),
        }
      },
      begin: (call) => createCallClient(stage.temporal, stage.taskQueue).begin(call),
      scheduledAt: () => Context.current().info.scheduledTimestampMs,
    },
  }))
  await settleThem(stage.db, onDuty)
  await settleDevices(stage.db)
  await settlePhones(stage.db, phones)
})
afterAll(async () => {
  await stage?.close()
  await gateways?.stop()
})
beforeEach(() => gateways.behave('voice', 'answers'))

/** An alarm of the first level that nobody has acknowledged by three in the morning. */
const unacknowledged = async (): Promise<string> => {
  await stage.clock.setNow('2026-03-01T18:59:30.000Z')
  const caseId = randomUUID()
  const commandId = await stage.store(caseId, devices.id, 'raise', {
    ...gas,
    at: '2026-03-01T18:59:30.000Z',
  })
  await stage.performer.act({ caseId, process, commandId })
  await stage.moveTo(caseId, '2026-03-01T19:00:40.000Z')
  return caseId
}

const effectOf = async (caseId: string): Promise<string> => {
  const rows = await stage.db.select().from(effects).where(eq(effects.caseId, caseId))
  const found = rows.find(
    ({ payload }) => payload.kind === 'notice' && payload.escalationLevel === 'again',
  )
  if (!found) throw new Error('nobody is called')
  return found.id
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
const calling = async (caseId: string) =>
  stage.temporal.workflow.getHandle(callIdFor(await effectOf(caseId)))

test('promise (alarms): at three in the morning the telephone is silent, the message wakes him, and who acknowledges ends the calls', async () => {
  gateways.behave('voice', 'delivers-nothing')
  const id = await unacknowledged()
  await expect.poll(() => rowsOf(id)).toContain('dan sms delivered')
  expect(await rowsOf(id)).toEqual(['dan voice accepted', 'dan sms accepted', 'dan sms delivered'])
  await stage.act(id, 'dan', 'acknowledge', { measures: '已通知现场' })
  expect(await (await calling(id)).result()).toBe('answered')
  expect(await rowsOf(id)).toEqual([
    'dan voice accepted',
    'dan sms accepted',
    'dan sms delivered',
    'dan sms answered',
  ])
  expect(gateways.rung().map(({ times }) => times)).toEqual([1, 1])
})

test('promise (alarms): who has not answered on any channel is followed by the next person, and the key of the enterprise ends only its own calls: the desk is called again', async () => {
  gateways.behave('voice', 'refuses')
  gateways.behave('sms', 'refuses')
  const id = await unacknowledged()
  await expect.poll(() => rowsOf(id)).toContain('dan wecom accepted')
  gateways.behave('voice', 'answers')
  gateways.behave('sms', 'answers')
  expect(await (await calling(id)).result()).toBe('answered')
  expect((await rowsOf(id)).slice(-6)).toEqual([
    'qi voice accepted',
    'qi voice delivered',
    'qi voice answered',
    'dan voice accepted',
    'dan voice delivered',
    'dan voice answered',
  ])
  // The key is no acknowledgement: the next level is called at its time.
  expect((await stage.record(id)).obligations[0]?.status).toBe('overdue')
})

test('an operator reads who is called when and by which channel, and nobody’s name or number', async () => {
  const id = await unacknowledged()
  const handle = await calling(id)
  await handle.result()
  const history = await handle.fetchHistory()
  const summaries = (history.events ?? []).flatMap(({ userMetadata }) =>
    userMetadata?.summary?.data
      ? [JSON.parse(Buffer.from(userMetadata.summary.data).toString())]
      : [],
  )
  expect(summaries).toEqual([
    'who is called in round 1, and in which order',
    '语音电话 voice: call person 1 of 2, round 1',
    `语音电话 voice: up to ${patience} s for the answer of person 1 of 2, round 1`,
  ])
  const json = readable(historyToJSON(history))
  expect(json).toContain('语音电话')
  for (const secret of [...Object.values(phones), '单值班', '"dan"', 'GD-7'])
    expect(json).not.toContain(secret)
})

test('a notice whose effect is carried out again calls nobody a second time', async () => {
  const id = await unacknowledged()
  await (await calling(id)).result()
  const before = gateways.rung().length
  const again = { effect: await effectOf(id), process }
  await createCallClient(stage.temporal, stage.taskQueue).begin(again)
  await stage.client.tick({ caseId: id, process, generation: 1 })
  expect(gateways.rung()).toHaveLength(before)
  expect(await (await calling(id)).result()).toBe('answered')
})
