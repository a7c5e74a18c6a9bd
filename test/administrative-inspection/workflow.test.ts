// How does an inspection live on the real Temporal: is a missed visit told, and does each finding open its own case, once?

import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { settleCertificates } from '../enforcement-case/certificates.ts'
import { stagedBy } from '../support/processes/lines.ts'
import { openStage, type Stage } from '../support/servers/stage.ts'
import { day, matter, recorded, sample } from './samples.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await settleCertificates(stage.db)
})
afterAll(() => stage?.close())

const { begun, does, where, statusOf, recipientsOf } = stagedBy(
  () => stage,
  'administrative-inspection',
  'lin',
  sample,
)

const openedBy = async (id: string): Promise<string[]> => {
  const { rows } = await stage.db.execute<{ process: string }>(
    sql`SELECT process FROM cases WHERE record #>> '{opener,id}' = ${id} ORDER BY process`,
  )
  return rows.map(({ process }) => process)
}

/** What has been answered of the cases that it was to open. */
const startedBy = async (id: string): Promise<string[]> => {
  const { rows } = await stage.db.execute<{ status: string }>(
    sql`SELECT link ->> 'status' AS status FROM cases, jsonb_array_elements(record -> 'links') link WHERE id = ${id}`,
  )
  return rows.map(({ status }) => status)
}

test('a visit that nobody makes is told to the chief, and its findings open two cases', async () => {
  const id = await begun(matter, day)
  await does(id, ['until', '2026-03-03'])
  await expect.poll(() => recipientsOf(id, 'missed')).toEqual(['chen', 'fang', 'lin', 'wu', 'zhou'])
  const announced = { ...sample('issue-notice'), plannedOn: '2026-03-03' }
  const [first, , ...rest] = recorded()
  if (!first) throw new Error('nobody approves')
  await does(id, first, ['lin', 'issue-notice', announced], ...rest)
  await does(id, ['lin', 'open-hazard'], ['lin', 'open-enforcement'])
  await expect.poll(() => startedBy(id)).toEqual(['started', 'started'])
  await does(id, ['lin', 'conclude-inspection'])
  expect(await where(id)).toBe('closed')
  await expect.poll(() => openedBy(id)).toEqual(['enforcement-case', 'hazard-rectification'])
  await expect.poll(() => statusOf(id)).toBe('COMPLETED')
})
