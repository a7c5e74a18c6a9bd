// Which cases does the clock wake, in which order, and which have something left to carry out?
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readFigures, readFindings } from '../../../db/cases/health-reads.ts'
import { readNextWake, readSleepers, readUndelivered } from '../../../db/cases/wake-reads.ts'
import { noteSeen } from '../../../db/cases/wakes.ts'
import { dueBefore } from '../../../db/jitter.ts'
import {
  anchors,
  cases,
  effects,
  escalationLevels,
  obligations,
  tasks,
} from '../../../db/schema/cases/cases.ts'
import { wakes } from '../../../db/schema/cases/wakes.ts'
import { auditReports } from '../../../db/schema/change/time.ts'
import { later } from '../../../domain/time/instant.ts'
import { caseIn, taskIn } from '../tasks/waiting.ts'
import { began, openStore, type Store, second } from './stored.ts'

let opened: Store
beforeAll(async () => {
  opened = await openStore()
})
afterAll(() => opened?.close())
beforeEach(async () => {
  for (const table of [cases, wakes, effects, obligations, escalationLevels, tasks])
    await opened.db.delete(table)
})

const sleeping = (wakeAt: string | null, more: object = {}) =>
  caseIn(opened.db, { wakeAt, ...more })
/** A case whose workflow has, or has not, looked at what was done. */
const outlookOf = async (caseId: string, unseen: boolean) => {
  const states = { closed: false, state: 'verifying', details: '', urgent: false }
  const times = { timerAt: null, effectsAt: null }
  const what = { process: 'hazard-rectification', generation: 1, revision: 1, chart: 1 }
  await noteSeen(opened.db, { caseId, ...what, ...states, ...times })
  if (unseen)
    await opened.db
      .update(wakes)
      .set({ unseenSince: new Date(0) })
      .where(eq(wakes.caseId, caseId))
}
const wish = (caseId: string, more: Partial<typeof effects.$inferInsert> = {}) =>
  opened.db.insert(effects).values({
    id: randomUUID(),
    caseId,
    revision: 1,
    kind: 'notice',
    payload: { kind: 'notice' } as never,
    notBefore: began,
    status: 'pending',
    ...more,
  })
const idsOf = (them: { caseId: string }[]) => them.map(({ caseId }) => caseId)

describe('the next wake', () => {
  test('is the earliest of all cases but those left out, and none where nobody sleeps', async () => {
    expect(await readNextWake(opened.db)).toBe(null)
    const first = await sleeping(second(1))
    const other = await sleeping(second(2), { status: 'closed' })
    await sleeping(null)
    expect(await readNextWake(opened.db)).toBe(second(1))
    expect(await readNextWake(opened.db, [])).toBe(second(1))
    expect(await readNextWake(opened.db, [first])).toBe(second(2))
    expect(await readNextWake(opened.db, [first, other])).toBe(null)
  })
})

describe('the sleepers', () => {
  test('by a moment are those that want to wake by then, the earliest first, of one moment by id', async () => {
    await sleeping(second(1), { id: 'b' })
    await sleeping(second(1), { id: 'a', status: 'closed' })
    await sleeping(began, { id: 'c', generation: 2, revision: 7, number: 'No 7' })
    await sleeping(later(second(1), 1), { id: 'd' })
    await sleeping(null, { id: 'e' })
    const found = await readSleepers(opened.db, second(1))
    expect(idsOf(found)).toEqual(['c', 'a', 'b'])
    expect(found[0]).toEqual({
      caseId: 'c',
      process: 'hazard-rectification',
      generation: 2,
      number: 'No 7',
      revision: 7,
      wakeAt: began,
    })
    expect(await readSleepers(opened.db, later(began, -1))).toEqual([])
  })
  test('are also those whose workflow has not looked, after the others; one that has looked is none', async () => {
    await sleeping(null, { id: 'unseen' })
    await sleeping(second(9), { id: 'unseen-later' })
    await sleeping(null, { id: 'seen' })
    await sleeping(began, { id: 'due' })
    for (const id of ['unseen', 'unseen-later']) await outlookOf(id, true)
    for (const id of ['seen', 'due']) await outlookOf(id, false)
    expect(idsOf(await readSleepers(opened.db, began))).toEqual(['due', 'unseen-later', 'unseen'])
  })
})

test('a case is undelivered from the moment its wish may be done, once however many wishes it has, until all are done', async () => {
  const [one, other, later_] = [await sleeping(null), await sleeping(null), await sleeping(null)]
  await wish(one)
  await wish(one)
  await wish(other, { status: 'done' })
  await wish(other, { status: 'quarantined' })
  await wish(later_, { notBefore: second(1) })
  expect(await readUndelivered(opened.db, later(began, -1))).toEqual([])
  expect(await readUndelivered(opened.db, began)).toEqual([
    expect.objectContaining({ caseId: one, wakeAt: null, revision: 1 }),
  ])
  expect(idsOf(await readUndelivered(opened.db, second(1))).sort()).toEqual([one, later_].sort())
})

describe('the figures of the system', () => {
  const window = 60_000
  const hour = '2026-03-01T00:00:00.000Z'
  const figures = (at: string) => readFigures(opened.db, at, window)
  const levelIn = async (plannedAt: string, more: object = {}, period: object = {}) => {
    const caseId = await caseIn(opened.db, more)
    const fixed = { process: 'p', clock: 'c', dueAt: began, provisional: false, calendar: '2026' }
    const kept = { caseId, id: 'o', status: 'running', region: '330802', ...fixed, ...period }
    await opened.db.insert(obligations).values(kept)
    const level = { caseId, obligation: 'o', escalationLevel: 'late', status: 'planned', plannedAt }
    await opened.db.insert(escalationLevels).values(level)
    return caseId
  }

  test('of nothing are all nought', async () => {
    expect(Object.values(await figures(began))).toEqual([0, 0, 0, 0, 0, 0, 0, 0])
  })
  test('count open cases, tasks once whatever groups they have, and periods that count', async () => {
    const caseId = await caseIn(opened.db)
    await caseIn(opened.db, { status: 'closed' })
    await taskIn(opened.db, { caseId, groups: ['a/x', 'b/y'] })
    await taskIn(opened.db, { caseId, open: false })
    for (const status of ['running', 'overdue', 'paused', 'met', 'cancelled'])
      await levelIn(second(9), { status: 'closed' }, { status })
    expect(await figures(began)).toMatchObject({
      openCases: 1,
      openTasks: 1,
      runningObligations: 2,
      lateEscalationLevels: 0,
    })
  })
  test('call a level late once its window has passed: one on the full hour has a window, any other none', async () => {
    await levelIn(hour)
    await levelIn(later(hour, 1_000))
    const late = async (ms: number) => {
      const found = await figures(later(hour, ms))
      return [found.lateEscalationLevels, found.worstLatenessSeconds]
    }
    expect(await late(1_000)).toEqual([0, 0])
    expect(await late(3_000)).toEqual([1, 2])
    expect(await late(window)).toEqual([1, 59])
    expect(await late(window + 1_000)).toEqual([2, 61])
  })
  test('call no level late of a closed case, a period that stands still or is over, or one that was told', async () => {
    await levelIn(hour, { status: 'closed' })
    for (const status of ['paused', 'met', 'cancelled']) await levelIn(hour, {}, { status })
    const told = await levelIn(hour)
    await opened.db
      .update(escalationLevels)
      .set({ status: 'fired' })
      .where(eq(escalationLevels.caseId, told))
    expect((await figures(later(hour, 3_600_000))).lateEscalationLevels).toBe(0)
    await levelIn(hour, {}, { status: 'overdue' })
    expect((await figures(later(hour, 3_600_000))).lateEscalationLevels).toBe(1)
  })
  test('count what waits to be carried out from when it may be, what was laid aside, and how long the oldest has waited', async () => {
    const ago = (s: number) => new Date(Date.now() - s * 1_000)
    await wish('c', { createdAt: ago(100) })
    await wish('c', { createdAt: ago(500), notBefore: second(1) })
    await wish('c', { createdAt: ago(900), status: 'quarantined' })
    await wish('c', { createdAt: ago(900), status: 'done' })
    const now = await figures(began)
    expect(now).toMatchObject({ pendingEffects: 1, quarantined: 1 })
    expect(now.oldestPendingSeconds).toBeGreaterThanOrEqual(100)
    expect(now.oldestPendingSeconds).toBeLessThan(400)
    expect((await figures(second(1))).oldestPendingSeconds).toBeGreaterThanOrEqual(500)
  })
})

test('a case is overdue to wake once its moment is over, and on the full hour its window too', async () => {
  const hour = '2026-03-01T00:00:00.000Z'
  await sleeping(hour, { id: 'on-the-hour' })
  await sleeping(later(hour, 1), { id: 'after-it' })
  await sleeping(null)
  const overdue = async (ms: number) => {
    const late = dueBefore(cases.wakeAt, later(hour, ms), 60_000)
    const rows = await opened.db.select({ id: cases.id }).from(cases).where(late).orderBy(cases.id)
    return rows.map(({ id }) => id)
  }
  expect([await overdue(1), await overdue(2)]).toEqual([[], ['after-it']])
  expect(await overdue(60_000)).toEqual(['after-it'])
  expect(await overdue(60_001)).toEqual(['after-it', 'on-the-hour'])
})

test('what the auditor has found is his last report, and the anchors of the last two weeks', async () => {
  expect(await readFindings(opened.db)).toEqual({ report: null, anchors: [] })
  const figures = { openCases: 1, lateEscalationLevels: 0, worstLatenessMs: 0, pendingEffects: 0 }
  for (const n of [2, 3, 1])
    await opened.db.insert(auditReports).values({ at: new Date(n), ...figures, findings: [] })
  const days = Array.from({ length: 15 }, (_, nth) => `2026-03-${10 + nth}`)
  const rest = { cases: 1, facts: 1, heads: {}, at: began }
  await opened.db.insert(anchors).values(days.map((day) => ({ day, head: `h ${day}`, ...rest })))
  const found = await readFindings(opened.db)
  expect(found.report?.at).toEqual(new Date(3))
  expect(found.anchors.map(({ day }) => day)).toEqual(days.reverse().slice(0, 14))
  expect(found.anchors[0]).toEqual({ day: '2026-03-24', cases: 1, head: 'h 2026-03-24' })
})
