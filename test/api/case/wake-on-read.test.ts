// Does whoever opens a case after its midnight see it as it stands since then, before its own place in the window has come?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse, report } from '../house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const shanghai = (moment: string): string => new Date(`${moment}+08:00`).toISOString()

test('an overdue case is woken by its reader; its escalation policy has fired at midnight, not when he came', async () => {
  await house.clock.setNow(shanghai('2026-03-05T10:00'))
  const id = await report(house)
  const act = (who: string, type: string, data: Record<string, unknown>) =>
    house.as(who, `/api/cases/${id}/acts`, { json: { type, data } })
  await act('lin', 'verify', { grade: 'general', findings: '属实', opinion: '同意' })
  await act('wu', 'sign', { opinion: '同意' })
  expect(
    (await act('lin', 'issue-order', { dueDate: '2026-03-07', requirements: '更换' })).status,
  ).toBe(200)
  const before = (await house.as('lin', `/api/cases/${id}`)).body
  await house.clock.setNow(shanghai('2026-03-08T00:04'))
  const after = (await house.as('lin', `/api/cases/${id}`)).body
  expect(after.revision).toBeGreaterThan(before.revision)
  const clock = after.clocks.find(({ clock }: { clock: string }) => clock === 'rectification')
  expect(clock).toMatchObject({ status: 'overdue', due: '2026-03-07' })
  expect((await house.as('lin', `/api/cases/${id}`)).body.revision).toBe(after.revision)
})
