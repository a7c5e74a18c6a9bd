// How does a project live on the real Temporal: silence, an opinion that runs out, a hearing nobody asks for, a bar that outlasts it?
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseFacts } from '../../db/schema/cases/cases.ts'
import { verifyChain } from '../../domain/model/chain.ts'
import { licensers, settleThem } from '../support/people/people.ts'
import { stagedBy } from '../support/processes/lines.ts'
import { openStage, type Stage } from '../support/servers/stage.ts'
import { applied, onPaper, reviewed, sample, served } from './playing.ts'
import { hazchem, mine } from './samples.ts'

describe('with a worker that moves its clock', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
    await settleThem(stage.db, licensers)
  })
  afterAll(() => stage?.close())

  const { begun, does, where, statusOf, recipientsOf } = stagedBy(
    () => stage,
    'three-simultaneities',
    'mao',
    sample,
  )

  test('silence accepts by the timer alone, and everybody concerned is notified', async () => {
    const id = await begun(mine, '2026-09-28', ['mao', 'apply-design'])
    expect(await where(id)).toContain('handling.design.receiving')
    await stage.clock.setNow('2026-10-10T15:59:58.000Z')
    await stage.client.tick({ caseId: id, process: 'three-simultaneities', generation: 1 })
    await expect
      .poll(() => where(id), { timeout: 30_000 })
      .toContain('handling.design.reviewing.preparing')
    await expect
      .poll(() => recipientsOf(id, 'silent'), { timeout: 30_000 })
      .toEqual(['chen', 'fang', 'kou', 'mao', 'qi'])
    expect((await stage.record(id)).snapshot.context).toMatchObject({ acceptedOn: '2026-09-28' })
    const facts = await stage.db.select().from(caseFacts).where(eq(caseFacts.caseId, id))
    expect(facts.map(({ occurredAt }) => occurredAt)).toContain('2026-10-10T16:00:00.000Z')
  })

  test('an opinion that runs out calls a person, who says that it is void', async () => {
    const id = await begun(
      hazchem,
      '2024-02-29',
      ...applied('apply-conditions'),
      ...reviewed,
      ['gao', 'pass-conditions'],
      ...served('2024-02-29'),
    )
    await does(id, ['until', '2026-03-01'])
    expect(await where(id)).toContain('opinion.expired')
    expect(await recipientsOf(id, 'expired')).toEqual(expect.arrayContaining(['chen', 'mao']))
    await does(id, ['chen', 'declare-void'])
    expect(await where(id)).toContain('handling.planning')
  })

  test('a hearing nobody asks for lapses; joint handling has its longer time; the whole chain verifies', async () => {
    const id = await begun(
      mine,
      '2026-03-02',
      ...applied('apply-design'),
      ['chen', 'handle-jointly'],
      ['shen', 'tell-hearing-right'],
      ['shen', 'serve-hearing-notice'],
    )
    await does(id, ['until', '2026-03-10'])
    expect(await where(id)).toContain('hearing.over')
    const record = await stage.record(id)
    expect(
      record.obligations
        .filter(({ status }) => status === 'running')
        .map(({ clock, due }) => [clock, due]),
    ).toEqual([['joint-decision', '2026-05-08']])
    const facts = await stage.db
      .select()
      .from(caseFacts)
      .where(eq(caseFacts.caseId, id))
      .orderBy(caseFacts.seq)
    expect(verifyChain(facts, { facts: record.facts, head: record.headHash })).toMatchObject({
      valid: true,
    })
  })

  test('corrected to the city after acceptance, it stands on the desks of the city', async () => {
    const id = await begun(mine, '2026-03-02', ...applied('apply-design'), [
      'chen',
      'correct-jurisdiction',
    ])
    const record = await stage.record(id)
    expect([record.region, Object.values(record.openTasks).map(({ groups }) => groups)]).toEqual([
      '330800',
      [['330800-hazchem/reviewer']],
    ])
    await does(id, ['luo', 'begin-site-check'])
    expect(await where(id)).toContain('handling.design.reviewing.checking')
  })

  test('annulled for fraud, its bar keeps the case open for three years, and then lets it end', async () => {
    const id = await begun(
      mine,
      '2026-03-02',
      ...applied('apply-design'),
      ...onPaper,
      ['gao', 'approve-design'],
      ...served('2026-03-02'),
    )
    await does(id, ['gao', 'annul-approval'])
    expect([await where(id), await statusOf(id)]).toEqual([
      expect.stringContaining('bar.outlasting'),
      'RUNNING',
    ])
    await does(id, ['until', '2029-03-03'])
    await expect.poll(() => statusOf(id), { timeout: 30_000 }).toBe('COMPLETED')
  })
})
