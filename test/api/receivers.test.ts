// Do administrators of the city keep who takes warnings, with a reason, a secret that never comes back, and a trial that is an exercise?
import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { outboundDeliveries, outboundMessages, outboundReceivers } from '../../db/schema/outbound.ts'
import { isAddress } from '../../domain/warning/receivers.ts'
import { fits } from './fits.ts'
import { type House, openHouse } from './house.ts'
import { receiver } from './standing-alarms.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await house.db.execute(sql`UPDATE appointments SET role = 'administrator', office = '330800-administration' WHERE person = 'hao'`)
})
afterAll(() => house.close())

const base = '/api/registry/receivers'
const secret = 'a secret of sixteen signs'
const put = (id: string, more: Record<string, unknown> = {}, who = 'hao', key: string = randomUUID()) =>
  house.as(who, `${base}/${id}`, { method: 'PUT', json: { ...receiver, reason: '联网', ...more }, headers: { 'idempotency-key': key } })
const office = {
  region: '330800',
  organisation: '125',
  unit: '001',
  extension: '00',
  sender: 'anjian.example',
  name: '市局',
  reason: '初次登记',
}
const setOffice = (more: Record<string, unknown> = {}) => house.as('hao', `${base}/office`, { method: 'PUT', json: { ...office, ...more } })
const trial = (id: string, key = 'trial') => house.as('hao', `${base}/${id}/test`, { json: {}, headers: { 'idempotency-key': key } })

test('a receiver is enrolled and changed, each with a reason and on record; its secret stays where it is', async () => {
  fits('PUT /api/registry/receivers/{id}', await put('city', { secret }, 'hao', 'once'))
  expect((await put('city', { secret, name: '别名' }, 'hao', 'once')).body.code).toBe('key-reused')
  await put('city', { leastLevel: 3 })
  const answer = await house.as('hao', base)
  fits('GET /api/registry/receivers', answer)
  expect(answer.body.receivers).toMatchObject([{ id: 'city', signed: true, leastLevel: 3, last: null, waiting: 0 }])
  expect(answer.body.changes).toMatchObject([{ words: '预警接收单位 市预警中心' }, { words: '预警接收单位 市预警中心', reason: '联网' }])
  const rows = await house.db.execute(sql`SELECT rows FROM registry_changes`)
  expect(JSON.stringify([answer.body, rows.rows])).not.toContain(secret)
  expect(await house.db.select({ secret: outboundReceivers.secret }).from(outboundReceivers)).toEqual([{ secret }])
  for (const wrong of [{ url: 'ftp://x' }, { url: 'https://u:p@x.example' }, { secret: 'short' }, { regions: ['1'] }, { reason: ' ' }])
    expect([wrong, (await put('city', wrong)).status]).toEqual([wrong, 422])
  expect((await put('City')).status).toBe(422)
})

test('a trial is an exercise, for that receiver alone, once under its key; none without an office or to one that is off', async () => {
  expect((await trial('city')).body.reasons[0].zh).toBe('还没有登记发布单位')
  for (const wrong of [{ region: '33080' }, { sender: 'a, b' }]) expect((await setOffice(wrong)).status).toBe(422)
  fits('PUT /api/registry/receivers/office', await setOffice())
  await put('other', { name: '其他' })
  const sent = await trial('city')
  fits('POST /api/registry/receivers/{id}/test', sent)
  expect((await trial('city')).body).toEqual(sent.body)
  expect(await house.db.select().from(outboundMessages)).toMatchObject([{ status: 'Exercise', synthetic: true, by: 'hao', type: 'Alert' }])
  expect(await house.db.select().from(outboundDeliveries)).toMatchObject([{ receiver: 'city', state: 'waiting' }])
  expect((await house.as('hao', base)).body).toMatchObject({
    office: { sender: 'anjian.example' },
    receivers: [{ waiting: 1 }, { waiting: 0 }],
  })
  await put('city', { enabled: false })
  expect((await trial('city', 'again')).body.reasons[0].zh).toBe('该接收单位已停用')
  expect((await trial('nobody', 'third')).status).toBe(404)
})

test('is for administrators of the city', async () => {
  await house.db.execute(sql`UPDATE appointments SET role = 'administrator', office = '330881-bureau' WHERE person = 'jiang'`)
  for (const who of ['lin', 'qi', 'jiang']) {
    expect([who, (await house.as(who, base)).status]).toEqual([who, 403])
    expect([who, (await put('city', {}, who)).status]).toEqual([who, 403])
  }
})

test.each([
  ['https://cap.example/in?x=1', true],
  ['http://10.0.0.1:8080/', true],
  ['https://u@x.example', false],
  ['javascript:alert(1)', false],
  ['/in', false],
])('%s: %s', (address, good) => expect(isAddress(address)).toBe(good))
