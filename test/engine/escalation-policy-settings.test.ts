// Two orders under the clock laboratory: the one given before a setting keeps its escalation policy, the one given after climbs the new one.
import { and, eq, isNotNull } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPlannedEscalationLevels } from '../../db/daily/daily-reads.ts'
import { escalationLevels, notices, obligations } from '../../db/schema/cases/cases.ts'
import {
  escalationPolicyDecisions,
  escalationPolicyProposals,
} from '../../db/schema/change/escalation-policies.ts'
import { settingsOf } from '../../domain/engine/clocks/settings.ts'
import { clocks } from '../../domain/hazard-rectification/clocks.ts'
import { hazardRectification } from '../../domain/hazard-rectification/process.ts'
import { cityLeader } from '../../domain/hazard-rectification/regions/addresses.ts'
import { stateKey } from '../../domain/model/chart.ts'
import { groupsOfEscalationLevel } from '../../domain/views/reachability.ts'
import { reported } from '../hazard-rectification/samples.ts'
import { openStage, type Stage } from '../support/servers/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

const ordered = async (): Promise<string> => {
  const id = await stage.start('hazard-rectification', 'qi', reported)
  await stage.act(id, 'lin', 'verify', { grade: 'general', findings: '属实' })
  await stage.act(id, 'wu', 'sign')
  await stage.act(id, 'lin', 'issue-order', { dueDate: '2026-03-10', requirements: '更换' })
  return id
}

/** City on the second working day, province on the fourth; the city's leader hears of the former already. */
const approve = async (at: string) => {
  const clock = clocks.find((one) => one.clock === 'rectification')
  if (!clock) throw new Error('no clock')
  const before = settingsOf(clock)
  const wanted: Record<string, number> = { city: 2, province: 4 }
  const set = before.map((one) => ({
    escalationLevel: one.escalationLevel,
    n: wanted[one.escalationLevel] ?? one.n,
    notify: one.escalationLevel === 'city' ? [...one.notify, cityLeader] : one.notify,
  }))
  const what = {
    id: 'l1',
    bodyHash: '',
    process: 'hazard-rectification',
    clock: 'rectification',
    escalationLevels: set,
    base: null,
    before,
  }
  await stage.db.insert(escalationPolicyProposals).values({
    ...what,
    order: '试〔2026〕1号',
    reason: '',
    proposedBy: 'shi',
    proposedByName: '市领导',
    proposedAt: at,
  })
  await stage.db.insert(escalationPolicyDecisions).values({
    proposal: 'l1',
    proposedBy: 'shi',
    decision: 'approved',
    by: 'yu',
    byName: '余督办',
    at,
    reason: '',
  })
}

const fired = async (id: string) => {
  const rows = await stage.db
    .select()
    .from(escalationLevels)
    .where(and(eq(escalationLevels.caseId, id), isNotNull(escalationLevels.firedAt)))
  const climbed = rows.filter(
    ({ escalationLevel, obligation }) =>
      escalationLevel !== 'warning' && obligation.startsWith('rectification'),
  )
  return Object.fromEntries(
    climbed.map(({ escalationLevel, firedAt }) => [escalationLevel, firedAt]),
  )
}
const told = async (id: string, escalationLevel: string) => {
  const rows = await stage.db
    .select()
    .from(notices)
    .where(and(eq(notices.caseId, id), eq(notices.escalationLevel, escalationLevel)))
  return rows.map(({ person }) => person).sort()
}

test('a setting counts for orders given from then on, and for no other', async () => {
  await stage.clock.setNow('2026-03-02T01:00:00.000Z')
  const old = await ordered()
  await approve('2026-03-02T02:00:00.000Z')
  await stage.clock.setNow('2026-03-02T03:00:00.000Z')
  const fresh = await ordered()

  const due = await readPlannedEscalationLevels(stage.db, '2026-04-30T00:00:00.000Z')
  const cityGroups = (id: string) =>
    groupsOfEscalationLevel(
      hazardRectification,
      due.find(({ caseId, escalationLevel }) => caseId === id && escalationLevel === 'city')!,
    )
  expect([
    cityGroups(fresh).includes('330800-leadership/leader'),
    cityGroups(old).includes('330800-leadership/leader'),
  ]).toEqual([true, false])
  const kept = await stage.db
    .select()
    .from(obligations)
    .where(eq(obligations.clock, 'rectification'))
  expect(new Map(kept.map(({ caseId, escalationPolicy }) => [caseId, escalationPolicy]))).toEqual(
    new Map([
      [old, null],
      [fresh, 'l1'],
    ]),
  )

  for (const id of [old, fresh]) await stage.moveTo(id, '2026-03-13T01:00:00.000Z')
  expect(await fired(old)).toEqual({
    overdue: '2026-03-10T16:00:00.000Z',
    red: '2026-03-11T16:00:00.000Z',
  })
  expect(await fired(fresh)).toMatchObject({
    red: '2026-03-11T16:00:00.000Z',
    city: '2026-03-12T16:00:00.000Z',
  })
  expect(await told(fresh, 'city')).toEqual(['chen', 'fang', 'gao', 'shi', 'yu'])

  await stage.reproject(old)
  for (const id of [old, fresh]) await stage.moveTo(id, '2026-03-19T01:00:00.000Z')
  expect(await fired(old)).toMatchObject({ city: '2026-03-17T16:00:00.000Z' })
  expect(await fired(fresh)).toMatchObject({ province: '2026-03-16T16:00:00.000Z' })
  expect(await told(old, 'city')).toEqual(['chen', 'fang', 'gao', 'yu'])
  expect(stateKey((await stage.record(fresh)).snapshot.value)).toContain('province')
  expect(stateKey((await stage.record(old)).snapshot.value)).toContain('city')
})
