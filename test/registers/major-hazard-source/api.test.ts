// Is a major hazard source graded when it is proposed, confirmed by another, and read by whom it concerns?
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { majorHazardSource } from '../../../domain/registers/major-hazard-source/register.ts'
import { type House, openHouse } from '../../api/house.ts'
import { fits } from '../../api/http/fits.ts'
import { askRegister } from '../settling.ts'
import { changed, day, graded, inTonnes, source, typed } from './samples.ts'

let house: House
const { at, propose, entry, enter } = askRegister(() => house, majorHazardSource.id)
beforeAll(async () => {
  house = await openHouse({}, null, {}, { [majorHazardSource.id]: majorHazardSource })
  await house.clock.setNow(`${day}T01:00:00.000Z`)
})
afterAll(() => house?.close())

test.each(graded)(
  'example %s of the standard is graded, and the grade stands in the entry with its reckoning',
  async (name, substances, exposed, found) => {
    const sent = { ...typed, name: `单元${name}`, substances: inTonnes(substances), exposed }
    const one = await enter(['qi', 'chen'], sent)
    expect(one.values).toMatchObject(found)
    const said = one.fields.find((field: { name: string }) => field.name === 'reckoning')
    expect(said.list.length).toBeGreaterThan(3)
    expect(one.due).toBe('2026-03-09')
  },
)

describe('a change', () => {
  test('is graded anew; its history says which substance and which grade it had', async () => {
    const { id } = await enter(['qi', 'chen'], { ...typed, name: '变更单元' })
    const [chlorine] = source.substances
    const after = await enter(
      ['lin', 'fang'],
      changed({
        name: '变更单元',
        substances: [{ ...chlorine, quantity: 4 }],
        filedOn: day,
        remark: '已现场核查',
      }),
      id,
      1,
    )
    expect(after).toMatchObject({ values: { grade: 'none' }, due: '2029-02-20' })
    const read = await house.as('fang', `${at}/entries/${id}`)
    fits('GET /api/registers/{register}/entries/{id}', read)
    const [latest] = read.body.changes
    const of = (name: string) =>
      latest.fields.find((field: { name: string }) => field.name === name)
    expect(of('substances').lines.map(({ zh }: { zh: string }) => zh)).toEqual([
      '第1行变更：数量 25 → 4',
      '第2行删除：物质 氨，数量 15,000，单位 千克',
    ])
    expect([of('grade').before.zh, of('grade').after.zh]).toEqual(['三级', '不构成重大危险源'])
    expect(JSON.stringify(await entry('qi', id))).not.toContain('已现场核查')
    expect((await house.as('jiang', `${at}/entries/${id}`)).status).toBe(404)
  })
  test('to cancelled needs an application, and ends the days that run', async () => {
    const { id } = await enter(['qi', 'chen'], { ...typed, name: '核销单元' })
    const cancelled = changed({ name: '核销单元', standing: 'cancelled' })
    const refused = await propose('lin', cancelled, id, 1)
    expect(refused).toMatchObject({
      status: 422,
      body: { details: { pointer: '/cancellationAppliedOn' } },
    })
    const after = await enter(
      ['lin', 'chen'],
      { ...cancelled, cancellationAppliedOn: '2026-02-24' },
      id,
      1,
    )
    expect(after).toMatchObject({ over: true, due: null })
    expect(after.values.cancellationDue).toBe('2026-03-26')
  })
})

test('a substance of which the standard says nothing is refused at its category, and nothing is stored', async () => {
  const before = (await house.as('chen', `${at}/changes`)).body.items.length
  const { status, body } = await propose('qi', {
    ...typed,
    substances: [...source.substances, { substance: '某物', quantity: 1, unit: 't' }],
  })
  expect(status).toBe(422)
  expect(body.details.pointer).toBe('/substances/2/category')
  expect((await house.as('chen', `${at}/changes`)).body.items).toHaveLength(before)
})
