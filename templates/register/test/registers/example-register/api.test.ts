// Is an entry proposed by one person, confirmed by another, and read by whom it concerns?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse } from '../../../../../test/api/house.ts'
import { fits } from '../../../../../test/api/http/fits.ts'
import { exampleRegister } from '../../../domain/registers/example-register/register.ts'
import { day, thing, typed } from './samples.ts'

const at = '/api/registers/example-register'
let house: House
beforeAll(async () => {
  house = await openHouse({}, null, {}, { 'example-register': exampleRegister })
  await house.clock.setNow(`${day}T01:00:00.000Z`)
})
afterAll(() => house?.close())

const propose = (who: string, data: object, entry: string | null = null, version = 0) =>
  house.as(who, `${at}/changes`, { json: { entry, version, data } })
const decide = (who: string, id: string, decision: string, reason = '') =>
  house.as(who, `${at}/changes/${id}/${decision}`, { json: { reason } })

test('an enterprise proposes, the section chief confirms, and it stands under its number for both, and in public with less', async () => {
  const { status, body } = await propose('qi', typed)
  expect(status).toBe(201)
  expect((await house.as('qi', `${at}/entries`)).body.items).toEqual([])
  expect((await decide('chen', body.id, 'approval')).status).toBe(200)
  for (const who of ['chen', 'qi']) {
    const page = await house.as(who, `${at}/entries`)
    fits('GET /api/registers/{register}/entries', page)
    expect(page.body.items).toMatchObject([
      {
        number: '衢柯例册〔2026〕0001号',
        name: thing.name,
        standing: 'in-use',
        due: thing.checkBy,
      },
    ])
  }
  const open = await house.send('/api/public/registers/example-register?q=应急灯')
  expect((await open.json()).details.fields.q.zh).toContain('4个字')
  const found = await (
    await house.send(`/api/public/registers/example-register?q=${thing.name}`)
  ).json()
  expect(found.items).toMatchObject([{ number: '衢柯例册〔2026〕0001号', name: thing.name }])
  expect(JSON.stringify(found)).not.toMatch(/仓库|12|试验化工/)
})

test('an inspector adds what only authorities read; another county and the public never see it', async () => {
  const { id } = (await house.as('lin', `${at}/entries`)).body.items[0]
  const change = {
    ...thing,
    remark: '摆放混乱',
    standing: 'out-of-use',
    from: day,
    reason: '现场检查',
  }
  const { body } = await propose('lin', change, id, 1)
  expect((await decide('fang', body.id, 'approval')).status).toBe(200)
  const seen = async (who: string) =>
    JSON.stringify((await house.as(who, `${at}/entries/${id}`)).body)
  expect(await seen('lin')).toContain('摆放混乱')
  expect(await seen('qi')).toContain('停用')
  expect(await seen('qi')).not.toMatch(/摆放混乱|现场检查|林检查|方科长/)
  expect((await house.as('jiang', `${at}/entries/${id}`)).status).toBe(404)
})
