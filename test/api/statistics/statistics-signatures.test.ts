// Do signed statistics stay as they were signed, by whom they must be, and do facts that come later show as differences?
import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract } from '../../../contract/contract.ts'
import { asking, process, valuesOf } from '../../statistics/asking.ts'
import { storyteller, type Teller, writeAll } from '../../statistics/stories.ts'
import { enterpriseId } from '../../support/people/people.ts'
import { type House, openHouse } from '../house.ts'

let house: House
let teller: Teller
let { ask, read, sign, step } = {} as ReturnType<typeof asking>

beforeAll(async () => {
  house = await openHouse()
  ;({ ask, read, sign, step } = asking(house))
  await house.clock.setNow('2026-08-16T09:00:00.000Z')
  teller = storyteller(house)
  await writeAll(teller)
}, 120_000)
afterAll(() => house.close())

const county = { region: '330802' }

describe('a signature', () => {
  test('is the leader’s, under figures that he has seen, once', async () => {
    const { hash } = await read('gao', 'region=330802&period=2026Q3')
    expect((await sign('chen', county, hash)).status).toBe(403)
    expect((await sign('shi', county, hash)).status).toBe(403)
    expect((await sign('gao', county, '0'.repeat(64))).body.code).toBe('stale-revision')
    expect(
      (
        await house.as('gao', '/api/statistics/signature', {
          json: { process, ...county, period: '2026Q4', hash },
        })
      ).body.code,
    ).toBe('not-possible-now')
    const key = randomUUID()
    const both = await Promise.all([sign('gao', county, hash, key), sign('gao', county, hash, key)])
    expect(both.map(({ status, body }) => [status, body.report.version])).toEqual([
      [201, 1],
      [201, 1],
    ])
    expect((await sign('gao', county, hash, key, '别的说明')).body.code).toBe('key-reused')
    const { report } = await read('gao', 'region=330802&period=2026Q3')
    expect(report).toMatchObject({
      version: 1,
      status: 'signed',
      signedBy: '高局长',
      remarks: '总体平稳',
      differences: [],
      earlier: [],
    })
  })
  test('is submitted, seen from above, returned with a reason, and never changed', async () => {
    const { id, hash } = (await read('gao', 'region=330802&period=2026Q3')).report!
    expect((await step('yu', id, 'return', { reason: '先报送' })).body.code).toBe(
      'not-possible-now',
    )
    expect((await step('chen', id, 'submission')).status).toBe(403)
    expect((await step('jiang', id, 'submission')).status).toBe(404)
    expect((await step('ji', id, 'submission')).body.report.status).toBe('submitted')
    expect((await step('ji', id, 'submission')).body.code).toBe('not-possible-now')
    const seen = (await read('shi', 'region=330800&period=2026Q3')).parts
    expect(
      seen
        .filter(({ report }) => report.status !== 'missing')
        .map(({ code, report }) => [code, report.status]),
    ).toEqual([['330802', 'submitted']])
    expect((await step('yu', id, 'return', {})).status).toBe(422)
    expect((await step('gao', id, 'return', { reason: '自己' })).status).toBe(403)
    expect(
      (await step('yu', id, 'return', { reason: '请说明逾期原因' })).body.report.steps.map(
        ({ act }: { act: string }) => act,
      ),
    ).toEqual(['signed', 'submitted', 'returned'])
    expect((await read('gao', 'region=330802&period=2026Q3')).report).toMatchObject({
      hash,
      status: 'returned',
    })
    for (const table of ['statistics_reports', 'statistics_steps', 'statistics_counted'])
      await expect(
        house.db.execute(
          sql.raw(
            `UPDATE ${table} SET report = report`.replace(
              'statistics_reports SET report = report',
              'statistics_reports SET remarks = remarks',
            ),
          ),
        ),
      ).rejects.toThrow()
  })
  test('stays when facts change; the difference is shown with its cause, and a new version supersedes', async () => {
    const before = await read('gao', 'region=330802&period=2026Q3')
    const { body } = await ask('gao', 'region=330802&period=2026Q3&figure=category-fire', '/cases')
    const { id } = (body.items as { id: string; state: { zh: string } }[]).find(({ state }) =>
      /待下达/.test(state.zh),
    )!
    await teller.act('chen', id, 'request-correction', {
      seq: 1,
      field: 'category',
      value: 'electricity',
      reason: '类别填错',
    })
    await teller.act('fang', id, 'approve-correction', { seq: 1 })
    const after = await read('gao', 'region=330802&period=2026Q3')
    expect(after.report!.values).toEqual(before.report!.values)
    const electrical = after.report!.differences.find(
      ({ figure }) => figure === 'category-electricity',
    )!
    expect(electrical.now).toBe((electrical.was ?? 0) + 1)
    expect(electrical.cases).toMatchObject([{ id, was: 0, now: 1 }])
    expect(electrical.cases[0]!.causes.map(({ words }) => words.zh)).toEqual(['批准更正'])
    expect(after.report!.differences.map(({ figure }) => figure).sort()).toEqual([
      'category-electricity',
      'category-fire',
    ])
    const signed = await sign('gao', county, after.hash)
    expect(signed.body.report).toMatchObject({
      version: 2,
      status: 'signed',
      differences: [],
      earlier: [{ version: 1, hash: before.report!.hash }],
    })
    expect((await step('ji', before.report!.id, 'submission')).body.code).toBe('not-possible-now')
  })
})

describe('the table of an enterprise', () => {
  const own = 'period=2026Q3'
  test('counts its own hazards and its self-checks, as read by itself and by its bureau', async () => {
    await house.as('qi', '/api/self-checks', {
      json: { day: '2026-09-30', place: '泵房', checked: '机封', found: ['渗漏', '松动'] },
    })
    await house.as('qi', '/api/self-checks', {
      json: { day: '2026-10-01', place: '泵房', checked: '机封' },
    })
    const view = await read('mao', own, '/enterprise')
    expect(v.safeParse(contract['GET /api/statistics'].answer, view).success).toBe(true)
    expect(valuesOf(view)).toMatchObject({
      'self-checks': 1,
      'self-check-items': 2,
      reported: 11,
      'in-time': 1,
      late: 1,
      'listed-county': 1,
    })
    expect((await ask('mao', `${own}&figure=transferred`, '/cases')).body.total).toBe(1)
    expect(view.figures.some(({ id }) => id.startsWith('supervised') || id === 'handed-over')).toBe(
      false,
    )
    expect((await read('chen', `${own}&enterprise=${enterpriseId}`, '/enterprise')).hash).toBe(
      view.hash,
    )
    expect(view).toMatchObject({
      due: { overdue: true },
      may: { sign: true, submit: false, return: false },
    })
  })
  test('is signed by its principal only, and a missing one is seen by the bureau', async () => {
    const late = (await ask('chen', 'region=330802&period=2026Q3&status=missing', '/enterprises'))
      .body
    expect(v.safeParse(contract['GET /api/statistics/enterprises'].answer, late).success).toBe(true)
    expect(late.items).toEqual([
      expect.objectContaining({ id: enterpriseId, status: 'missing', late: true }),
    ])
    const { hash } = await read('mao', own, '/enterprise')
    expect((await sign('qi', {}, hash)).status).toBe(403)
    const { status, body } = await sign('mao', {}, hash)
    expect([status, body.report.signedBy]).toEqual([201, '毛总'])
    expect((await step('qi', body.report.id, 'submission')).body.report.status).toBe('submitted')
    expect(
      (await ask('chen', 'region=330802&period=2026Q3&status=missing', '/enterprises')).body.items,
    ).toEqual([])
    expect(
      (await step('chen', body.report.id, 'return', { reason: '补充说明' })).body.report.status,
    ).toBe('returned')
    expect((await ask('mao', 'period=2026Q3', '/enterprises')).status).toBe(404)
  })
})
