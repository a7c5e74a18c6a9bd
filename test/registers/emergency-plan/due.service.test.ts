// Are the keepers of a plan told in the morning that it is to be filed, answered or evaluated, once each time and nobody else?
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dailyMails } from '../../../db/schema/statistics/daily.ts'
import { emergencyPlan } from '../../../domain/registers/emergency-plan/register.ts'
import { type House, openHouse } from '../../api/house.ts'
import { onDuty } from '../../support/people/people.ts'
import { askRegister, settleSignedIn } from '../settling.ts'
import { plan } from './samples.ts'

let house: House
const { enter } = askRegister(() => house, emergencyPlan.id)

beforeAll(async () => {
  house = await openHouse({}, null, {}, { [emergencyPlan.id]: emergencyPlan })
  await house.clock.setNow('2026-02-27T02:00:00.000Z')
  await settleSignedIn(house, onDuty)
  await house.deps.dailyRound()
  await enter(['lin', 'fang'], {
    ...plan,
    issuer: '柯城区应急管理局',
    region: '330802',
    from: '2026-02-27',
    reason: '新编制',
  })
}, 120_000)
afterAll(() => house?.close())

const morning = async (day: string) => {
  await house.clock.setNow(`${day}T02:00:00.000Z`)
  await house.deps.dailyRound()
  const rows = await house.db.select().from(dailyMails).where(eq(dailyMails.kind, 'register'))
  return rows.filter((row) => row.day === day).map(({ person }) => person)
}

test('promise (registers): the keepers of an entry are told a month before its day, a week before, and when it has passed, once each time', async () => {
  expect((await morning('2026-02-28')).sort()).toEqual(expect.arrayContaining(['dan', 'lin']))
  const [mail] = await house.db.select().from(dailyMails).where(eq(dailyMails.kind, 'register'))
  expect(mail?.body.zh).toContain('液氯泄漏专项应急预案》：2026-03-06 一周内到期')
  expect(await morning('2026-03-02')).toEqual([])
  expect(await morning('2026-03-06')).toEqual([])
  const passed = await morning('2026-03-09')
  expect(passed).toContain('lin')
  for (const nobody of ['gao', 'qi', 'du', 'jiang']) expect(passed).not.toContain(nobody)
  expect(await morning('2026-03-10')).toEqual([])
  expect(house.mails.filter(({ subject }) => subject.includes('登记簿')).length).toBeGreaterThan(1)
})
