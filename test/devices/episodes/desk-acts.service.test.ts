// Does a case hear what the desk did while Temporal was away, or before there was a case, once and in the words of the desk?
import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commands } from '../../../db/schema/cases/cases.ts'
import { alarmAcknowledgements } from '../../../db/schema/devices/duty.ts'
import { servicePermits } from '../../../db/schema/devices/permits.ts'
import { createDeskActs } from '../../../devices/episodes/desk-acts.ts'
import { alarmEpisode } from '../../../domain/alarm-episode/process.ts'
import { bearer, settleDevices } from '../../alarm-episode/desk.ts'
import { raised } from '../../alarm-episode/samples.ts'
import { settlePlant, soon, stand, tank } from '../../api/duty/standing-alarms.ts'
import { type House, openHouse } from '../../api/house.ts'
import { enterpriseId } from '../../support/people/people.ts'

let house: House
beforeAll(async () => {
  house = await openHouse({}, null, { 'alarm-episode': alarmEpisode })
  await settlePlant(house)
  await settleDevices(house.db)
})
afterAll(() => house.close())

test('what nobody could be told is told when the case can be reached, and not again once it has answered', async () => {
  const form = { json: { data: raised }, headers: { ...bearer, 'idempotency-key': randomUUID() } }
  const { id } = (await (await house.send('/api/cases/alarm-episode', form)).json()) as {
    id: string
  }
  await stand(house, { id })
  const { act } = house.deps.cases
  const away = async () => {
    throw new Error('Temporal is away')
  }
  house.deps.cases.act = away
  const answer = await house.as('dan', `/api/alarms/${id}/acknowledgement`, {
    json: { seq: 1, measures: '已电话核实' },
  })
  expect(answer.status).toBe(200)
  let now = Date.now()
  let reachable = false
  const told: string[] = []
  const lines: string[] = []
  const desk = createDeskActs({
    db: house.db,
    now: () => new Date(now),
    legalNow: async () => new Date(now).toISOString(),
    log: (line) => void lines.push(line),
    cases: {
      observe: async (address) => {
        if (!reachable) await away()
        told.push(address.commandId)
        await act(address)
      },
    },
  })
  expect([await desk.round(), lines]).toEqual([
    0,
    ['acts of the desk wait, the cases cannot be reached: Temporal is away'],
  ])
  expect(await desk.round()).toBe(0)
  reachable = true
  now += 16_000
  expect(await desk.round()).toBe(1)
  now += 16_000
  expect([await desk.round(), told.length]).toEqual([0, 1])
  const [command] = await house.db.select().from(commands).where(eq(commands.id, told[0]!))
  expect(command).toMatchObject({
    type: 'acknowledge',
    actor: { kind: 'person', id: 'dan' },
    body: { measures: '已电话核实' },
    answer: { ok: true },
  })
  expect((await house.as('dan', `/api/cases/${id}`)).body.state.zh).toContain('已接警')
  house.deps.cases.act = act
})

test('what was acknowledged before there was a case is told to it when it begins', async () => {
  const form = {
    json: { data: { ...raised, point: 'PT-9' } },
    headers: { ...bearer, 'idempotency-key': randomUUID() },
  }
  const id = randomUUID()
  await stand(house, { id })
  await house.as('dan', `/api/alarms/${id}/acknowledgement`, { json: { seq: 1 } })
  const told: string[] = []
  const observe = async ({ caseId }: { caseId: string }) => void told.push(caseId)
  const legalNow = async () => new Date().toISOString()
  const desk = createDeskActs({
    db: house.db,
    now: () => new Date(),
    legalNow,
    log: () => undefined,
    cases: { observe },
  })
  expect([await desk.round(), told]).toEqual([0, []])
  const begun = (await (await house.send('/api/cases/alarm-episode', form)).json()) as {
    id: string
  }
  await house.db.execute(`UPDATE cases SET id = '${id}' WHERE id = '${begun.id}'`)
  expect([await desk.round(), told]).toEqual([1, [id]])
  expect(await desk.round()).toBe(0)
})

test('promise (alarms): however many acts wait for cases that do not answer, those behind them are told too', async () => {
  const form = {
    json: { data: { ...raised, point: 'PT-10' } },
    headers: { ...bearer, 'idempotency-key': randomUUID() },
  }
  const { id } = (await (await house.send('/api/cases/alarm-episode', form)).json()) as {
    id: string
  }
  await stand(house, { id })
  const at = (n: number) => new Date(Date.now() - 60_000 + n).toISOString()
  const acts = Array.from({ length: 60 }, (_, n) => ({
    id: randomUUID(),
    alarm: id,
    seq: 1,
    by: 'dan',
    byName: '单值班',
    bodyHash: '',
    at: at(n),
    occurredAt: at(n),
  }))
  await house.db.insert(alarmAcknowledgements).values(acts)
  const told: string[] = []
  const desk = createDeskActs({
    db: house.db,
    now: () => new Date(),
    legalNow: async () => new Date().toISOString(),
    log: () => undefined,
    cases: { observe: async ({ commandId }) => void told.push(commandId) },
  })
  for (let n = 0; n < 2; n++) await desk.round()
  expect(acts.every((one) => told.includes(one.id))).toBe(true)
})

test('promise (alarms): of however many cases at what is out of service, each is told so, once', async () => {
  const point = 'PT-11'
  const form = {
    json: { data: { ...raised, point } },
    headers: { ...bearer, 'idempotency-key': randomUUID() },
  }
  const { id } = (await (await house.send('/api/cases/alarm-episode', form)).json()) as {
    id: string
  }
  await stand(house, { id, point })
  await house.db.execute(sql`
    WITH more AS (
      INSERT INTO alarms SELECT (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'key', a.key || n))).*
      FROM alarms a, generate_series(1, 540) n WHERE a.id = ${id} RETURNING id)
    INSERT INTO cases SELECT (jsonb_populate_record(c, jsonb_build_object('id', more.id, 'number', more.id))).*
    FROM cases c, more WHERE c.id = ${id}`)
  await house.db.insert(servicePermits).values({
    id: randomUUID(),
    device: tank,
    point,
    feed: 'park',
    region: '330802',
    enterprise: enterpriseId,
    number: 'JX-11',
    work: 'maintenance',
    requestedBy: '检修班',
    reason: '更换液位计',
    by: 'dan',
    byName: '单值班',
    at: new Date().toISOString(),
    until: soon(60),
  })
  const told: string[] = []
  const now = new Date()
  const desk = createDeskActs({
    db: house.db,
    now: () => now,
    legalNow: async () => now.toISOString(),
    log: () => undefined,
    cases: { observe: async ({ commandId }) => void told.push(commandId) },
  })
  for (let n = 0; n < 12; n++) await desk.round()
  const kept = await house.db
    .select({ id: commands.id })
    .from(commands)
    .where(eq(commands.type, 'take-out-of-service'))
  expect(kept).toHaveLength(541)
  expect(told.filter((one) => kept.some((command) => command.id === one))).toHaveLength(541)
})
