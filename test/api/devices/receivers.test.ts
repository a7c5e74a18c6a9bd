// Do administrators of the city keep who takes warnings, with a reason, a secret that never comes back, and a trial that is an exercise?
import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  outboundDeliveries,
  outboundMessages,
  outboundReceivers,
} from '../../../db/schema/devices/outbound.ts'
import { isAddress } from '../../../domain/warning/receivers.ts'
import { receiver } from '../duty/standing-alarms.ts'
import { type House, openHouse } from '../house.ts'
import { fits } from '../http/fits.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await house.db.execute(
    sql`UPDATE appointments SET role = 'administrator', office = '330800-administration' WHERE person IN ('hao', 'yu')`,
  )
})
afterAll(() => house.close())

const base = '/api/registry/receivers'
const secret = 'a secret of sixteen signs'
const put = (
  id: string,
  more: Record<string, unknown> = {},
  who = 'hao',
  key: string = randomUUID(),
) =>
  house.as(who, `${base}/${id}`, {
    method: 'PUT',
    json: { ...receiver, reason: '联网', ...more },
    headers: { 'idempotency-key': key },
  })
/** What waits of that receiver is approved by the other administrator. */
const approve = async (id: string, who = 'yu', more: Record<string, unknown> = {}) => {
  const { proposals } = (await house.as(who, base)).body
  const proposal = proposals?.find((one: { id: string }) => one.id === id)?.proposal ?? randomUUID()
  return house.as(who, `${base}/${id}/decision`, {
    json: { proposal, approved: true, reason: '核实', ...more },
  })
}
const office = {
  region: '330800',
  organisation: '125',
  unit: '001',
  extension: '00',
  sender: 'anjian.example',
  name: '市局',
  reason: '初次登记',
}
const setOffice = (more: Record<string, unknown> = {}) =>
  house.as('hao', `${base}/office`, { method: 'PUT', json: { ...office, ...more } })
const trial = (id: string, key = 'trial') =>
  house.as('hao', `${base}/${id}/test`, { json: {}, headers: { 'idempotency-key': key } })

test('a receiver is enrolled and changed, each with a reason and on record; its secret stays where it is', async () => {
  fits('PUT /api/registry/receivers/{id}', await put('city', { secret }, 'hao', 'once'))
  expect((await put('city', { secret, name: '别名' }, 'hao', 'once')).body.code).toBe('key-reused')
  fits('POST /api/registry/receivers/{id}/decision', await approve('city'))
  await put('city', { leastLevel: 3 })
  await approve('city')
  const answer = await house.as('hao', base)
  fits('GET /api/registry/receivers', answer)
  expect(answer.body.receivers).toMatchObject([
    { id: 'city', signed: true, leastLevel: 3, last: null, waiting: 0 },
  ])
  const words = answer.body.changes.map((one: { words: string }) => one.words)
  expect(words.sort()).toEqual([
    '批准预警接收单位变更 市预警中心',
    '批准预警接收单位变更 市预警中心',
    '提请变更预警接收单位 市预警中心',
    '提请变更预警接收单位 市预警中心',
  ])
  const rows = await house.db.execute(sql`SELECT rows FROM registry_changes`)
  expect(JSON.stringify([answer.body, rows.rows])).not.toContain(secret)
  expect(
    await house.db.select({ secret: outboundReceivers.secret }).from(outboundReceivers),
  ).toEqual([{ secret }])
  for (const wrong of [
    { url: 'ftp://x' },
    { url: 'https://u:p@x.example' },
    { secret: 'short' },
    { regions: ['1'] },
    { reason: ' ' },
  ])
    expect([wrong, (await put('city', wrong)).status]).toEqual([wrong, 422])
  expect((await put('City')).status).toBe(422)
})

test('a trial is an exercise, for that receiver alone, once under its key; none without an office or to one that is off', async () => {
  expect((await trial('city')).body.reasons[0].zh).toBe('还没有登记发布单位')
  for (const wrong of [{ region: '33080' }, { sender: 'a, b' }])
    expect((await setOffice(wrong)).status).toBe(422)
  fits('PUT /api/registry/receivers/office', await setOffice())
  await put('other', { name: '其他' })
  await approve('other')
  const sent = await trial('city')
  fits('POST /api/registry/receivers/{id}/test', sent)
  expect((await trial('city')).body).toEqual(sent.body)
  expect(await house.db.select().from(outboundMessages)).toMatchObject([
    { status: 'Exercise', synthetic: true, by: 'hao', type: 'Alert' },
  ])
  expect(await house.db.select().from(outboundDeliveries)).toMatchObject([
    { receiver: 'city', state: 'waiting' },
  ])
  expect((await house.as('hao', base)).body).toMatchObject({
    office: { sender: 'anjian.example' },
    receivers: [{ waiting: 1 }, { waiting: 0 }],
  })
  await put('city', { enabled: false })
  expect((await trial('city', 'again')).body.reasons[0].zh).toBe('该接收单位已停用')
  expect((await trial('nobody', 'third')).status).toBe(404)
})

test('promise (secrecy): no single administrator makes a warning go anywhere; another one approves exactly what he has seen', async () => {
  await put('alone', { secret })
  const seen = async (who: string) =>
    (await house.as(who, base)).body.proposals.find((one: { id: string }) => one.id === 'alone')
  expect(await seen('hao')).toMatchObject({
    mine: true,
    fresh: true,
    newSecret: true,
    signed: true,
  })
  expect((await trial('alone', 'first')).status).toBe(404)
  expect((await approve('alone', 'hao')).status).toBe(403)
  const waits = async (who: string) =>
    (await house.as(who, '/api/registry/waiting')).body.receivers.filter(
      ({ id }: { id: string }) => id === 'alone',
    )
  expect(await waits('yu')).toEqual([
    { id: 'alone', name: receiver.name, by: '郝检查', mine: false },
  ])
  const { proposal } = await seen('yu')
  await put('alone', { url: 'https://elsewhere.example/in' })
  expect((await approve('alone', 'yu', { proposal })).status).toBe(409)
  expect((await approve('alone', 'lin', { proposal })).status).toBe(403)
  expect(JSON.stringify([await seen('yu'), await waits('yu')])).not.toContain(secret)
  expect((await approve('alone', 'yu')).status).toBe(200)
  expect(
    await house.db.select().from(outboundReceivers).where(eq(outboundReceivers.id, 'alone')),
  ).toMatchObject([
    { url: 'https://elsewhere.example/in', secret: null, proposedBy: 'hao', approvedBy: 'yu' },
  ])
  await put('alone', { url: 'https://third.example/in' })
  const inForce = async () =>
    (await house.db.select().from(outboundReceivers).where(eq(outboundReceivers.id, 'alone')))[0]
  expect((await inForce())?.url).toBe('https://elsewhere.example/in')
  expect((await approve('alone', 'hao', { approved: false })).status).toBe(200)
  expect(await seen('hao')).toBeUndefined()
  await put('alone', { url: 'https://elsewhere.example/in', enabled: false })
  expect([(await inForce())?.enabled, await seen('hao')]).toEqual([false, undefined])
  await expect(house.db.update(outboundReceivers).set({ approvedBy: 'hao' })).rejects.toThrow()
})

test.each([
  'https://127.0.0.1/',
  'https://2130706433/',
  'https://[::ffff:127.0.0.1]/',
  'https://169.254.169.254/latest',
  'https://localhost/',
  'https://postgres/',
  'http://cap.example/',
])('an address that is not to be reached is refused when it is typed: %s', async (address) => {
  const { status, body } = await put('typed', { url: address })
  expect([status, body.reasons[0].zh.startsWith('该地址不可使用')]).toEqual([422, true])
  expect(
    (await house.as('hao', base)).body.proposals.map((one: { id: string }) => one.id),
  ).not.toContain('typed')
})

test('is for administrators of the city', async () => {
  await house.db.execute(
    sql`UPDATE appointments SET role = 'administrator', office = '330881-bureau' WHERE person = 'jiang'`,
  )
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
