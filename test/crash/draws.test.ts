// The API killed with −9 while the inspections of a draw are opened: does each enterprise get its own, once?
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DrawView } from '../../contract/drawing/draws.ts'
import { commitmentTo } from '../../domain/drawing/lot.ts'
import { addDays } from '../../domain/time/days.ts'
import { civilDate, instant } from '../../domain/time/instant.ts'
import { settleCertificates } from '../enforcement-case/certificates.ts'
import { type House, openHouse } from './house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await settleCertificates(house.product.db)
})
afterAll(() => house?.close())

const count = 40

/** How many cases the draw has, of how many enterprises. */
const opened = async (draw: string): Promise<[number, number]> => {
  const { rows } = await house.product.db.execute<{ cases: number; about: number }>(sql`
    SELECT count(*)::int AS cases, count(DISTINCT record #>> '{snapshot,context,enterprise}')::int AS about
    FROM cases WHERE record #>> '{data,plan-inspection,draw}' = ${draw}`)
  return [rows[0]?.cases ?? 0, rows[0]?.about ?? 0]
}

test('killed again and again, it opens each once', async () => {
  const { product } = house
  const [officer, chief] = await Promise.all(
    ['kecheng.inspector1', 'kecheng.chief'].map((name) => product.person(name)),
  )
  if (!officer || !chief) throw new Error('somebody is missing')
  const answers = {
    title: '双随机抽查',
    checklist: 'general',
    scope: '责任制',
    plannedOn: addDays(civilDate(instant(Date.now())), 5),
  }
  const frozen = await officer.raw('POST', '/api/draws', { region: '330802', count, answers })
  const { id }: DrawView = await frozen.json()
  const two = [officer, chief]
  for (const [at, one] of two.entries()) {
    const { me }: DrawView = await one.get(`/api/draws/${id}`)
    const hash = commitmentTo(id, me, String(at).repeat(64))
    expect((await one.raw('POST', `/api/draws/${id}/commitments`, { hash })).status).toBe(200)
  }
  for (const [at, one] of two.entries()) {
    const secret = String(at).repeat(64)
    expect((await one.raw('POST', `/api/draws/${id}/reveals`, { secret })).status).toBe(200)
  }
  const openNext = () => officer.raw('POST', `/api/draws/${id}/cases`, {})
  for (const enough of [1, 8, 25]) {
    const sending = openNext().catch((error: unknown) => error)
    await expect
      .poll(async () => (await opened(id))[0], { timeout: 30_000, interval: 5 })
      .toBeGreaterThanOrEqual(enough)
    await product.api.stop('SIGKILL')
    await sending
    await product.restartApi()
  }
  for (let times = 0; times < 3; times += 1) expect((await openNext()).status).toBe(200)
  expect(await opened(id)).toEqual([count, count])
  const draw: DrawView = await officer.get(`/api/draws/${id}`)
  expect(draw.visits.filter((one) => one.case !== null)).toHaveLength(count)
})
