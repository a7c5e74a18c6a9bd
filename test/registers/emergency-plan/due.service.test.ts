// Are the keepers of a plan told in the morning that it is to be filed, answered or evaluated, once each time and nobody else?
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dailyMails } from '../../../db/schema/statistics/daily.ts'
import { emergencyPlan } from '../../../domain/registers/emergency-plan/register.ts'
import { type House, openHouse } from '../../api/house.ts'
import { onDuty } from '../../support/people/people.ts'
import { askRegister, settleSignedIn } from '../settling.ts'
import { plan, typed } from './samples.ts'

let house: House
const { at, decide, enter, propose } = askRegister(() => house, emergencyPlan.id)

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
  expect(mail?.body.zh).toContain('液氯泄漏专项应急预案》：备案期限 2026-03-06 一周内到期')
  expect(await morning('2026-03-02')).toEqual([])
  expect(await morning('2026-03-06')).toEqual([])
  const passed = await morning('2026-03-09')
  expect(passed).toContain('lin')
  for (const nobody of ['gao', 'qi', 'du', 'jiang']) expect(passed).not.toContain(nobody)
  expect(await morning('2026-03-10')).toEqual([])
  expect(house.mails.filter(({ subject }) => subject.includes('登记簿')).length).toBeGreaterThan(1)
})

test('promise (registers): a plan submitted by an enterprise runs its five working days before anybody has confirmed it, and both sides are told', async () => {
  await house.clock.setNow('2026-03-16T02:00:00.000Z')
  const data = {
    ...typed,
    title: '企业综合应急预案',
    submittedOn: '2026-03-16',
    from: '2026-03-16',
  }
  const { status } = await propose('qi', data)
  expect(status).toBe(201)
  const [own] = (await house.as('qi', `${at}/changes`)).body.items
  expect(own.dues).toMatchObject([
    { label: { zh: '备案审查期限' }, day: '2026-03-23', settled: { day: '2026-03-24' } },
    { label: { zh: '评估期限' }, settled: null },
  ])
  const told = await morning('2026-03-17')
  expect(told).toContain('chen')
  for (const nobody of ['qi', 'gao', 'jiang']) expect(told).not.toContain(nobody)
  const mails = await house.db.select().from(dailyMails).where(eq(dailyMails.day, '2026-03-17'))
  const mail = mails.find(({ person, kind }) => person === 'chen' && kind === 'register')
  expect(mail?.body.zh).toContain('《企业综合应急预案》：2026-03-16提请，备案审查期限 2026-03-23')
  expect(await morning('2026-03-18')).not.toContain('chen')
  expect(await morning('2026-03-19')).toContain('chen')
  expect(await morning('2026-03-24')).toContain('chen')
})

test('promise (law): a plan that nobody has answered within its five working days is refused no more, only confirmed', async () => {
  const [waiting] = (await house.as('chen', `${at}/changes`)).body.items
  expect(waiting).toMatchObject({
    mayConfirm: true,
    mayRefuse: false,
    whyNotRefuse: [{ zh: expect.stringContaining('不得再退回，请确认登记') }],
  })
  const refused = await decide('chen', waiting.id, 'rejection', '材料不全')
  expect([refused.status, refused.body.reasons]).toEqual([409, waiting.whyNotRefuse])
  expect((await decide('chen', waiting.id, 'approval')).status).toBe(200)
})
