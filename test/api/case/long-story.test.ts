// Is a long story read on from where its reader stands, as far as he may see it?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse, report } from '../house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const verdict = { grade: 'general', findings: '现场核实情况属实', opinion: '内部意见：不对外' }
const verify = (who: string, id: string) =>
  house.as(who, `/api/cases/${id}/acts`, { json: { type: 'verify', data: verdict } })

test('it is read on from the number of the latest that is known, without walking the chain again', async () => {
  const id = await report(house)
  await verify('lin', id)
  const read = async (query: string, who = 'chen') =>
    (await house.as(who, `/api/cases/${id}/timeline${query}`)).body
  const all = await read('')
  const seqs = (of: { items: { seq: number }[] }) => of.items.map(({ seq }) => seq)
  expect(all.chain).toMatchObject({ valid: true })
  expect(seqs(await read('?after=0'))).toEqual(seqs(all))
  expect((await read('?after=0')).chain).toBeNull()
  const last = seqs(all).at(-1)
  expect(await read(`?after=${last}`)).toEqual({ items: [], chain: null })
  await verify('wu', id)
  const news = await read(`?after=${last}`)
  expect(news.items.length).toBeGreaterThan(0)
  expect(seqs(news)).toEqual(seqs(await read('')).slice(seqs(all).length))
  expect(JSON.stringify(await read('?after=0', 'qi'))).not.toContain('内部意见：不对外')
  expect((await house.as('jiang', `/api/cases/${id}/timeline?after=0`)).status).toBe(404)
  expect((await house.as('chen', `/api/cases/${id}/timeline?after=x`)).status).toBe(422)
})
