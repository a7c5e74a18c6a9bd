// Do the periods of a running emergency end at the minute that the law gives, as the clock laboratory walks through them?
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cases } from '../../db/schema/cases/cases.ts'
import { civilMoment, later } from '../../domain/time/instant.ts'
import { surely } from '../api/case/core-path.ts'
import { type OwnProduct, openOwnProduct, signInAs } from '../api/own-product.ts'
import { type PersonAtWork, ProblemError, walkTo } from '../support/servers/product.ts'

const cast = {
  duty: 'kecheng.duty',
  leader: 'kecheng.leader',
  city: 'city.duty',
  mayor: 'city.leader',
} as const
type Part = keyof typeof cast

let product: OwnProduct
let people: Record<Part, PersonAtWork>
let id: string

const on1May = (time: string) => `2026-05-01T${time}:00+08:00`

beforeAll(async () => {
  product = await openOwnProduct(new Date(on1May('10:30')).toISOString())
  people = await signInAs(product, cast)
  const report = {
    source: 'unit',
    kind: 'explosion',
    title: '三车间反应釜爆炸',
    site: '三车间',
    enterprise: 'e001',
    happenedAt: on1May('09:40'),
    toldAt: on1May('09:50'),
    receivedAt: on1May('10:30'),
    description: '反应釜爆炸，两死十伤',
    dead: 2,
    seriouslyHurt: 10,
    directLoss: 4_000_000,
  }
  id = (await surely((key) => people.duty.start('emergency-response', report, key))).id
}, 120_000)
afterAll(() => product?.closeAll())

const does = (who: Part, type: string, data: Record<string, unknown> = {}) =>
  people[who].act(id, type, data)
const recordOf = async () => {
  const [row] = await product.db
    .select({ record: cases.record })
    .from(cases)
    .where(eq(cases.id, id))
  if (!row) throw new Error('no case')
  return row.record
}
const period = async (clock: string) =>
  (await recordOf()).obligations.filter((one) => one.clock === clock).at(-1)
const dueAt = async (clock: string) => civilMoment((await period(clock))?.dueAt ?? '')
const written = { course: '反应釜爆炸，正在搜救', measures: '已疏散' }

describe('2 dead and 10 seriously hurt on Friday 1 May 2026 at 09:40', () => {
  test('unit by 10:50, county to city by 12:30, county to the province by telephone by 11:30', async () => {
    expect(await dueAt('unit-report')).toBe('2026-05-01 10:50')
    expect((await period('unit-report'))?.status).toBe('met')
    expect(await dueAt('county-report')).toBe('2026-05-01 12:30')
    expect(await dueAt('county-phone')).toBe('2026-05-01 11:30')
    expect((await recordOf()).snapshot.context.accidentLevel).toBe('larger')
  })

  test('the city, told at 12:10, to the province by 14:10; there it stops', async () => {
    await does('duty', 'verify', { findings: '属实' })
    await people.duty.advance('PT45M')
    await does('duty', 'county-report-by-phone', {
      phonedAt: on1May('11:10'),
      to: '省应急厅值班室',
      content: '两死十伤',
    })
    await people.duty.advance('PT55M')
    await does('duty', 'report-to-city', written)
    const told = (await period('city-report'))?.startedAt ?? ''
    expect(civilMoment(told) >= '2026-05-01 12:10').toBe(true)
    expect(await dueAt('city-report')).toBe(civilMoment(later(told, 7_200_000)))
    expect([
      (await period('county-phone'))?.status,
      (await period('county-report'))?.status,
    ]).toEqual(['met', 'met'])
    await does('city', 'report-to-province', written)
    expect((await recordOf()).snapshot.context.reached).toBe('province')
  })

  test('the report of the investigation by 30 June, and extended by 60 days by 29 August', async () => {
    expect((await period('investigation'))?.due).toBe('2026-06-30')
    await does('mayor', 'extend-clock', {
      obligation: (await period('investigation'))?.id,
      by: 60,
      reason: '技术鉴定复杂',
      paper: '衢政函〔2026〕31号',
    })
    expect((await period('investigation'))?.due).toBe('2026-08-29')
    await does('mayor', 'open-investigation', { head: '市领导', members: ['应急管理局'] })
  })

  test('a third death on day 30 counts, on day 31 it does not; the clock itself has closed the count', async () => {
    await walkTo(product, people.leader, '2026-06-02')
    await expect
      .poll(async () => JSON.stringify((await recordOf()).snapshot.value), { timeout: 60_000 })
      .toContain('frozen')
    const counts = (asOf: string) =>
      does('duty', 'record-casualties', { asOf, dead: 3, reason: '医院通报' }).then(
        () => 'done',
        (error: unknown) =>
          error instanceof ProblemError ? error.problem.reasons[0]?.zh : Promise.reject(error),
      )
    expect(await counts('2026-06-01')).toContain('第31日：不计入')
    expect((await recordOf()).snapshot.context.figures).toMatchObject({ dead: 2 })
    expect(await counts('2026-05-31')).toBe('done')
    expect((await recordOf()).snapshot.context.figures).toMatchObject({ dead: 3 })
  })
})
