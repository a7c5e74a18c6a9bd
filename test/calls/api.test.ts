// Who reads that somebody was called, and that he answered?
import { and, asc, eq } from 'drizzle-orm'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseView } from '../../contract/case/cases.ts'
import { contract } from '../../contract/contract.ts'
import type { WallLane, WallView } from '../../contract/supervision/supervision.ts'
import { callReceipts, calls } from '../../db/schema/cases/calls.ts'
import { notices } from '../../db/schema/cases/cases.ts'
import type { CallChannel, CallFact } from '../../domain/calls/channels.ts'
import type { Recipient } from '../../domain/views/case-views.ts'
import { type House, openHouse, report } from '../api/house.ts'

let house: House
let id: string
const called = '2026-03-13T02:05:00.000Z'
const answered = '2026-03-13T02:07:30.000Z'

const call = async (noticeId: string, channel: CallChannel, facts: CallFact[], at = called) => {
  const callId = `${noticeId}-${channel}`
  await house.db
    .insert(calls)
    .values({ id: callId, noticeId, caseId: id, channel, round: 1, at: called })
  for (const fact of facts)
    await house.db.insert(callReceipts).values({ callId, fact, detail: 'inner', at })
}

beforeAll(async () => {
  house = await openHouse()
  await house.clock.setNow('2026-03-02T02:00:00.000Z')
  id = await report(house)
  const act = (who: string, type: string, data: Record<string, unknown>) =>
    house.as(who, `/api/cases/${id}/acts`, { json: { type, data } })
  await act('lin', 'verify', { grade: 'general', findings: '属实', opinion: '同意' })
  await act('wu', 'sign', { opinion: '同意' })
  await act('lin', 'issue-order', { dueDate: '2026-03-12', requirements: '更换' })
  await house.as('lin', '/api/clock', { json: { advance: 'P20D' } })
  const [first, second] = await house.db
    .select()
    .from(notices)
    .where(and(eq(notices.caseId, id), eq(notices.escalationLevel, 'red')))
    .orderBy(asc(notices.person))
  await call(first?.id ?? '', 'voice', ['accepted', 'delivered', 'answered'], answered)
  await call(second?.id ?? '', 'sms', ['accepted'])
  await call(second?.id ?? '', 'wecom', [])
}, 120_000)
afterAll(() => house.close())

const levelOf = async (who: string): Promise<Recipient[]> => {
  const { body } = await house.as(who, `/api/cases/${id}`)
  const view = body as CaseView
  return view.clocks.flatMap(({ escalationLevels }) =>
    escalationLevels
      .filter(({ escalationLevel }) => escalationLevel === 'red')
      .flatMap(({ recipients }) => recipients),
  )
}

test('beside a level stand its calls, each with what is known of it: accepted is not delivered', async () => {
  const { body } = await house.as('lin', `/api/cases/${id}`)
  expect(v.safeParse(contract['GET /api/cases/{id}'].answer, body).issues).toBeUndefined()
  const recipients = await levelOf('lin')
  expect(recipients.filter(({ call }) => call).map(({ name: _, ...rest }) => rest)).toEqual(
    expect.arrayContaining([
      { how: 'voice', at: answered, delivered: true, call: 'answered' },
      { how: 'sms', at: called, delivered: false, call: 'accepted' },
      { how: 'wecom', at: called, delivered: false, call: 'dialling' },
    ]),
  )
  expect(recipients.filter(({ how }) => how === 'inbox').length).toBeGreaterThan(1)
  expect(JSON.stringify(body)).not.toContain('inner')
})

test('the wall names who has answered, when and on which channel', async () => {
  const view: WallView = (await house.as('yu', '/api/supervision/clocks')).body
  expect(v.safeParse(contract['GET /api/supervision/clocks'].answer, view).issues).toBeUndefined()
  const lane = view.items.find(({ caseId }) => caseId === id) as WallLane
  const answers = Object.fromEntries(
    lane.escalationLevels.map(({ escalationLevel, answered }) => [escalationLevel, answered]),
  )
  expect(answers.red).toEqual({ name: expect.any(String), how: 'voice', at: answered })
  expect(answers.overdue).toBeNull()
})

test('promise (secrecy): an enterprise does not read whom the authorities have called', async () => {
  expect(await levelOf('qi')).toEqual([])
  expect((await house.as('jiang', `/api/cases/${id}`)).status).toBe(404)
})
