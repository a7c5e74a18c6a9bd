// Does an enforcement stand still on the real engine, go on, and is it over by itself after three years?
import { expect, test } from 'vitest'
import type { Line } from '../../support/processes/lines.ts'
import { onPenaltyStage } from '../penalty-stage.ts'
import { onTheSpot, sample, scene } from '../samples.ts'

const { stage, periodOf, begun, does, where, recipientsOf, statusOf } = onPenaltyStage()

test('a demand stands still and goes on; suspended for three years the fine is executed no more, and the case is closed', async () => {
  const id = await begun(scene, '2023-03-02', ...onTheSpot(), ['until', '2023-03-20'])
  await expect.poll(() => where(id)).toContain('compulsion.demanding')
  const served = { ...sample('serve-demand'), servedOn: '2023-03-20' }
  const suspend: Line = ['gao', 'suspend-enforcement']
  await does(id, ['lin', 'issue-demand'], ['lin', 'serve-demand', served], suspend)
  await does(id, ['until', '2023-05-10'])
  expect((await periodOf(id, 'demand'))?.status).toBe('paused')
  expect(await where(id)).toContain('compulsion.demanded')
  await does(id, ['gao', 'resume-enforcement'])
  expect(await periodOf(id, 'demand')).toMatchObject({ status: 'running', due: '2023-05-24' })
  await does(id, ['until', '2023-05-25'])
  await expect.poll(() => where(id)).toContain('compulsion.applying')

  await does(id, suspend)
  expect((await periodOf(id, 'suspension-max'))?.due).toBe('2026-05-25')
  await does(id, ['until', '2026-05-26'])
  await expect.poll(() => recipientsOf(id, 'suspended-for-good')).toContain('mao')
  expect((await stage().record(id)).snapshot.context.suspensionOver).toBe(true)
  await does(
    id,
    ['lin', 'propose-termination', { ground: 'suspended', findings: '三年无履行能力' }],
    ['gao', 'terminate-enforcement'],
    ['chen', 'publish-penalty'],
    ['lin', 'report-on-the-spot'],
    ['lin', 'propose-closing'],
    ['gao', 'approve-closing'],
  )
  expect((await stage().record(id)).status).toBe('closed')
  await expect.poll(() => statusOf(id)).toBe('COMPLETED')
})
