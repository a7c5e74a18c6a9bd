// How does a licence live on the real Temporal: silence, excluded time, a deemed renewal, years in force, a bar that ends by itself?
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseFacts, cases } from '../../db/schema/cases/cases.ts'
import { verifyChain } from '../../domain/model/chain.ts'
import { licensers, settleThem } from '../support/people/people.ts'
import { type Line, stagedBy } from '../support/processes/lines.ts'
import { openStage, type Stage } from '../support/servers/stage.ts'
import { checked, issued, sample } from './playing.ts'
import { applied, renewal } from './samples.ts'

describe('with a worker that moves its clock', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
    await settleThem(stage.db, licensers)
  })
  afterAll(() => stage?.close())

  const { begun, does, where, statusOf, recipientsOf } = stagedBy(
    () => stage,
    'hazchem-licence',
    'mao',
    sample,
  )
  const accepted: Line = ['kou', 'accept']

  test('silence accepts by the timer alone, and everybody concerned is notified', async () => {
    const id = await begun(applied, '2026-09-28')
    await stage.clock.setNow('2026-10-10T15:59:54.000Z')
    await stage.client.tick({ caseId: id, process: 'hazchem-licence', generation: 1 })
    expect(await where(id)).toContain('handling.receiving')
    await expect
      .poll(() => where(id), { timeout: 30_000 })
      .toContain('handling.reviewing.preparing')
    await expect
      .poll(() => recipientsOf(id, 'silent'), { timeout: 30_000 })
      .toEqual(['chen', 'fang', 'kou', 'mao', 'qi'])
    expect((await stage.record(id)).snapshot.context).toMatchObject({ acceptedOn: '2026-09-28' })
  })

  test('while the experts sit no level fires; afterwards the later end counts', async () => {
    const id = await begun(
      applied,
      '2026-04-01',
      accepted,
      ...checked,
      ['shen', 'begin-expert-review', { ...sample('begin-expert-review'), until: '2026-06-15' }],
      ['until', '2026-06-15'],
    )
    const review = async () =>
      (await stage.record(id)).obligations.find(({ clock }) => clock === 'review')
    expect(await review()).toMatchObject({ status: 'paused' })
    await does(id, ['shen', 'end-expert-review'])
    expect(await review()).toMatchObject({ status: 'running', due: '2026-07-28' })
    await does(id, ['until', '2026-07-29'])
    expect(await review()).toMatchObject({ status: 'overdue' })
    expect(await recipientsOf(id, 'missed')).toContain('gao')
  })

  test('a renewal is deemed at the end of the old licence, issued, in force for years, and stays until it is cancelled after its end', async () => {
    const id = await begun(
      { ...renewal, expiresOn: '2026-03-31' },
      '2025-12-10',
      accepted,
      ...checked,
      ['until', '2026-04-01'],
    )
    expect(await where(id)).toContain('handling.issuing')
    await does(id, ...issued('2026-04-01'), ['until', '2028-12-01'])
    expect(await where(id)).toContain('handling.valid')
    expect(await recipientsOf(id, 'warning')).toEqual(expect.arrayContaining(['mao', 'qi']))
    await does(id, ['until', '2029-04-01'])
    expect([await where(id), await statusOf(id)]).toEqual([
      expect.stringContaining('handling.expired'),
      'RUNNING',
    ])
    await does(id, [
      'gao',
      'cancel-licence',
      { ...sample('cancel-licence'), ground: 'not-renewed' },
    ])
    await expect.poll(() => statusOf(id), { timeout: 30_000 }).toBe('COMPLETED')
    const [row] = await stage.db.select().from(cases).where(eq(cases.id, id))
    expect([row?.status, row?.state]).toEqual([
      'closed',
      expect.stringContaining('handling.cancelled'),
    ])
    const record = await stage.record(id)
    const facts = await stage.db
      .select()
      .from(caseFacts)
      .where(eq(caseFacts.caseId, id))
      .orderBy(caseFacts.seq)
    expect(verifyChain(facts, { facts: record.facts, head: record.headHash })).toMatchObject({
      valid: true,
    })
  })

  test('a bar keeps the case open for its year, and then lets it end', async () => {
    const id = await begun(applied, '2026-03-02', [
      'kou',
      'refuse-acceptance',
      sample('refuse-acceptance', 2),
    ])
    expect([await where(id), await statusOf(id)]).toEqual([
      expect.stringContaining('bar.barred'),
      'RUNNING',
    ])
    await does(id, ['until', '2027-03-03'])
    await expect.poll(() => statusOf(id), { timeout: 30_000 }).toBe('COMPLETED')
  })

  test('corrected to the city, it leaves the desks of the county and stands on those of the city', async () => {
    const id = await begun(applied, '2026-03-02', ['kou', 'correct-jurisdiction'])
    const record = await stage.record(id)
    expect([record.region, Object.values(record.openTasks).map(({ groups }) => groups)]).toEqual([
      '330800',
      [['330800-window/clerk']],
    ])
    await does(id, ['bai', 'accept'])
    expect(await where(id)).toContain('handling.reviewing.preparing')
  })
})
