// What does the desk see of alarms, what do its acts do at once, and who may neither see nor act?
import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AlarmDetail } from '../../../contract/duty/alarms.ts'
import { commands } from '../../../db/schema/cases/cases.ts'
import { alarms, deviceCommands } from '../../../db/schema/devices/alarms.ts'
import { alarmAcknowledgements } from '../../../db/schema/devices/duty.ts'
import { bearer } from '../../alarm-episode/desk.ts'
import { raised } from '../../alarm-episode/samples.ts'
import { fits } from '../http/fits.ts'
import { type AlarmDesk, openAlarmDesk } from './alarm-desk.ts'
import { ago, event, keepReading, soon, stand } from './standing-alarms.ts'

let desk: AlarmDesk
let house: AlarmDesk['house']
beforeAll(async () => {
  desk = await openAlarmDesk()
  house = desk.house
})
afterAll(() => house.close())

const ids = async (who = 'dan', query = '') =>
  (await desk.list(who, query)).items.map(({ id }) => id)
const acknowledge = (who: string, id: string, seq = 1, key?: string) =>
  desk.does(who, id, 'acknowledgement', { seq }, key)

describe('the list', () => {
  test('unacknowledged before acknowledged, then by level, the newest first; with its sums', async () => {
    const [late, grave, acked] = [
      await stand(house, { raisedAt: ago(30), level: 3 }),
      await stand(house, { raisedAt: ago(600), level: 1 }),
      await stand(house, { acked: true, ackedBy: 'plant', level: 1 }),
    ]
    const old = await stand(house, { raisedAt: ago(900), level: 3 })
    const read = await desk.list()
    expect(read.items.map(({ id }) => id)).toEqual([grave, late, old, acked])
    expect(read).toMatchObject({
      total: 4,
      unacknowledged: 3,
      levels: [2, 0, 2, 0],
      counts: { active: 4, shelved: 0, out: 0, returned: 0 },
    })
    expect(read.rate).toHaveLength(36)
    expect(read.rate.reduce((sum, n) => sum + n, 0)).toBe(4)
    expect(read.items[0]).toMatchObject({
      value: 8.4,
      limit: 8,
      unit: 'm',
      synthetic: true,
      noAcknowledging: null,
      caseId: null,
      next: null,
    })
    expect(read.items[0]?.firstAct.zh).toContain('电话核实')
  })
  test('what is shelved, out of service or returned has a box of its own, and what has ended none', async () => {
    const shelved = await stand(house, {
      shelvedUntil: soon(30),
      shelvedBy: 'dan',
      shelvedReason: '检修',
    })
    const out = await stand(house, { outOfService: true })
    const returned = await stand(house, { active: false, rtnAt: ago(5) })
    const closed = await stand(house, { active: false, acked: true, closedAt: ago(5) })
    expect(await ids('dan', '?box=shelved')).toEqual([shelved])
    expect((await desk.row(shelved, '?box=shelved'))?.shelvedBy).toBe('单值班')
    expect(await ids('dan', '?box=out')).toEqual([out])
    expect(await ids('dan', '?box=returned')).toEqual([returned])
    for (const id of [shelved, out, returned, closed]) expect(await ids()).not.toContain(id)
    const waiting = await desk.list('dan', '?box=waiting')
    const waits = waiting.items.map(({ id }) => id)
    expect(waits, 'active or returned, whichever box it lies in').toContain(returned)
    for (const id of [shelved, out, closed]) expect(waits).not.toContain(id)
    expect(waiting.items.every(({ acked }) => !acked)).toBe(true)
    expect(waiting.total).toBe(waits.length)
    const ended = await stand(house, { shelvedUntil: ago(5) })
    expect(await ids()).toContain(ended)
  })
  test('a flood is named with how many stand at its site; a site can be asked for alone', async () => {
    const flood = await stand(house, {
      condition: 'flood',
      key: 'flood/x',
      site: 'x',
      name: '某企业',
      kind: 'other',
    })
    const held = [
      await stand(house, { site: 'x', flood }),
      await stand(house, { site: 'x', flood, level: 4 }),
    ]
    expect((await desk.list()).floods).toEqual([
      expect.objectContaining({ site: 'x', name: '某企业', n: 2 }),
    ])
    expect(new Set(await ids('dan', '?site=x'))).toEqual(new Set([flood, ...held]))
    expect(await ids('dan', '?limit=1')).toHaveLength(1)
    await house.db
      .update(alarms)
      .set({ active: false, acked: true, closedAt: ago(0) })
      .where(eq(alarms.site, 'x'))
  })
  test('counties see their own, the enterprise its own and may do nothing, strangers are refused', async () => {
    const here = await stand(house)
    const there = await stand(house, {
      region: '330881',
      enterprise: null,
      device: null,
      site: 'far',
    })
    expect(await ids('dan')).not.toContain(there)
    expect(await ids('du')).toEqual(expect.arrayContaining([here, there]))
    expect(await ids('jiang')).toEqual([there])
    const own = (await desk.list('qi')).items.find(({ id }) => id === here)
    expect(own).toMatchObject({ noAcknowledging: expect.anything() })
    expect((await house.as('jiang', `/api/alarms/${here}`)).status).toBe(404)
    expect((await house.send('/api/alarms')).status).toBe(401)
    for (const bad of ['?box=all', '?limit=501', '?limit=0'])
      expect((await house.as('dan', `/api/alarms${bad}`)).status).toBe(422)
  })
})

describe('an acknowledgement', () => {
  test('counts at once without devices, case or Temporal, and asks the plant', async () => {
    const id = await stand(house)
    const answer = await acknowledge('dan', id)
    fits('POST /api/alarms/{id}/acknowledgement', answer)
    expect(answer.body).toMatchObject({ id, caseNotified: false })
    expect(await desk.row(id)).toMatchObject({
      acked: true,
      ackedBy: '单值班',
      noAcknowledging: expect.anything(),
    })
    const [request] = await house.db
      .select()
      .from(deviceCommands)
      .where(eq(deviceCommands.alarm, id))
    expect(request).toMatchObject({
      verb: 'acknowledge',
      by: 'dan',
      state: 'waiting',
      device: 'T1',
      feed: 'park',
    })
    const seen = await desk.detail(id)
    expect(seen.acknowledgements).toMatchObject([{ by: '单值班', seq: 1 }])
    expect((await desk.detail(id, 'qi')).acknowledgements).toMatchObject([
      { by: null, measures: null },
    ])
  })
  test('and all else that the desk does with an alarm is told to its enterprise without a name', async () => {
    const shelved = await stand(house)
    await desk.does('dan', shelved, 'shelving', { until: soon(30), reason: '校验' })
    const acked = await stand(house)
    await acknowledge('dan', acked)
    for (const id of [shelved, acked]) {
      const answer = await house.as('qi', `/api/alarms/${id}`)
      fits('GET /api/alarms/{id}', answer)
      expect(JSON.stringify(answer.body)).not.toContain('单值班')
    }
    for (const box of ['active', 'shelved'])
      expect(JSON.stringify(await desk.list('qi', `?box=${box}`))).not.toContain('单值班')
    expect((await desk.detail(acked, 'qi')).alarm).toMatchObject({ acked: true, ackedBy: null })
    expect((await desk.detail(shelved)).alarm).toMatchObject({ shelvedBy: '单值班' })
  })
  test('is one however often it is sent under its key, and another under another content is refused', async () => {
    const id = await stand(house)
    const key = randomUUID()
    const [first, second] = [
      await acknowledge('dan', id, 1, key),
      await acknowledge('dan', id, 1, key),
    ]
    expect(second.body).toEqual(first.body)
    expect(
      (await desk.does('dan', id, 'acknowledgement', { seq: 1, measures: '已派人' }, key)).body
        .code,
    ).toBe('key-reused')
    expect(await house.db.$count(alarmAcknowledgements, eq(alarmAcknowledgements.alarm, id))).toBe(
      1,
    )
    const both = await Promise.all([1, 2].map(() => acknowledge('du', id, 1, 'one')))
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect(await house.db.$count(alarmAcknowledgements, eq(alarmAcknowledgements.alarm, id))).toBe(
      2,
    )
  })
  test('of what a person saw does not silence what rings afterwards', async () => {
    const id = await stand(house)
    await acknowledge('dan', id)
    await house.db.update(alarms).set({ seq: 2, level: 1 }).where(eq(alarms.id, id))
    await event(house, id, 2, 'escalated')
    expect(await desk.row(id)).toMatchObject({ acked: false, noAcknowledging: null, seq: 2 })
    expect((await acknowledge('dan', id, 3)).status).toBe(422)
    expect((await acknowledge('dan', id, 2)).status).toBe(200)
    expect(await desk.row(id)).toMatchObject({ acked: true })
  })
  test('promise (alarms): a press upon an old page asks the plant for what the person saw, so that what has risen since is acknowledged nowhere', async () => {
    const id = await stand(house)
    await house.db.update(alarms).set({ seq: 2, level: 1 }).where(eq(alarms.id, id))
    await event(house, id, 2, 'escalated')
    expect((await acknowledge('dan', id, 1)).status).toBe(200)
    expect(await desk.row(id)).toMatchObject({ acked: false, noAcknowledging: null })
    const [request] = await house.db
      .select()
      .from(deviceCommands)
      .where(eq(deviceCommands.alarm, id))
    expect(request?.args).toMatchObject({ seen: '1' })
  })
  test('of what has returned clears it from the box', async () => {
    const id = await stand(house, { active: false, rtnAt: ago(2) })
    expect(await ids('dan', '?box=returned')).toContain(id)
    await acknowledge('du', id)
    expect(await ids('dan', '?box=returned')).not.toContain(id)
  })
  test('is for duty officers of the region; elsewhere there is no such alarm; what has ended is not acknowledged', async () => {
    const id = await stand(house)
    for (const who of ['gao', 'lin', 'qi'])
      expect((await acknowledge(who, id)).body.code, who).toBe('not-allowed')
    expect((await acknowledge('jiang', id)).body.code).toBe('not-found')
    expect((await acknowledge('dan', 'nonsense')).body.code).toBe('not-found')
    const closed = await stand(house, { closedAt: ago(1), active: false })
    expect((await acknowledge('dan', closed)).body.code).toBe('not-possible-now')
    await expect(house.db.execute(sql`DELETE FROM alarm_acknowledgements`)).rejects.toThrow()
  })
  test('reaches the case, whose escalation policy then rests', async () => {
    const answer = await house.send('/api/cases/alarm-episode', {
      json: { data: raised },
      headers: { ...bearer, 'idempotency-key': randomUUID() },
    })
    const { id } = (await answer.json()) as { id: string }
    await stand(house, { id, caseStarted: ago(1) })
    const before = await desk.row(id)
    expect(before).toMatchObject({
      caseId: id,
      next: { words: { zh: expect.stringContaining('呼叫') } },
    })
    const left = (Date.parse(before?.next?.at ?? '') - Date.now()) / 60_000
    expect([left > 0, left <= 61]).toEqual([true, true])
    expect(
      (await desk.does('dan', id, 'acknowledgement', { seq: 1, measures: '已电话核实' })).body,
    ).toMatchObject({ caseNotified: true })
    const answered = () =>
      house.db.select().from(commands).where(sql`case_id = ${id} AND type = 'acknowledge'`)
    for (let tries = 0; (await answered())[0]?.answer == null && tries < 100; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 20))
    expect((await answered())[0]).toMatchObject({
      actor: { kind: 'person', id: 'dan' },
      answer: { ok: true },
    })
    expect((await house.as('dan', `/api/cases/${id}`)).body.state.zh).toContain('已接警')
    expect(await desk.row(id)).toMatchObject({ acked: true, next: null })
  })
  test('promise (alarms): what the plant has acknowledged goes on calling the desk, which sees that and may acknowledge it', async () => {
    const answer = await house.send('/api/cases/alarm-episode', {
      json: { data: { ...raised, point: 'PT-8' } },
      headers: { ...bearer, 'idempotency-key': randomUUID() },
    })
    const { id } = (await answer.json()) as { id: string }
    await stand(house, { id, caseStarted: ago(1), acked: true, ackedBy: 'plant' })
    const before = await desk.row(id)
    expect(before).toMatchObject({ acked: true, ackedBy: 'plant', noAcknowledging: null })
    expect(before?.next).not.toBeNull()
    await acknowledge('dan', id)
    expect(await desk.row(id)).toMatchObject({
      acked: true,
      noAcknowledging: expect.anything(),
      next: null,
    })
  })
})

test('one alarm with its events, kept readings and what was asked of its device', async () => {
  const id = await stand(house)
  await event(house, id, 2, 'rtn', { by: 'plant' })
  await keepReading(house, id, ago(60), 8.1)
  const answer = await house.as('dan', `/api/alarms/${id}`)
  fits('GET /api/alarms/{id}', answer)
  const seen: AlarmDetail = answer.body
  expect(seen.events.map(({ kind, words, by }) => [kind, words.zh, by])).toEqual([
    ['rtn', '恢复正常', 'plant'],
    ['raised', '报警', null],
  ])
  expect(seen.readings).toMatchObject([{ value: 8.1 }])
  expect((await desk.detail(id, 'qi')).events[0]?.by).toBeNull()
})
