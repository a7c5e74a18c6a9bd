// How does a hazard live on the real Temporal: escalation policy, new runs, outages, closing and a second generation? In the deep run also replaying every task.
import { Worker } from '@temporalio/worker'
import { and, eq, isNotNull } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { caseFacts, escalationLevels, notices } from '../../db/schema/cases/cases.ts'
import { verifyChain } from '../../domain/model/chain.ts'
import { stateKey } from '../../domain/model/chart.ts'
import { observeSignal, renewUpdate } from '../../workflows/messages.ts'
import { workflowIdFor } from '../../workflows/queues.ts'
import { deep } from '../support/deep.ts'
import { openStage, type Stage } from '../support/servers/stage.ts'
import { reported } from './samples.ts'

/** The levels of an order to rectify by 10 March 2026, each with its own instant and the people it tells. */
const escalationPolicy = [
  ['overdue', '2026-03-10T16:00:00.000Z', ['lin', 'mao', 'qi', 'wu', 'zhou'], 'none'],
  ['red', '2026-03-11T16:00:00.000Z', ['chen', 'fang', 'gao', 'mao'], 'red'],
  ['city', '2026-03-17T16:00:00.000Z', ['chen', 'fang', 'gao', 'yu'], 'city'],
  ['province', '2026-04-08T16:00:00.000Z', ['sheng', 'shi'], 'province'],
] as const
const names = escalationPolicy.map(([escalationLevel]) => escalationLevel)

describe.each(deep ? [200, 0] : [200])('with %i cases kept warm', (warm) => {
  let stage: Stage
  const outside = { database: true, mail: Promise.resolve() }
  beforeAll(async () => {
    const create = Worker.create.bind(Worker)
    vi.spyOn(Worker, 'create').mockImplementation((options) =>
      create({ ...options, maxCachedWorkflows: warm }),
    )
    stage = await openStage((deps) => ({
      ...deps,
      now: async (executor) => {
        if (!outside.database)
          throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
        return deps.now(executor)
      },
      mail: { send: (mail) => outside.mail.then(() => deps.mail.send(mail)) },
    }))
  })
  afterAll(async () => {
    await stage?.close()
    vi.restoreAllMocks()
  })

  const ordered = async (): Promise<string> => {
    await stage.clock.setNow('2026-03-02T01:00:00.000Z')
    const id = await stage.start('hazard-rectification', 'qi', reported)
    await stage.act(id, 'lin', 'verify', { grade: 'general', findings: '属实' })
    await stage.act(id, 'wu', 'sign')
    await stage.act(id, 'lin', 'issue-order', { dueDate: '2026-03-10', requirements: '更换' })
    return id
  }
  const rectified = (id: string, options = {}) =>
    stage.act(id, 'mao', 'report-rectified', { description: '已更换' }, options)
  const closed = async (id: string): Promise<void> => {
    await rectified(id)
    await stage.act(id, 'wu', 're-check-passed', { findings: '合格' })
    await stage.act(id, 'chen', 'write-off', { publicSummary: '已整改' })
  }
  const renew = async (id: string) =>
    stage.temporal.workflow.getHandle(workflowIdFor(id, 1)).executeUpdate(renewUpdate)
  const renewed = async (id: string) => {
    const run = await runOf(id)
    await renew(id)
    await expect.poll(() => runOf(id), { timeout: 30_000 }).not.toBe(run)
  }
  const runOf = async (id: string) =>
    (await stage.temporal.workflow.getHandle(workflowIdFor(id, 1)).describe()).runId
  const statusOf = (caseId: string, generation = 1) =>
    stage.client.status({ caseId, process: 'hazard-rectification', generation })
  const factsOf = (id: string) =>
    stage.db.select().from(caseFacts).where(eq(caseFacts.caseId, id)).orderBy(caseFacts.seq)
  const times = async (id: string, type: string) =>
    (await factsOf(id)).filter((fact) => fact.type === type).length
  const supervision = async (id: string) => stateKey((await stage.record(id)).snapshot.value)
  const firedIn = async (id: string) => {
    const rows = await stage.db
      .select()
      .from(escalationLevels)
      .where(and(eq(escalationLevels.caseId, id), isNotNull(escalationLevels.firedAt)))
    const own = rows.filter(({ escalationLevel }) =>
      (names as readonly string[]).includes(escalationLevel),
    )
    return own
      .map(({ escalationLevel, firedAt }) => `${escalationLevel} ${firedAt}`)
      .sort((a, b) => a.slice(-24).localeCompare(b.slice(-24)))
  }
  const recipientsOf = async (id: string, escalationLevel: string) => {
    const rows = await stage.db
      .select()
      .from(notices)
      .where(and(eq(notices.caseId, id), eq(notices.escalationLevel, escalationLevel)))
    return rows.map(({ person }) => person).sort()
  }

  test('expiry escalates step by step, each at its own instant and told to its own people', async () => {
    const id = await ordered()
    for (const [index, [escalationLevel, at, recipients, level]] of escalationPolicy.entries()) {
      await stage.moveTo(id, new Date(Date.parse(at) - 60_000).toISOString())
      expect(await recipientsOf(id, escalationLevel)).toEqual([])
      await stage.moveTo(id, at)
      expect(await firedIn(id)).toEqual(
        escalationPolicy.slice(0, index + 1).map(([name, instant]) => `${name} ${instant}`),
      )
      expect(await recipientsOf(id, escalationLevel)).toEqual(recipients)
      expect(await supervision(id)).toContain(`supervision.${level}`)
    }
  })

  test('after a long silence all steps are taken in order, none twice', async () => {
    const id = await ordered()
    await stage.moveTo(id, '2026-05-06T01:00:00.000Z')
    await stage.moveTo(id, '2026-05-07T01:00:00.000Z')
    expect(await firedIn(id)).toEqual(
      escalationPolicy.map(([name, instant]) => `${name} ${instant}`),
    )
    for (const [escalationLevel, , recipients] of escalationPolicy)
      expect(await recipientsOf(id, escalationLevel)).toEqual(recipients)
    expect(
      (await factsOf(id))
        .filter(({ type }) => type.startsWith('supervise-'))
        .map(({ type }) => type),
    ).toEqual(['supervise-red', 'supervise-city', 'supervise-province'])
  })

  test('a new run keeps the clock: the next level fires by the timer alone', async () => {
    const id = await ordered()
    await stage.moveTo(id, new Date(Date.parse(escalationPolicy[1][1]) - 2_500).toISOString())
    await renewed(id)
    await expect
      .poll(() => firedIn(id), { timeout: 30_000 })
      .toEqual(escalationPolicy.slice(0, 2).map(([name, instant]) => `${name} ${instant}`))
    await expect.poll(() => recipientsOf(id, 'red')).toEqual(escalationPolicy[1][2])
  })

  test('a command sent twice, at once and later and in another run, acts once', async () => {
    const id = await ordered()
    const [first, second] = await Promise.all([
      rectified(id, { key: `k-${id}` }),
      rectified(id, { key: `k-${id}` }),
    ])
    await renewed(id)
    expect([second, await rectified(id, { key: `k-${id}` })]).toEqual([first, first])
    expect(await times(id, 'report-rectified')).toBe(1)
  })

  test('reporting the rectification stops the escalation policy; what was shown stays', async () => {
    const id = await ordered()
    await stage.moveTo(id, escalationPolicy[1][1])
    await rectified(id)
    await stage.moveTo(id, '2026-06-01T01:00:00.000Z')
    expect(await firedIn(id)).toEqual(
      escalationPolicy.slice(0, 2).map(([name, instant]) => `${name} ${instant}`),
    )
    expect(await supervision(id)).toContain('supervision.red')
    expect([await recipientsOf(id, 'city'), await recipientsOf(id, 'province')]).toEqual([[], []])
  })

  test('a failed re-check starts a new period with an escalation policy of its own', async () => {
    const id = await ordered()
    await rectified(id)
    await stage.act(id, 'wu', 're-check-failed', { reasons: '仍有泄漏', dueDate: '2026-03-24' })
    await stage.moveTo(id, '2026-03-23T01:00:00.000Z')
    expect(await firedIn(id)).toEqual([])
    await stage.moveTo(id, '2026-03-25T17:00:00.000Z')
    expect(await firedIn(id)).toEqual([
      'overdue 2026-03-24T16:00:00.000Z',
      'red 2026-03-25T16:00:00.000Z',
    ])
    const periods = (await stage.record(id)).obligations.filter(
      ({ clock }) => clock === 'rectification',
    )
    expect(periods.map(({ due, status }) => `${due} ${status}`)).toEqual([
      '2026-03-10 met',
      '2026-03-24 overdue',
    ])
  })

  test('an acknowledgement stands on the levels told so far and on no later one', async () => {
    const id = await ordered()
    await stage.moveTo(id, '2026-03-12T01:00:00.000Z')
    await stage.act(id, 'chen', 'acknowledge', { measures: '已约谈' })
    await stage.moveTo(id, escalationPolicy[2][1])
    const rows = await stage.db
      .select()
      .from(escalationLevels)
      .where(eq(escalationLevels.caseId, id))
    const acknowledged = rows
      .filter(({ acknowledgedAt }) => acknowledgedAt !== null)
      .map(({ escalationLevel }) => escalationLevel)
    expect(acknowledged.sort()).toEqual(['overdue', 'red'])
  })

  test('a closed case ends its workflow; reopened it lives on under a second one, on the same chain', async () => {
    const id = await ordered()
    await closed(id)
    await expect.poll(() => statusOf(id)).toBe('COMPLETED')
    const commandId = await stage.store(id, 'chen', 'reopen', { reason: '复发' })
    const reply = await stage.performer.act({
      caseId: id,
      process: 'hazard-rectification',
      commandId,
    })
    expect(reply).toMatchObject({ revision: expect.any(Number) })
    await expect
      .poll(async () => [await statusOf(id), await statusOf(id, 2)])
      .toEqual(['COMPLETED', 'RUNNING'])
    await stage.act(id, 'lin', 'verify', { grade: 'general', findings: '属实' })
    const record = await stage.record(id)
    const facts = await factsOf(id)
    expect(verifyChain(facts, { facts: record.facts, head: record.headHash })).toMatchObject({
      valid: true,
      checked: facts.length,
    })
    expect([
      record.status,
      record.generation,
      new Set(facts.map(({ generation }) => generation)),
    ]).toEqual(['open', 2, new Set([1, 2])])
  })

  test('while the database is away nobody knows; under the same key the act is done once it is back', async () => {
    const id = await ordered()
    outside.database = false
    await expect(rectified(id, { key: `away-${id}` })).rejects.toMatchObject({
      code: 'unavailable',
    })
    outside.database = true
    const { revision } = await rectified(id, { key: `away-${id}` })
    await renewed(id)
    expect(await rectified(id, { key: `away-${id}` })).toMatchObject({ revision })
    expect([await times(id, 'report-rectified'), await statusOf(id)]).toEqual([1, 'RUNNING'])
  })

  test('an observation that comes while the case moves to a new run is not lost', async () => {
    let deliver: () => void = () => undefined
    outside.mail = new Promise((resolve) => {
      deliver = resolve
    })
    const id = await ordered()
    const run = await runOf(id)
    await renew(id)
    const commandId = await stage.store(id, 'mao', 'report-rectified', { description: '已更换' })
    await stage.temporal.workflow
      .getHandle(workflowIdFor(id, 1))
      .signal(observeSignal, { commandId })
    await new Promise((resolve) => setTimeout(resolve, 300))
    deliver()
    await expect.poll(() => runOf(id), { timeout: 30_000 }).not.toBe(run)
    await expect.poll(() => times(id, 'report-rectified'), { timeout: 30_000 }).toBe(1)
  })
})
