// Are principal and safety officer of an enterprise told that its statistics are due, once each time, until they are sent?
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dailyMails } from '../../db/schema/statistics/daily.ts'
import { statisticsReports, statisticsSteps } from '../../db/schema/statistics/statistics.ts'
import { type House, openHouse, report } from '../api/house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await house.clock.setNow('2026-03-02T02:00:00.000Z')
  await report(house)
  await house.deps.dailyRound()
}, 120_000)
afterAll(() => house?.close())

const morning = async (day: string) => {
  await house.clock.setNow(`${day}T02:00:00.000Z`)
  await house.deps.dailyRound()
  const rows = await house.db.select().from(dailyMails).where(eq(dailyMails.kind, 'statistics'))
  return rows.filter((row) => row.day === day).map(({ person }) => person)
}

/** As it lies there when it was signed and sent. */
const sent = async () => {
  const by = { by: 'mao', byName: '毛总', onBehalfOf: null, at: '2026-04-10T02:00:00.000Z' }
  await house.db.insert(statisticsReports).values({
    id: 'r-1',
    process: 'hazard-rectification',
    region: '330802',
    enterprise: 'e-1',
    period: '2026Q1',
    version: 1,
    frozen: { sums: {}, values: {}, parts: {} } as never,
    remarks: '',
    hash: '',
    bodyHash: '',
    run: 0,
    ...by,
  })
  for (const act of ['signed', 'submitted'] as const)
    await house.db.insert(statisticsSteps).values({ report: 'r-1', act, reason: '', ...by })
}

test('promise (law): an enterprise is told of its quarterly statistics when they can be made, a week before their day and after it, until they are sent', async () => {
  expect(await morning('2026-03-31')).toEqual([])
  const first = await morning('2026-04-01')
  expect(first).toContain('mao')
  for (const nobody of ['lin', 'chen']) expect(first).not.toContain(nobody)
  const [mail] = await house.db.select().from(dailyMails).where(eq(dailyMails.kind, 'statistics'))
  expect(mail?.body.zh).toContain('2026年第一季度')
  expect(await morning('2026-04-02')).toEqual([])
  expect(await morning('2026-04-08')).toContain('mao')
  await sent()
  expect(await morning('2026-04-16')).not.toContain('mao')
  expect(house.mails.some(({ subject }) => subject.includes('统计分析表待报送'))).toBe(true)
})

test('promise (law): the authorities of a region are told of their own statistics, and whoever waits for them once they are late', async () => {
  const toldOf = async (day: string, words: string) => {
    const rows = await house.db.select().from(dailyMails).where(eq(dailyMails.day, day))
    return rows
      .flatMap(({ kind, body, person }) =>
        kind === 'statistics' && body.zh.includes(words) ? [person] : [],
      )
      .sort()
  }
  expect(await toldOf('2026-04-01', '柯城区 2026年第一季度')).toEqual(['gao', 'ji'])
  expect(await toldOf('2026-04-16', '柯城区 2026年第一季度')).toEqual(
    expect.arrayContaining(['gao', 'ji', 'shi']),
  )
  expect(await toldOf('2026-04-16', '请督促')).toContain('shi')
  expect(await toldOf('2026-04-16', '请督促')).not.toContain('gao')
})
