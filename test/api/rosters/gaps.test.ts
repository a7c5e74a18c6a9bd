// Is a gap told the day before, once, to whoever entered the roster and to the leaders of the office, also before holidays?
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { persons } from '../../../db/schema/organisation/organisation.ts'
import { dailyMails } from '../../../db/schema/statistics/daily.ts'
import { publishRoster } from '../../rosters/published.ts'
import { house, office, turns, useRosterHouse } from './roster-house.ts'

useRosterHouse()

const shanghai = (moment: string) => new Date(`${moment}:00+08:00`).toISOString()
const morning = async (day: string) => {
  await house.clock.setNow(shanghai(`${day}T08:30`))
  await house.deps.dailyRound()
}
const told = async (day: string) =>
  (await house.db.select().from(dailyMails).where(eq(dailyMails.kind, 'roster')))
    .filter((one) => one.day === day)
    .map(({ person }) => person)
    .sort()
const bodyTo = async (person: string, day: string) =>
  (
    await house.db
      .select()
      .from(dailyMails)
      .where(eq(dailyMails.id, `roster/${person}/${day}`))
  )[0]?.body.zh ?? ''

test('promise (alarms): a gap of tomorrow is told to whoever entered the roster and to the leaders of the office, once a day', async () => {
  await house.clock.setNow(shanghai('2026-03-09T10:00'))
  await house.deps.dailyRound()
  const gaps = ['2026-03-12 17:30', '2026-03-15 08:30']
  const entries = turns('2026-03').map((one) =>
    gaps.includes(`${one.day} ${one.start}`) ? { ...one, leader: null } : one,
  )
  await publishRoster(house.db, { office, month: '2026-03', entries, by: 'chen' })
  await morning('2026-03-10')
  expect(await told('2026-03-10')).toEqual([])
  await morning('2026-03-11')
  await house.deps.dailyRound()
  expect(await told('2026-03-11')).toEqual(['chen', 'gao', 'guan'])
  expect(await bodyTo('gao', '2026-03-11')).toContain(
    '柯城区应急管理局\n· 2026-03-12 17:30 无带班领导\n',
  )
  const sent = house.mails.filter(({ messageId }) => messageId.startsWith('<roster/'))
  expect(sent.map(({ to }) => to).sort()).toEqual([
    'chen@anjian.example',
    'gao@anjian.example',
    'guan@anjian.example',
  ])
  expect(sent[0]?.text).toContain('/duty/rosters')
})

test('before days of rest it is told on the last working day, and on the day before, which is no working day', async () => {
  await morning('2026-03-13')
  expect(await told('2026-03-13')).toContain('gao')
  expect(await bodyTo('gao', '2026-03-13')).toContain('2026-03-15 08:30')
  await morning('2026-03-14')
  expect(await told('2026-03-14')).toEqual(['chen', 'gao', 'guan'])
  await morning('2026-03-16')
  expect(await told('2026-03-16')).toEqual([])
})

test('a month that begins tomorrow and is not published is a gap; an office that keeps no roster is told nothing', async () => {
  await morning('2026-03-30')
  expect(await told('2026-03-30')).toEqual([])
  await morning('2026-03-31')
  expect(await told('2026-03-31')).toEqual(['chen', 'gao', 'guan'])
  expect(await bodyTo('chen', '2026-03-31')).toContain('2026-04 的值班表尚未发布')
  await publishRoster(house.db, {
    office,
    month: '2026-04',
    entries: turns('2026-04'),
    by: 'dan',
  })
  await morning('2026-04-01')
  expect(await told('2026-04-01')).toEqual([])
})

test('who leaves his post leaves a gap that is told', async () => {
  await house.db.update(persons).set({ active: false }).where(eq(persons.id, 'guan'))
  await morning('2026-04-02')
  expect(await told('2026-04-02')).toEqual(['dan', 'gao'])
  await house.db.update(persons).set({ active: true }).where(eq(persons.id, 'guan'))
})
