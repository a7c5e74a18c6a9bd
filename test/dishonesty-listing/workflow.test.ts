// How does a listing live on the real Temporal: does the timer alone take the party off the list?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stagedBy } from '../support/processes/lines.ts'
import { openStage, type Stage } from '../support/servers/stage.ts'
import { day, listed, matter, removable, repaired, sample } from './samples.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

const { begun, does, where, statusOf, recipientsOf } = stagedBy(
  () => stage,
  'dishonesty-listing',
  'lin',
  sample,
)

test('after three years it ends by itself, and the party is told', async () => {
  const id = await begun(matter, day, ...listed)
  expect(await where(id)).toBe('listed')
  await does(id, ['until', '2029-03-03'])
  await expect.poll(() => where(id)).toBe('expired')
  await expect.poll(() => recipientsOf(id, 'ended')).toEqual(['lin', 'mao', 'qi', 'wu', 'zhou'])
  await expect.poll(() => statusOf(id)).toBe('COMPLETED')
})

test('removed early it waits for its term, and is refused before its day', async () => {
  const id = await begun(matter, day, ...listed)
  await expect(does(id, ['mao', 'apply-repair'])).rejects.toThrow()
  await does(id, ...repaired.slice(listed.length))
  expect([await where(id), await statusOf(id)]).toEqual(['removed', 'RUNNING'])
  await does(id, ['until', '2029-03-03'])
  await expect.poll(() => where(id)).toBe('expired')
  expect(removable).toBe('2027-03-03')
})
