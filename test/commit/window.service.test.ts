// When does a case look at what falls due for thousands at one midnight, and whom does it tell when?
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { effects } from '../../db/schema/cases/cases.ts'
import { wakes } from '../../db/schema/cases/wakes.ts'
import { placeIn } from '../../domain/engine/clocks/jitter.ts'
import { processOfAlarms } from '../../domain/urgent.ts'
import { counter } from '../support/processes/counter.ts'
import { began, type Counting, midnight, openCounting } from './counting.ts'

const windowMs = 600_000
let opened: Counting
beforeAll(async () => {
  opened = await openCounting({
    noticeWindowMs: windowMs,
    processFor: (id) => ({ ...counter, id, numberWord: id === 'counter' ? '计数' : '警数' }),
  })
})
afterAll(() => opened?.close())

const untilMidnight = Date.parse(midnight) - Date.parse(began)
const noticesOf = async (caseId: string) =>
  (await opened.db.select().from(effects).where(eq(effects.caseId, caseId))).filter(
    ({ payload }) => (payload as { escalationLevel?: string }).escalationLevel === 'late',
  )

test('the timer of a case rings at its own place after midnight; for those who watch it, it falls due at midnight', async () => {
  const caseId = await opened.begin()
  const place = placeIn(windowMs, caseId)
  expect(place).toBeGreaterThan(0)
  expect((await opened.ask(caseId)).wakeInMs).toBe(untilMidnight + place)
  expect((await opened.rowOf(caseId)).wakeAt).toBe(midnight)
  const [wake] = await opened.db.select().from(wakes).where(eq(wakes.caseId, caseId))
  expect(Date.parse(wake!.timerAt!)).toBe(Date.parse(midnight) + place)
  opened.clock.at = midnight
  await opened.ask(caseId)
  const [notice] = await noticesOf(caseId)
  expect(Date.parse(notice!.notBefore)).toBeGreaterThan(Date.parse(midnight))
  expect(Date.parse(notice!.notBefore)).toBeLessThanOrEqual(Date.parse(midnight) + windowMs)
})

test('what is urgent waits for no place: its timer rings at the instant, and it is told at once', async () => {
  const caseId = randomUUID()
  const asked = { process: processOfAlarms }
  opened.clock.at = began
  const command = opened.commandOf(caseId, 'start', { region: '330802', date: '2026-03-10' })
  const { wakeInMs } = await opened.ask(caseId, { ...asked, command })
  expect(wakeInMs).toBe(untilMidnight)
  expect(await opened.db.select().from(wakes).where(eq(wakes.caseId, caseId))).toMatchObject([
    { urgent: true },
  ])
  opened.clock.at = midnight
  await opened.ask(caseId, asked)
  expect((await noticesOf(caseId)).map(({ notBefore }) => notBefore)).toEqual([midnight])
})
