import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, openHouse, report } from '../house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const advance = (who: string, by: unknown) => house.as(who, '/api/clock', { json: { advance: by } })

describe('the laboratory clock', () => {
  test('says what time it is and when the next case wakes', async () => {
    const id = await report(house)
    const { body } = await house.as('lin', '/api/clock')
    expect(body).toMatchObject({
      laboratory: true,
      now: expect.any(String),
      next: expect.any(String),
    })
    const { clocks } = (await house.as('lin', `/api/cases/${id}`)).body
    expect(clocks[0].dueAt >= body.next).toBe(true)
  })
  test('moves from due instant to due instant, and every case has done what was due', async () => {
    const id = await report(house)
    const before = (await house.as('lin', '/api/me')).body.now
    const { status, body } = await advance('lin', 'P30D')
    expect(status).toBe(200)
    expect(Date.parse(body.now) - Date.parse(before)).toBeGreaterThanOrEqual(30 * 86_400_000)
    expect(body.steps.length).toBeGreaterThan(0)
    const moments = body.steps.map(({ at }: { at: string }) => at)
    expect(moments).toEqual([...moments].sort())
    const { next, now } = (await house.as('lin', '/api/clock')).body
    expect(next === null || next > now).toBe(true)
    const timeline = (await house.as('lin', `/api/cases/${id}/timeline`)).body.items
    expect(timeline.some(({ kind }: { kind: string }) => kind === 'clock')).toBe(true)
    expect(
      timeline.every(
        ({ occurredAt, recordedAt }: { occurredAt: string; recordedAt: string }) =>
          Date.parse(recordedAt) - Date.parse(occurredAt) < 60_000,
      ),
    ).toBe(true)
  })
  test('two moves at once are made one after the other', async () => {
    const before = Date.parse((await house.as('lin', '/api/me')).body.now)
    const both = await Promise.all([advance('lin', 'P1D'), advance('yu', 'P1D')])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect(Date.parse((await house.as('lin', '/api/me')).body.now) - before).toBeGreaterThanOrEqual(
      2 * 86_400_000,
    )
  })
  test('nonsense, too much, and people of enterprises are refused', async () => {
    for (const by of ['tomorrow', 'P0D', '-P1D', 'P3Y', 5])
      expect((await advance('lin', by)).body.code).toBe('invalid-input')
    expect((await advance('qi', 'P1D')).body.code).toBe('not-allowed')
  })
  test('there is none outside the laboratory', async () => {
    const plain = await openHouse({ laboratory: false })
    expect((await plain.as('lin', '/api/clock', { json: { advance: 'P1D' } })).body).toMatchObject({
      status: 404,
      code: 'laboratory-only',
    })
    await plain.close()
  })
})
