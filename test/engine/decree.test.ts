// A new decree reaches running cases: what was estimated becomes firm, what moves says from when to when.
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseFacts } from '../../db/schema/cases/cases.ts'
import { publishAtOnce } from '../support/people/calendars.ts'
import { openStage, type Stage } from '../support/servers/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

const planned = async (id: string) =>
  (await stage.record(id)).obligations[0]?.escalationLevels.find(
    ({ escalationLevel }) => escalationLevel === 'later',
  )

test('the level that lay in an undecreed year moves with the decree, and the timeline says so', async () => {
  await stage.clock.setNow('2026-12-01T01:00:00.000Z')
  const id = await stage.start('counter', 'lin', { region: '330802', date: '2026-12-31' })
  expect(await planned(id)).toMatchObject({
    plannedAt: '2027-01-05T16:00:00.000Z',
    provisional: true,
  })

  const off = ['2027-01-01', '2027-01-04', '2027-01-05']
  await publishAtOnce(stage.db, 'p1', {
    kind: 'year',
    year: 2027,
    decree: '试验通知',
    source: '试验',
    off,
    work: [],
  })
  await stage.reproject(id)
  expect(await planned(id)).toMatchObject({
    plannedAt: '2027-01-07T16:00:00.000Z',
    provisional: false,
  })
  const facts = await stage.db.select().from(caseFacts).where(eq(caseFacts.caseId, id))
  expect(facts.at(-1)).toMatchObject({
    type: 'reprojected',
    actor: { kind: 'system' },
    data: { movedPeriods: [{ clock: 'count', firm: true }] },
  })

  await stage.reproject(id)
  expect((await stage.record(id)).revision).toBe(2)
})
