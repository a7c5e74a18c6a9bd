// Do projects keep the dates of the law in the clock laboratory, the same for the office, the builder and his list?
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { onSite, openProject, opined, servedOn } from './part.ts'
import { sample } from './playing.ts'

let at: Awaited<ReturnType<typeof openProject>>
beforeAll(async () => {
  at = await openProject('2024-02-29T01:00:00.000Z')
}, 120_000)
afterAll(() => at?.close())

/** What case page, builder's page and builder's list say of the one period that goes on. */
const everywhere = async (id: string, name: string) => {
  const [office, builder] = [await at.clock(id, name), await at.clock(id, name, 'boss')]
  const list = await at.people.boss.get<{ items: { id: string; due: { date: string } | null }[] }>(
    '/api/cases?limit=200',
  )
  expect(builder?.explanation).toEqual(office?.explanation)
  expect(office?.explanation.zh).toContain(office?.due ?? 'no date')
  return [office?.due, builder?.due, list.items.find((one) => one.id === id)?.due?.date]
}
const thrice = (day: string) => [day, day, day]

describe('example 4: an opinion of 29 February 2024', () => {
  test('holds until 28 February 2026', async () => {
    const id = await at.registers('hazchem')
    await at.does(id, ['boss', 'apply-conditions'], ['clerk', 'accept'], ...onSite, ...opined)
    await at.does(id, ['leader', 'pass-conditions'], servedOn('2024-02-29'))
    expect(await everywhere(id, 'opinion-validity')).toEqual(thrice('2026-02-28'))
  })
})

describe('examples 4 and 2', () => {
  test('conditions accepted on 12 January are decided by 20 March', async () => {
    await at.until('2026-01-12')
    const id = await at.registers('hazchem', { name: '二期储罐' })
    await at.does(id, ['boss', 'apply-conditions'], ['clerk', 'accept'])
    expect(await everywhere(id, 'condition-review')).toEqual(thrice('2026-03-20'))
    expect(await at.clock(id, 'condition-review', 'boss')).toMatchObject({
      provisional: false,
      article: expect.stringContaining('令45号'),
    })
  }, 120_000)

  test('a design accepted on 2 February is decided by 6 March, and extended by the leader by 20 March', async () => {
    await at.until('2026-02-02')
    const id = await at.registers('mine')
    await at.does(id, ['boss', 'apply-design'], ['clerk', 'accept'])
    expect(await everywhere(id, 'design-review')).toEqual(thrice('2026-03-06'))
    expect(await at.clock(id, 'promised-decision', 'boss')).toMatchObject({
      due: '2026-02-12',
      promised: true,
    })
    await at.does(id, ['leader', 'extend-review', { ...sample('extend-review'), by: 10 }])
    expect(await everywhere(id, 'design-review')).toEqual(thrice('2026-03-20'))
  }, 120_000)
})

describe('example 1: papers of 28 September', () => {
  test('told to nobody by 10 October, they are accepted from the day of receipt', async () => {
    await at.until('2026-09-28')
    const id = await at.registers('mine', { name: '石灰石矿' })
    await at.does(id, ['boss', 'apply-design'])
    expect(await everywhere(id, 'acceptance')).toEqual(thrice('2026-10-10'))
    await at.until('2026-10-10')
    expect((await at.view(id)).state.zh).toContain('待受理')
    await at.until('2026-10-11')
    expect((await at.view(id)).state.zh).toContain('待现场核查')
    expect(await at.clock(id, 'design-review')).toMatchObject({
      startedAt: '2026-09-27T16:00:00.000Z',
      due: '2026-10-30',
    })
    expect((await at.people.boss.timeline(id)).items.map(({ title }) => title.zh)).toContainEqual(
      expect.stringContaining('第三十二条'),
    )
  }, 120_000)
})
