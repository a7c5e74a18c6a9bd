// How does an emergency live on the real Temporal: told by the timer alone, frozen by its own clock, ended at once when it was none?
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseFacts, notices } from '../../db/schema/cases/cases.ts'
import { stateKey } from '../../domain/model/chart.ts'
import { later } from '../../domain/time/instant.ts'
import { queueFor, urgentQueue } from '../../workflows/queues.ts'
import { inCommand, onDuty, settleThem } from '../support/people/people.ts'
import { openStage, type Stage } from '../support/servers/stage.ts'
import { sample } from './playing.ts'
import { drill, plannedDrill, reported, start } from './samples.ts'

const process = 'emergency-response'
let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await settleThem(stage.db, { ...onDuty, ...inCommand })
})
afterAll(() => stage?.close())

const begun = async (form: Record<string, unknown>) => {
  await stage.clock.setNow(start)
  return stage.start(process, 'dan', form)
}
const statesOf = async (id: string) => stateKey((await stage.record(id)).snapshot.value).split('|')
const statusOf = (caseId: string) => stage.client.status({ caseId, process, generation: 1 })
const toldOf = async (id: string, words: string): Promise<string[]> => {
  const rows = await stage.db
    .select()
    .from(notices)
    .where(and(eq(notices.caseId, id), eq(notices.escalationLevel, 'missed')))
  return rows.filter(({ title }) => title.zh.includes(words)).map(({ person }) => person)
}

test('belongs to the urgent lane', () => {
  expect(queueFor(process)).toBe(urgentQueue)
})

test('promise (emergencies): nobody verifies and nobody reports: the timer alone tells the leader and the city, each at its own minute', async () => {
  const id = await begun(reported)
  await stage.moveTo(id, '2026-03-02T01:16:00.000Z')
  await expect.poll(() => toldOf(id, '核实')).toEqual(expect.arrayContaining(['gao', 'du']))
  expect(await toldOf(id, '上报市级')).toEqual([])
  await stage.moveTo(id, '2026-03-02T03:01:00.000Z')
  await expect.poll(() => toldOf(id, '上报市级')).toEqual(expect.arrayContaining(['gao', 'du']))
})

test('the count of casualties is closed by the clock, and the case when all of it has ended', async () => {
  const id = await begun(drill)
  for (const [who, type] of [
    ['dan', 'verify'],
    ['gao', 'no-response'],
    ['dan', 'no-report'],
  ] as const)
    await stage.act(id, who, type, sample(type))
  expect(await statesOf(id)).toContain('casualties.counting')
  await stage.moveTo(id, '2026-03-11T01:00:00.000Z')
  await expect.poll(() => statesOf(id)).toContain('casualties.frozen')
  await expect.poll(() => statusOf(id)).toBe('COMPLETED')
})

test('promise (emergencies): the injects of a planned drill are given by the timer alone, each once at its own minute', async () => {
  const id = await begun(plannedDrill)
  const given = async () => {
    const rows = await stage.db
      .select()
      .from(caseFacts)
      .where(and(eq(caseFacts.caseId, id), eq(caseFacts.type, 'inject-given')))
      .orderBy(caseFacts.seq)
    return rows.map(({ data, occurredAt }) => [data.text, occurredAt.slice(0, 19)])
  }
  await stage.moveTo(id, later(start, 4.9 * 60_000))
  expect(await given()).toEqual([])
  const [first, second] = [
    ['喷淋失效', '2026-03-02T01:05:00'],
    ['小学请求疏散指引', '2026-03-02T01:12:00'],
  ]
  await stage.moveTo(id, later(start, 5 * 60_000))
  await expect.poll(given).toEqual([first])
  await stage.moveTo(id, later(start, 60 * 60_000))
  await expect.poll(given).toEqual([first, second])
  await stage.act(id, 'dan', 'declare-false', sample('declare-false'))
  await expect.poll(() => statusOf(id)).toBe('COMPLETED')
  expect(await given()).toEqual([first, second])
})

test('a false alarm ends it at once', async () => {
  const id = await begun(reported)
  await stage.act(id, 'dan', 'declare-false', sample('declare-false'))
  await expect.poll(() => statusOf(id)).toBe('COMPLETED')
})
