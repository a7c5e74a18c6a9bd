// Is a resource held by one order at a time, whoever is quick, and freed however that order ends?
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCaseNow } from '../../../db/cases/other-case.ts'
import { keepReservations } from '../../../db/registers/reservations.ts'
import { emergencyResponse } from '../../../domain/emergency-response/process.ts'
import { start } from '../samples.ts'
import { callResources } from './called-up.ts'

let on: Awaited<ReturnType<typeof callResources>>
beforeAll(async () => {
  on = await callResources()
}, 120_000)
afterAll(() => on?.house.close())

const standing = async (who: string, id: string, number: string) =>
  (await on.nearest(who, id, `&number=${encodeURIComponent(number)}`)).body.items[0]
const reasonsOf = ({ body }: { body: { reasons?: { zh: string }[] } }) =>
  (body.reasons ?? []).map(({ zh }) => zh).join('')

describe('a resource that an order names', () => {
  test('is held: a second order reads by which, also in another case and with the same press', async () => {
    const number = await on.resource('一队')
    const [one, other] = [await on.responding(), await on.responding()]
    const both = await Promise.all([on.order('dan', one, number), on.order('du', other, number)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const lost = both.find(({ status }) => status === 409)
    expect(lost?.body.code).toBe('not-possible-now')
    expect(reasonsOf(lost ?? { body: {} })).toMatch(/已由衢柯应急〔2026〕\d+号指令第1号占用/)
    const again = await on.order('dan', both[0]?.status === 200 ? one : other, number)
    expect(again.status).toBe(409)
    const { free, heldBy, reasons } = await standing('dan', other, number)
    expect([free, heldBy.length]).toEqual([false, 1])
    expect(reasons[0].zh).toContain('指令第1号占用')
  })

  test('is kept with its name in the order, whatever is sent in their place', async () => {
    const number = await on.resource('二队')
    const id = await on.responding()
    await on.order('dan', id, number, { resourceId: 'forged', resourceName: '伪造' })
    const { body } = await on.house.as('dan', `/api/cases/${id}/items`)
    expect(JSON.stringify(body)).toContain(`二队（30人） ${number}`)
    expect(JSON.stringify(body)).not.toContain('伪造')
    for (const [wrong, words] of [['衢柯资源〔2026〕9999号', '登记簿中没有这一编号']] as const)
      expect(reasonsOf(await on.order('dan', id, wrong))).toContain(words)
  })

  test.each([
    ['done', 'finish-order', { result: '已到场' }],
    ['not to be done', 'refuse-order', { reason: '车辆故障' }],
    ['recalled', 'recall-order', { reason: '改派' }],
  ])('is free again once the order is %s', async (_, type, data) => {
    const number = await on.resource(`队${type}`)
    const id = await on.responding()
    expect((await on.order('dan', id, number)).status).toBe(200)
    expect((await standing('dan', id, number)).free).toBe(false)
    const taskId = await on.taskOf('dan', id, type)
    expect((await on.act('dan', id, type, data, taskId)).status).toBe(200)
    expect(await standing('dan', id, number)).toMatchObject({ free: true, heldBy: [] })
    expect((await on.order('dan', id, number)).status).toBe(200)
  })

  test('is free again when its case ends while the order stands, as migrations and other charts may let it', async () => {
    const number = await on.resource('随案')
    const id = await on.responding()
    await on.order('dan', id, number)
    expect((await standing('dan', id, number)).free).toBe(false)
    await on.house.db.transaction(async (tx) => {
      const record = await readCaseNow(tx, id)
      const [item] = Object.values(record?.items ?? {})
      if (!record || !item) throw new Error('no order is open')
      const ended = { item, forms: {}, times: {}, to: [], dueAt: null, endedAt: start, periods: [] }
      await keepReservations(tx, emergencyResponse, record, [ended])
    })
    expect((await standing('dan', id, number)).free).toBe(true)
  })

  test('that is no longer available by the time of the order is refused', async () => {
    const number = await on.resource('送修')
    const id = await on.responding()
    await on.stand(number, 'under-repair')
    expect(reasonsOf(await on.order('dan', id, number))).toContain('不是可用状态')
    expect((await standing('dan', id, number)).free).toBe(false)
  })
})

describe('an exercise', () => {
  test('holds a resource against exercises alone: the real order is given beside it', async () => {
    const number = await on.resource('演练队')
    const drill = await on.responding({ drill: true })
    const real = await on.responding()
    expect((await on.order('dan', drill, number)).status).toBe(200)
    expect(await standing('dan', real, number)).toMatchObject({
      free: true,
      heldBy: [{ exercise: true }],
    })
    const second = await on.responding({ drill: true })
    expect((await on.order('dan', second, number)).status).toBe(409)
    expect((await on.order('dan', real, number)).status).toBe(200)
    expect((await standing('dan', second, number)).heldBy).toHaveLength(2)
  })

  test('takes nothing that a real response holds', async () => {
    const number = await on.resource('真队')
    await on.order('dan', await on.responding(), number)
    expect((await on.order('dan', await on.responding({ drill: true }), number)).status).toBe(409)
  })
})

describe('whoever does not see the case', () => {
  test('reads that a resource is taken, and where, but not by which case', async () => {
    const number = await on.resource('市级队', { region: '330803' }, ['nan', 'xi'])
    const id = await on.responding({ site: '秘密地点' })
    expect((await on.order('du', id, number)).status).toBe(200)
    const own = await on.responding({ region: '330803' }, ['nan', 'bei'])
    const { heldBy, reasons } = await standing('nan', own, number)
    expect(heldBy).toMatchObject([{ number: null, caseId: null, region: { zh: '柯城区' } }])
    expect(reasons[0].zh).toContain('柯城区的案件指令第1号占用')
    const lost = await on.order('nan', own, number)
    expect(reasonsOf(lost)).toContain('已由柯城区的案件指令第1号占用')
    expect(JSON.stringify(lost.body)).not.toContain('衢柯应急')
  })
})

test('the database itself refuses a second holder, and a past that is rewritten', async () => {
  const { rows } = await on.house.db.execute<{ entry: string }>(
    sql`SELECT entry FROM entry_reservations WHERE until IS NULL AND NOT exercise LIMIT 1`,
  )
  const entry = rows[0]?.entry
  for (const statement of [
    sql`INSERT INTO entry_reservations SELECT entry, 'other', item, kind, nth, region, exercise, since, NULL FROM entry_reservations WHERE entry = ${entry} AND until IS NULL AND NOT exercise`,
    sql`UPDATE entry_reservations SET entry = 'x' WHERE entry = ${entry}`,
    sql`UPDATE entry_reservations SET until = NULL WHERE until IS NOT NULL`,
    sql`DELETE FROM entry_reservations`,
  ])
    await expect(on.house.db.execute(statement)).rejects.toThrow()
})
