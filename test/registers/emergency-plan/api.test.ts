// Is a plan proposed by one person, confirmed by another, dated by law, and read by whom it concerns?
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emergencyPlan } from '../../../domain/registers/emergency-plan/register.ts'
import { type House, openHouse } from '../../api/house.ts'
import { fits } from '../../api/http/fits.ts'
import { askRegister, ofTheCity, settleSignedIn } from '../settling.ts'
import { changed, day, plan, typed } from './samples.ts'

let house: House
const { at, propose, decide, entry, enter } = askRegister(() => house, emergencyPlan.id)
beforeAll(async () => {
  house = await openHouse({}, null, {}, { [emergencyPlan.id]: emergencyPlan })
  await house.clock.setNow(`${day}T01:00:00.000Z`)
  await settleSignedIn(house, ofTheCity)
})
afterAll(() => house?.close())

describe('a plan of an enterprise', () => {
  test('waits with its due days for the section chief, and stands with them in the list', async () => {
    const { status, body } = await propose('qi', typed)
    expect(status).toBe(201)
    const waiting = await house.as('chen', `${at}/changes`)
    fits('GET /api/registers/{register}/changes', waiting)
    const said = JSON.stringify(waiting.body)
    expect(said).toContain('2026-03-06')
    expect(said).toContain('第2行新增：响应级别 四级响应')
    expect((await decide('chen', body.id, 'approval')).status).toBe(200)
    const page = await house.as('qi', `${at}/entries`)
    fits('GET /api/registers/{register}/entries', page)
    expect(page.body.items).toMatchObject([
      { number: '衢柯预案〔2026〕0001号', name: plan.title, due: '2026-03-06' },
    ])
    expect((await house.as('jiang', `${at}/entries`)).body.total).toBe(0)
    const one = await house.as('qi', `${at}/entries/${body.entry}`)
    fits('GET /api/registers/{register}/entries/{id}', one)
    const table = one.body.fields.find(({ name }: { name: string }) => name === 'orderTemplates')
    expect(table.table.rows).toHaveLength(2)
    expect(one.body.form.map(({ name }: { name: string }) => name)).not.toContain('filingDue')
  })

  test('once filed is due for its evaluation; its history says which rows have changed', async () => {
    const { id } = (await house.as('lin', `${at}/entries`)).body.items[0]
    const [first, second] = plan.orderTemplates
    const after = await enter(
      ['lin', 'fang'],
      changed({
        filedOn: '2026-03-02',
        orderTemplates: [{ ...first, leadMinutes: 5 }, second],
        contacts: [...plan.contacts].reverse(),
        remark: '演练时未达时限',
      }),
      id,
      1,
    )
    expect(after).toMatchObject({ version: 2, due: '2029-02-02' })
    const lines = after.changes[0].fields.flatMap((one: { lines?: { zh: string }[] }) =>
      (one.lines ?? []).map(({ zh }) => zh),
    )
    expect(lines).toContain('第1行变更：时限（分钟） 10 → 5')
    expect(lines.some((zh: string) => zh.startsWith('第1行移至第2行'))).toBe(true)
    expect(JSON.stringify(await entry('qi', id))).not.toContain('演练时未达时限')
  })
})

describe('bad rows', () => {
  test('are refused at their cells by pointers, and nothing is stored', async () => {
    const bad = {
      ...typed,
      orderTemplates: [
        ...plan.orderTemplates,
        { level: '3', order: ' ', office: '安全部', leadMinutes: 10_081 },
        { level: '9', order: '停车', office: '生产部', leadMinutes: 1 },
      ],
    }
    const before = (await house.as('chen', `${at}/changes`)).body.items.length
    const { status, body } = await propose('qi', bad)
    expect(status).toBe(422)
    expect(body.details.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '/orderTemplates/2/leadMinutes',
      '/orderTemplates/2/order',
      '/orderTemplates/3/level',
    ])
    expect(body.details.fields['orderTemplates.2.leadMinutes'].zh).toBe('不能大于10080')
    const many = await propose('qi', {
      ...typed,
      contacts: Array.from({ length: 101 }, (_, n) => ({
        post: `岗${n}`,
        office: '局',
        task: '报',
      })),
    })
    expect(many.body.details).toMatchObject({ pointer: '/contacts' })
    expect(JSON.stringify(many.body.reasons)).toContain('最多100行')
    expect((await house.as('chen', `${at}/changes`)).body.items).toHaveLength(before)
  })
  test('that a rule refuses are told in the same way', async () => {
    const { status, body } = await propose('qi', {
      ...typed,
      contacts: [
        ...plan.contacts,
        { post: '门卫', office: '公司', task: '开门', notifiedBy: '无' },
      ],
    })
    expect(status).toBe(422)
    expect(body.details).toMatchObject({
      pointer: '/contacts/2/notifiedBy',
      fields: { 'contacts.2.notifiedBy': { zh: '联络表中没有岗位“无”' } },
    })
  })
})

describe('a plan of the city itself', () => {
  test('is kept by its duty officer and section chief, and no enterprise learns of it', async () => {
    const own = {
      ...typed,
      region: '330800',
      title: '衢州市危险化学品事故应急预案',
      issuer: '市局',
    }
    const found = await enter(['du', 'cheng'], own)
    expect(found).toMatchObject({ number: '衢衢预案〔2026〕0001号', owner: null })
    expect((await house.as('qi', `${at}/entries/${found.id}`)).status).toBe(404)
    expect((await house.as('lin', `${at}/entries/${found.id}`)).status).toBe(404)
    expect((await propose('qi', { ...own, region: '330800' })).status).toBe(403)
  })
  test('or of the county is not read by an enterprise of the same county', async () => {
    const before = (await house.as('qi', `${at}/entries`)).body.total
    const own = { ...typed, title: '柯城区综合应急预案', issuer: '区局' }
    const { body } = await propose('lin', own)
    expect((await house.as('qi', `${at}/changes`)).body.items).toEqual([])
    expect((await decide('qi', body.id, 'rejection', 'x')).status).toBe(404)
    expect((await decide('chen', body.id, 'approval')).status).toBe(200)
    expect((await house.as('qi', `${at}/entries/${body.entry}`)).status).toBe(404)
    expect((await house.as('qi', `${at}/entries`)).body.total).toBe(before)
    expect(await entry('du', body.entry)).toMatchObject({ owner: null, name: own.title })
  })
  test('is none of an enterprise: what is an enterprise’s lies in a county', async () => {
    const of = { ...typed, region: '330800', owner: 'e-1' }
    expect((await propose('du', of)).status).toBe(403)
  })
})
