// Does a correction follow its report to every level it has reached, once and in order, also when nothing could be delivered meanwhile?
import { and, asc, eq, isNull } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cases, notices } from '../../db/schema/cases/cases.ts'
import { searchTexts } from '../../db/schema/search/search.ts'
import { later } from '../../domain/time/instant.ts'
import { inCommand, onDuty, settleThem } from '../support/people/people.ts'
import { openStage, type Stage } from '../support/servers/stage.ts'
import { sample } from './playing.ts'
import { grave, start } from './samples.ts'

const process = 'emergency-response'
const minute = 60_000
let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await settleThem(stage.db, { ...onDuty, ...inCommand })
})
afterAll(() => stage?.close())

const levels = { county: 'dan', city: 'du', province: 'sun' }
const about = ['report-to-city', 'report-to-province', 'correct-report']

/** What one person finds in his inbox about the reports of a case. */
const inboxOf = async (id: string, person: string): Promise<string[]> => {
  const ofHis = and(
    eq(notices.caseId, id),
    eq(notices.person, person),
    isNull(notices.escalationLevel),
  )
  const rows = await stage.db.select().from(notices).where(ofHis).orderBy(asc(notices.at))
  return rows.map((one) => one.about).filter((type) => about.includes(type))
}
/** The subjects of the mails about reports that have left for a person, in that order. */
const mailsTo = (number: string, person: string): string[] =>
  stage.mails
    .filter(({ to, subject }) => to.startsWith(`${person}@`) && subject.includes(number))
    .flatMap(({ subject }) => subject.match(/快报市级|快报省级|更正报告/u)?.[0] ?? [])

const reportedToTheProvince = async (): Promise<{ id: string; number: string }> => {
  await stage.clock.setNow(start)
  const id = await stage.start(process, 'dan', grave)
  const { number } = await stage.record(id)
  for (const [who, type] of [
    ['dan', 'report-to-city'],
    ['du', 'acknowledge-report'],
    ['du', 'report-to-province'],
    ['sun', 'acknowledge-report'],
  ] as const)
    await stage.act(id, who, type, sample(type))
  return { id, number }
}

test('promise (emergencies): the correction of a report that has reached the province reaches each level once and in order, though no mail went out for ten minutes', async () => {
  stage.mailServer.up = false
  const { id, number } = await reportedToTheProvince()
  await stage.act(id, 'dan', 'correct-report', sample('correct-report'))
  await expect.poll(() => inboxOf(id, levels.province)).toContain('correct-report')
  await stage.clock.setNow(later(start, 10 * minute))
  expect(mailsTo(number, levels.province)).toEqual([])
  stage.mailServer.up = true
  await stage.moveTo(id, later(start, 10 * minute))
  await expect
    .poll(() => mailsTo(number, levels.province), { timeout: 60_000 })
    .toEqual(['快报省级', '更正报告'])
  await expect
    .poll(() => mailsTo(number, levels.city), { timeout: 60_000 })
    .toEqual(['快报市级', '快报省级', '更正报告'])
  expect(await inboxOf(id, levels.province)).toEqual(['report-to-province', 'correct-report'])
  expect(await inboxOf(id, levels.city)).toEqual(about)
  expect(await inboxOf(id, levels.county)).toEqual(['correct-report'])
})

test('each level receives it, and that is on record', async () => {
  const { id } = await reportedToTheProvince()
  await stage.act(id, 'dan', 'correct-report', sample('correct-report'))
  const wanted = async () =>
    Object.values((await stage.record(id)).openTasks)
      .map(({ task }) => task)
      .filter((task) => task.startsWith('receive-'))
      .sort()
  expect(await wanted()).toEqual(['receive-copy', 'receive-report'])
  await stage.act(id, 'sun', 'acknowledge-report', {})
  expect(await wanted()).toEqual(['receive-copy'])
  await stage.act(id, 'du', 'acknowledge-copy', {})
  expect(await wanted()).toEqual([])
})

test('a case whose title and place are corrected is listed and found by the right ones, and no longer by the wrong', async () => {
  await stage.clock.setNow(start)
  const id = await stage.start(process, 'dan', grave)
  for (const [field, value] of [
    ['title', '氨气钢瓶泄漏'],
    ['site', '北冷库'],
  ]) {
    await stage.act(id, 'dan', 'request-correction', { seq: 1, field, value, reason: '登记有误' })
    await stage.act(id, 'gao', 'approve-correction', { seq: 1 })
  }
  const [row] = await stage.db.select().from(cases).where(eq(cases.id, id))
  expect(row).toMatchObject({ title: '氨气钢瓶泄漏', search: expect.stringContaining('北冷库') })
  expect(row?.search).not.toContain(grave.title)
  const [head] = await stage.db
    .select()
    .from(searchTexts)
    .where(and(eq(searchTexts.caseId, id), eq(searchTexts.seq, 0)))
  expect(head?.plain).toContain('氨气钢瓶泄漏')
})
