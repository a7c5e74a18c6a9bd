// Does the clock of each stage of an agreement run on the real engine, and does the enforcement go on where one is missed?
import { expect, test } from 'vitest'
import type { Line } from '../../support/processes/lines.ts'
import { untilIssued } from '../../support/servers/issued.ts'
import { onPenaltyStage } from '../penalty-stage.ts'
import { onTheSpot, sample, scene } from '../samples.ts'
import { concluded } from './agreement-samples.ts'

const { stage, periodOf, begun, does, where, recipientsOf } = onPenaltyStage()

const stages = [
  { until: '2026-04-30', fine: 400, surcharge: 300 },
  { until: '2026-05-29', fine: 600, surcharge: 200 },
]
const terms = {
  ...sample('propose-agreement'),
  stages,
  waived: 500,
}

/** What stands in the agreement that is open, by its task. */
const acts = async (id: string, who: string, type: string, data: object = sample(type) ?? {}) => {
  await untilIssued(stage().db, id)
  const tasks = Object.values((await stage().record(id)).openTasks)
  const task = tasks.find(({ item }) => item !== undefined)
  await stage().act(id, who, type, data as Record<string, unknown>, {
    ...(task ? { taskId: task.id } : {}),
  })
}
const stateOf = async (id: string) =>
  Object.values((await stage().record(id)).items ?? {}).map(({ snapshot }) => snapshot.value)

test('a stage is told of when its day is over; found broken, the court has its turn', async () => {
  const demanded: Line[] = [
    ['until', '2026-03-18'],
    ['lin', 'issue-demand'],
    ['lin', 'serve-demand'],
    ['until', '2026-04-02'],
  ]
  const id = await begun(scene, '2026-03-02', ...onTheSpot())
  await does(id, ...demanded, ['lin', 'propose-agreement', terms])
  await acts(id, 'gao', 'approve-agreement')
  await acts(id, 'lin', 'conclude-agreement', { ...concluded })
  expect((await periodOf(id, 'agreement-stage'))?.due).toBe('2026-04-30')
  await does(id, ['until', '2026-04-27'])
  await expect.poll(() => recipientsOf(id, 'warning')).toContain('mao')
  const paid = { amount: 400, surcharge: 300, paidOn: '2026-04-27', receipt: '票5' }
  await does(id, ['lin', 'record-instalment', paid])
  await acts(id, 'lin', 'confirm-stage')
  expect((await periodOf(id, 'agreement-stage'))?.due).toBe('2026-05-29')

  await does(id, ['until', '2026-05-30'])
  await expect.poll(() => stateOf(id)).toEqual(['overdue'])
  await expect.poll(() => recipientsOf(id, 'stage-over')).toContain('lin')
  await acts(id, 'lin', 'break-agreement')
  const { snapshot } = await stage().record(id)
  expect(snapshot.context).toMatchObject({ agreed: null, owed: 600, surchargePaid: 300 })
  await does(id, ['until', '2026-09-10'], ['gao', 'apply-court'])
  expect(await where(id)).toContain('compulsion.applied')
})
