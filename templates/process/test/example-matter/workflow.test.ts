// How does this matter live on the real Temporal: is everybody told by the timer alone, and does it end with the answer?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stagedBy } from '../../../../test/support/processes/lines.ts'
import { openStage, type Stage } from '../../../../test/support/servers/stage.ts'
import { day, matter, sample } from './samples.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

const { begun, does, where, statusOf, recipientsOf } = stagedBy(
  () => stage,
  'example-matter',
  'qi',
  sample,
)

test('nobody answers: the section chief and later the leader are told; the late answer ends it', async () => {
  const id = await begun(matter, day)
  await does(id, ['until', '2026-03-07'])
  await expect.poll(() => recipientsOf(id, 'late')).toEqual(['chen', 'fang', 'lin', 'wu', 'zhou'])
  await does(id, ['until', '2026-03-12'])
  await expect.poll(() => recipientsOf(id, 'still-late')).toEqual(['gao', 'mao', 'qi'])
  await does(id, ['lin', 'answer'])
  expect(await where(id)).toBe('answered')
  await expect.poll(() => statusOf(id)).toBe('COMPLETED')
})
