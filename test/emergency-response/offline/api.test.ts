// What does the server take of what was written without a connection, and of whom?
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveAccounts } from '../../../db/organisation/accounts.ts'
import { emergencyResponse } from '../../../domain/emergency-response/process.ts'
import { type House, openHouse, password } from '../../api/house.ts'
import { quickHash } from '../../support/people/passwords.ts'
import { inCommand, onDuty, settleThem } from '../../support/people/people.ts'
import { sample } from '../playing.ts'
import { called, start } from '../samples.ts'

let house: House
let id = ''
beforeAll(async () => {
  house = await openHouse({}, null, { 'emergency-response': emergencyResponse })
  const them = { ...onDuty, ...inCommand }
  await settleThem(house.db, them)
  const passwordHash = await quickHash(password)
  await saveAccounts(
    house.db,
    Object.entries(them).map(([person, [name]]) => ({
      id: person,
      username: person,
      name,
      passwordHash,
    })),
  )
  await house.clock.setNow(start)
  id = (await house.as('dan', '/api/cases/emergency-response', { json: { data: called } })).body.id
})
afterAll(() => house?.close())

const does = (who: string, type: string, data = sample(type) ?? {}) =>
  house.as(who, `/api/cases/${id}/acts`, { json: { type, data } })
const writes = (
  who: string,
  happenedAt: string,
  text: string,
  more: Record<string, unknown> = {},
) =>
  house.as(who, `/api/cases/${id}/acts`, {
    headers: { 'idempotency-key': randomUUID() },
    json: { type: 'note-event', data: { text, happenedAt }, ...more },
  })
const texts = async () =>
  (await house.as('gao', `/api/cases/${id}/timeline`)).body.items
    .filter(({ type }: { type: string }) => type === 'note-event')
    .map(
      ({ fields }: { fields: { name: string; value: { zh: string } }[] }) =>
        fields.find(({ name }) => name === 'text')?.value.zh,
    )

test('what one person wrote is taken of nobody else, and nothing of it is stored', async () => {
  const other = await writes('du', start, '单写的', { writtenBy: 'dan' })
  expect([other.status, other.body.code]).toEqual([403, 'not-allowed'])
  expect(JSON.stringify(other.body)).toContain('须由其本人提交')
  expect(await texts()).toEqual([])
  expect((await writes('dan', start, '单写的', { writtenBy: 'dan' })).status).toBe(200)
  expect((await writes('dan', start, '超长', { writtenBy: 'x'.repeat(300) })).status).toBe(422)
  expect(await texts()).toEqual(['单写的'])
})

test('an entry that arrives after the end is taken where it tells of before, refused where of after', async () => {
  for (const [who, type] of [
    ['dan', 'verify'],
    ['gao', 'start-response'],
  ] as const)
    expect([type, (await does(who, type)).status]).toEqual([type, 200])
  await house.clock.setNow('2026-03-02T03:00:00.000Z')
  expect((await does('gao', 'end-response')).status).toBe(200)
  await house.clock.setNow('2026-03-02T05:00:00.000Z')
  const before = await writes('dan', '2026-03-02T02:30:00.000Z', '终止前')
  expect(before.status).toBe(200)
  const after = await writes('dan', '2026-03-02T04:00:00.000Z', '终止后')
  expect([after.status, after.body.code]).toEqual([403, 'not-allowed'])
  expect(after.body.reasons[0].zh).toBe('响应终止后发生的事项不记入处置日志')
  expect(await texts()).toEqual(['单写的', '终止前'])
})

test('of a case that is closed nothing is taken any more, and the answer says so', async () => {
  const closed = (
    await house.as('dan', '/api/cases/emergency-response', { json: { data: called } })
  ).body.id
  const falsely = await house.as('dan', `/api/cases/${closed}/acts`, {
    json: { type: 'declare-false', data: sample('declare-false') ?? {} },
  })
  expect(falsely.status).toBe(200)
  const late = await house.as('dan', `/api/cases/${closed}/acts`, {
    json: { type: 'note-event', data: { text: '迟到', happenedAt: start }, writtenBy: 'dan' },
  })
  expect([late.status, late.body.code]).toEqual([409, 'case-closed'])
})
