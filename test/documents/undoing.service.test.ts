// What does an enterprise hold after an order was withdrawn: one order in force, and one that reached it stays?
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { documentServices, documents } from '../../db/schema/cases/documents.ts'
import { type House, openHouse, report } from '../api/house.ts'
import { act } from '../public/report-sending.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await house.clock.setNow('2026-03-02T01:00:00.000Z')
})
afterAll(() => house.close())

const verified = async (): Promise<string> => {
  const id = await report(house)
  await act(house, 'lin', id, 'verify', { grade: 'general', findings: '属实' })
  await act(house, 'wu', id, 'sign')
  return id
}
const orders = async (id: string) =>
  (
    await house.db.select().from(documents).where(eq(documents.caseId, id)).orderBy(documents.seq)
  ).filter(({ kind }) => kind === 'issue-order')
const statesOf = async (id: string) => (await orders(id)).map(({ state }) => state)

test('the order of a step that was returned is void, and only the new one is served', async () => {
  const id = await verified()
  await act(house, 'lin', id, 'issue-order', {
    dueDate: '2026-03-10',
    requirements: '装门',
    service: 'later',
  })
  await act(house, 'lin', id, 'return', { to: 'handling.ordering', reason: '日期写错' })
  expect(await statesOf(id)).toEqual(['void'])
  await act(house, 'lin', id, 'issue-order', {
    dueDate: '2026-03-20',
    requirements: '装门',
    service: 'later',
  })
  await act(house, 'lin', id, 'serve', {
    method: 'direct',
    servedOn: '2026-03-02',
    receiver: '毛总',
  })
  expect(await statesOf(id)).toEqual(['void', 'issued'])
  const [old, now] = await orders(id)
  const rows = await house.db.select().from(documentServices)
  expect(rows.filter(({ document }) => document === old?.id)).toEqual([])
  expect(rows.filter(({ document }) => document === now?.id)).toHaveLength(1)
  const { items } = (await house.as('qi', `/api/cases/${id}/timeline`)).body
  const texts = items.filter(({ type }: { type: string }) => type === 'void-document')
  expect(texts.map(({ title }: { title: { zh: string } }) => title.zh)).toEqual([
    expect.stringContaining(old?.number ?? '?'),
  ])
  expect(JSON.stringify(texts)).not.toContain('日期写错')
  expect((await house.as('lin', `/api/cases/${id}/timeline`)).body.chain.valid).toBe(true)
})

test('an order that the enterprise has opened is not taken back, and says why', async () => {
  const id = await verified()
  await act(house, 'lin', id, 'issue-order', { dueDate: '2026-03-10', requirements: '装门' })
  await house.deps.cases.tick({ caseId: id, process: 'hazard-rectification', generation: 1 })
  const { items } = (await house.as('qi', `/api/cases/${id}/documents`)).body
  const order = items.find(({ kind }: { kind: string }) => kind === 'issue-order')
  expect(
    (await house.send(order.url, { headers: { cookie: await house.signIn('qi') } })).status,
  ).toBe(200)
  const refused = await house.as('lin', `/api/cases/${id}/acts`, {
    json: { type: 'take-back', data: { reason: '误点' } },
  })
  expect(refused.status).toBe(403)
  expect(refused.body.reasons[0].zh).toMatch(/不能撤回.*另行制发/)
  expect(await statesOf(id)).toEqual(['issued'])
})

test('promise (screens): an order whose form leaves the service open is on record as handed over on the spot', async () => {
  const [onTheSpot, later] = [await verified(), await verified()]
  await act(house, 'lin', onTheSpot, 'issue-order', { dueDate: '2026-03-10', requirements: '装门' })
  await act(house, 'lin', later, 'issue-order', {
    dueDate: '2026-03-10',
    requirements: '装门',
    service: 'later',
  })
  const servicesOf = async (id: string) => {
    const { items } = (await house.as('lin', `/api/cases/${id}/documents`)).body
    return items.find(({ kind }: { kind: string }) => kind === 'issue-order').services
  }
  expect(await servicesOf(onTheSpot)).toMatchObject([{ served: true, method: { zh: '当场送达' } }])
  expect(await servicesOf(later)).toEqual([])
})

test('promise (screens): a number in the facts of a case is that of the paper it names, never that of the case', async () => {
  const id = await verified()
  const { body } = await house.as('lin', `/api/cases/${id}`)
  const numbers = body.facts.filter(({ name }: { name: string }) => name === 'document')
  for (const { value } of numbers) expect(value.zh).not.toBe(body.number)
  const { items } = (await house.as('lin', `/api/cases/${id}/timeline`)).body
  const verify = items.find(({ type }: { type: string }) => type === 'verify')
  expect(
    verify.fields.find(({ name }: { name: string }) => name === 'document')?.value.zh,
  ).toContain('现记')
})
