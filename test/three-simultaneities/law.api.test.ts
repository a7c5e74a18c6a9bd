// Do projects keep the dates of the law in the clock laboratory, the same for the office, the builder and his list?
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { onSite, openProject, opined, servedOn } from './part.ts'
import { sample } from './playing.ts'

type Project = Awaited<ReturnType<typeof openProject>>

/** A laboratory that begins on that day, so that it need not walk through years of mornings. */
const laboratory = (day: string) => {
  const held: { at?: Project } = {}
  beforeAll(async () => {
    held.at = await openProject(`${day}T01:00:00.000Z`)
  }, 120_000)
  afterAll(() => held.at?.close())
  return (): Project => {
    if (!held.at) throw new Error('the laboratory is not open')
    return held.at
  }
}

/** What case page, builder's page and builder's list say of the one period that goes on. */
const everywhere = async (at: Project, id: string, name: string) => {
  const [office, builder] = [await at.clock(id, name), await at.clock(id, name, 'boss')]
  const list = await at.people.boss.get<{ items: { id: string; due: { date: string } | null }[] }>('/api/cases?limit=200')
  expect(builder?.explanation).toEqual(office?.explanation)
  expect(office?.explanation.zh).toContain(office?.due ?? 'no date')
  return [office?.due, builder?.due, list.items.find((one) => one.id === id)?.due?.date]
}
const thrice = (day: string) => [day, day, day]

describe('example 4: an opinion of 29 February 2024', () => {
  const lab = laboratory('2024-02-29')

  test('holds until 28 February 2026', async () => {
    const at = lab()
    const id = await at.registers('hazchem')
    await at.does(id, ['boss', 'apply-conditions'], ['clerk', 'accept'], ...onSite, ...opined)
    await at.does(id, ['leader', 'pass-conditions'], servedOn('2024-02-29'))
    expect(await everywhere(at, id, 'opinion-validity')).toEqual(thrice('2026-02-28'))
  })
})

describe('examples 4 and 2', () => {
  const lab = laboratory('2026-01-12')

  test('conditions accepted on 12 January are decided by 20 March', async () => {
    const at = lab()
    const id = await at.registers('hazchem', { name: '二期储罐' })
    await at.does(id, ['boss', 'apply-conditions'], ['clerk', 'accept'])
    expect(await everywhere(at, id, 'condition-review')).toEqual(thrice('2026-03-20'))
    expect(await at.clock(id, 'condition-review', 'boss')).toMatchObject({ provisional: false, article: expect.stringContaining('令45号') })
  })

  test('a design accepted on 2 February is decided by 6 March, and extended by the leader by 20 March', async () => {
    const at = lab()
    await at.until('2026-02-02')
    const id = await at.registers('mine')
    await at.does(id, ['boss', 'apply-design'], ['clerk', 'accept'])
    expect(await everywhere(at, id, 'design-review')).toEqual(thrice('2026-03-06'))
    expect(await at.clock(id, 'promised-decision', 'boss')).toMatchObject({ due: '2026-02-12', promised: true })
    await at.does(id, ['leader', 'extend-review', { ...sample('extend-review'), by: 10 }])
    expect(await everywhere(at, id, 'design-review')).toEqual(thrice('2026-03-20'))
  }, 120_000)
})

describe('example 1: papers of 28 September', () => {
  const lab = laboratory('2026-09-28')

  test('told to nobody by 10 October, they are accepted from the day of receipt', async () => {
    const at = lab()
    const id = await at.registers('mine', { name: '石灰石矿' })
    await at.does(id, ['boss', 'apply-design'])
    expect(await everywhere(at, id, 'acceptance')).toEqual(thrice('2026-10-10'))
    await at.until('2026-10-10')
    expect((await at.view(id)).state.zh).toContain('待受理')
    await at.until('2026-10-11')
    expect((await at.view(id)).state.zh).toContain('待现场核查')
    expect(await at.clock(id, 'design-review')).toMatchObject({ startedAt: '2026-09-27T16:00:00.000Z', due: '2026-10-30' })
    expect((await at.people.boss.timeline(id)).items.map(({ title }) => title.zh)).toContainEqual(expect.stringContaining('第三十二条'))
  }, 120_000)
})
