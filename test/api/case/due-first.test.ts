// An act sent to the API after the midnight of a period that nobody has looked at since finds the case as it is since then.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse, report } from '../house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const shanghai = (moment: string): string => new Date(`${moment}+08:00`).toISOString()
type Item = { type: string; occurredAt: string; seq: number }

/** A hazard whose order ends on 7 March. */
const ordered = async (): Promise<string> => {
  await house.clock.setNow(shanghai('2026-03-05T10:00'))
  const id = await report(house)
  for (const [who, type, data] of [
    ['lin', 'verify', { grade: 'general', findings: '属实' }],
    ['wu', 'sign', {}],
    ['lin', 'issue-order', { dueDate: '2026-03-07', requirements: '更换' }],
  ] as const)
    expect((await act(who, id, type, data)).status, type).toBe(200)
  return id
}
const act = (who: string, id: string, type: string, data: Record<string, unknown>) =>
  house.as(who, `/api/cases/${id}/acts`, { json: { type, data } })
const timelineOf = async (id: string): Promise<Item[]> =>
  (await house.as('lin', `/api/cases/${id}/timeline`)).body.items

const rectified = { description: '已更换' }

test('a report of rectification sent after the last day follows the end of the period and its escalation in the record', async () => {
  const id = await ordered()
  await house.clock.setNow(shanghai('2026-03-08T09:30'))
  expect((await act('qi', id, 'report-rectified', rectified)).status).toBe(200)
  const items = (await timelineOf(id)).sort((one, other) => one.seq - other.seq)
  const since = items.slice(items.findIndex(({ type }) => type === 'issue-order') + 1)
  expect(since.find(({ type }) => type === 'expired')?.occurredAt).toBe(
    shanghai('2026-03-08T00:00'),
  )
  expect(since.findIndex(({ type }) => type === 'expired')).toBeLessThan(
    since.findIndex(({ type }) => type === 'report-rectified'),
  )
  const { clocks } = (await house.as('lin', `/api/cases/${id}`)).body
  expect(clocks.find(({ clock }: { clock: string }) => clock === 'rectification').status).toMatch(
    /late|overdue/,
  )
})

test('a report of rectification sent in the last minute of the last day finds no period ended', async () => {
  const id = await ordered()
  await house.clock.setNow(shanghai('2026-03-07T23:59'))
  expect((await act('qi', id, 'report-rectified', rectified)).status).toBe(200)
  await house.clock.setNow(shanghai('2026-03-08T09:30'))
  const items = await timelineOf(id)
  expect(items.filter(({ type }) => type === 'expired')).toEqual([])
})
