// An administrator enters the numbers by which people are called, and nobody reads them again.
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { personnelActs, personPhones } from '../../../db/schema/organisation/organisation.ts'
import { fits } from '../http/fits.ts'
import { base, house, usePersonnelHouse, view } from './personnel-house.ts'

usePersonnelHouse()

const enter = (who: string, id: string, phone: string | null) =>
  house.as(who, `${base}/${id}/phone`, { json: { phone, reason: '值班需要' } })
const kept = async (id: string) =>
  (await house.db.select().from(personPhones).where(eq(personPhones.person, id)))[0]?.phone

test('promise (secrecy): a number once entered is shown with its middle covered, also to whoever entered it, and stands in no history', async () => {
  expect((await view('lin')).phone).toBeNull()
  const { status, body } = await enter('fang', 'lin', '+86 154-0000-0001')
  expect([status, body.phone]).toEqual([200, '154****0001'])
  fits(`POST ${base}/{id}/phone`, { status, body })
  expect(await kept('lin')).toBe('15400000001')
  expect((await view('lin')).phone).toBe('154****0001')
  expect(JSON.stringify(body)).not.toContain('15400000001')
  const acts = await house.db.select().from(personnelActs)
  expect(acts.map(({ act, person, reason }) => [act, person, reason])).toEqual([
    ['phone-changed', 'lin', '值班需要'],
  ])
  expect(JSON.stringify(acts)).not.toContain('0001')
})

test('entered again it takes the place of the one before; without one there is none', async () => {
  await enter('fang', 'wu', '15400000002')
  await enter('fang', 'wu', '15400000003')
  expect(await kept('wu')).toBe('15400000003')
  const { body } = await enter('fang', 'wu', null)
  expect([body.phone, await kept('wu')]).toEqual([null, undefined])
  expect(body.history[0].act).toBe('phone-removed')
})

test('what cannot be called is refused, and nothing is kept', async () => {
  for (const phone of ['0570-3021234', '12345678901', '1540000000', 'x'])
    expect((await enter('fang', 'chen', phone)).body.code, phone).toBe('invalid-input')
  expect(await kept('chen')).toBeUndefined()
})

test('only administrators do it, and only for their own region', async () => {
  expect((await enter('lin', 'wu', '15400000004')).status).toBe(403)
  expect((await enter('hao', 'wu', '15400000004')).status).toBe(404)
  expect(await kept('wu')).toBeUndefined()
})
