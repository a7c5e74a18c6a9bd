// Does a run over the pages of a migration go on to the end, add up, keep its first total, and stop at a failure?
import { expect, test } from 'vitest'
import type { MigrationPage } from '../../../contract/case/processes.ts'
import { byReason, type Run, walkPages } from '../../../ui/process/migrating.ts'

const reason = { zh: '已签署', en: 'Signed' }
const rare = { zh: '更正', en: 'Corrected' }
const stays = (...of: { zh: string; en: string }[]) =>
  of.map((one, index) => ({ caseId: `c-${index}`, number: `${index}号`, reason: one }))
const page = (more: Partial<MigrationPage>): MigrationPage => ({
  from: 1,
  to: 2,
  open: 0,
  migratedCount: 0,
  stay: [],
  failed: 0,
  after: null,
  ...more,
})

test('asks for page after page, and says how far it is', async () => {
  const pages: Record<string, MigrationPage> = {
    '': page({ open: 6, migratedCount: 2, stay: stays(rare), after: 'c-3' }),
    'c-3': page({ open: 4, migratedCount: 1, failed: 1, stay: stays(reason), after: null }),
  }
  const [request, values]: [string[], Run[]] = [[], []]
  const run = await walkPages(
    async (after) => {
      request.push(after)
      return pages[after] as MigrationPage
    },
    (one) => values.push(one),
  )
  expect(request).toEqual(['', 'c-3'])
  expect(values.map(({ seen, done }) => [seen, done])).toEqual([
    [3, false],
    [6, true],
  ])
  expect(run).toMatchObject({ open: 6, migratedCount: 3, failed: 1, seen: 6, done: true })
  expect(run.stay).toHaveLength(2)
})

test('a page that fails ends the run', async () => {
  const lines: Run[] = []
  const ask = async (after: string) => {
    if (after !== '') throw new Error('away')
    return page({ open: 9, migratedCount: 4, after: 'c-4' })
  }
  await expect(walkPages(ask, (one) => lines.push(one))).rejects.toThrow('away')
  expect(lines).toHaveLength(1)
})

test('those that stay are gathered by reason, the most frequent first', () => {
  expect(
    byReason(stays(rare, reason, reason)).map((cases) => [cases[0]?.reason.zh, cases.length]),
  ).toEqual([
    ['已签署', 2],
    ['更正', 1],
  ])
})
