// Is a resource proposed by one person, confirmed by another, and found by those who may need it?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emergencyResource } from '../../../domain/registers/emergency-resource/register.ts'
import { type House, openHouse } from '../../api/house.ts'
import { fits } from '../../api/http/fits.ts'
import { askRegister, ofTheCity, settleSignedIn } from '../settling.ts'
import { changed, day, resource, typed } from './samples.ts'

let house: House
const { at, propose, entry, enter } = askRegister(() => house, emergencyResource.id)
beforeAll(async () => {
  house = await openHouse({}, null, {}, { [emergencyResource.id]: emergencyResource })
  await house.clock.setNow(`${day}T01:00:00.000Z`)
  await settleSignedIn(house, ofTheCity)
})
afterAll(() => house?.close())

test('an enterprise enters its stock; the list begins with what falls due first', async () => {
  const later = { ...typed, name: '沙袋', batches: undefined }
  await enter(['qi', 'chen'], later)
  await enter(['qi', 'chen'], typed)
  const page = await house.as('qi', `${at}/entries`)
  fits('GET /api/registers/{register}/entries', page)
  expect(page.body.items).toMatchObject([
    { name: resource.name, due: '2026-06-30', number: '衢柯资源〔2026〕0002号' },
    { name: '沙袋', due: '2026-08-10' },
  ])
  expect((await house.as('jiang', `${at}/entries`)).body.total).toBe(0)
})

test('a used-up batch goes, a check comes, and both are told in the history; the remark stays inside', async () => {
  const { id } = (await house.as('lin', `${at}/entries`)).body.items[0]
  const [left] = resource.batches
  const after = await enter(
    ['lin', 'fang'],
    changed({
      quantity: 8,
      batches: [left],
      checks: [{ checkedOn: day, result: 'good', nextCheckOn: '2026-09-02' }, ...resource.checks],
      remark: '库房偏远',
    }),
    id,
    1,
  )
  expect(after).toMatchObject({ due: '2026-09-02', version: 2 })
  const lines = after.changes[0].fields.flatMap((one: { lines?: { zh: string }[] }) =>
    (one.lines ?? []).map(({ zh }) => zh),
  )
  expect(lines).toContain('第2行删除：批号 P2023-2，数量 4，有效期至 2026-06-30')
  expect(lines).toContain('第1行新增：检查日期 2026-03-02，检查结果 完好，下次检查日期 2026-09-02')
  expect(JSON.stringify(await entry('qi', id))).not.toContain('库房偏远')
})

test('batches that are not the quantity are refused at their field', async () => {
  const { status, body } = await propose('qi', { ...typed, quantity: 11 })
  expect(status).toBe(422)
  expect(body.details).toMatchObject({
    pointer: '/batches',
    fields: { batches: { zh: '各批次数量合计12，与数量11不一致' } },
  })
})

test('a team of the city is kept by its own people, and no enterprise finds it', async () => {
  const team = {
    ...typed,
    name: '市危险化学品应急救援队',
    kind: 'team',
    quantity: 32,
    unit: '人',
    batches: undefined,
    region: '330800',
  }
  const found = await enter(['du', 'cheng'], team)
  expect(found).toMatchObject({ owner: null, number: '衢衢资源〔2026〕0001号' })
  expect((await house.as('qi', `${at}/entries/${found.id}`)).status).toBe(404)
})
