// Does a refusal found by two officers open its case of a daily fine once, on the real engine, and is that carried to its end?
import { expect, test } from 'vitest'
import { onPenaltyStage } from '../penalty-stage.ts'
import { day, decided, matter, sample } from '../samples.ts'
import { recheckedOn } from './correction-samples.ts'

const { stage, begun, does, where, recipientsOf, statusOf } = onPenaltyStage()

test('a refusal opens a case of its own; it is told, decided, served, paid and closed, and both know each other', async () => {
  const first = await begun(matter, day, ...decided, ['lin', 'order-correction'])
  await does(first, ['until', '2026-03-09'])
  await expect.poll(() => recipientsOf(first, 'correction-over')).toContain('lin')
  const { openTasks } = await stage().record(first)
  const task = Object.values(openTasks).find(({ task }) => task === 're-check-correction')
  const options = { taskId: task?.id ?? '' }
  await stage().act(first, 'lin', 'correction-refused', recheckedOn('2026-03-09'), options)
  await stage().act(first, 'wu', 'sign', {}, options)

  const links = async () => (await stage().record(first)).links ?? []
  await expect
    .poll(async () => (await links()).map(({ status }) => status), { timeout: 30_000 })
    .toEqual(['started'])
  const [{ id = '' } = {}] = await links()
  const opened = await stage().record(id)
  expect(opened.opener).toEqual({ process: 'enforcement-case', id: first })
  expect(opened).toMatchObject({ owner: matter.enterprise, status: 'open' })
  expect(opened.snapshot.context.daily).toEqual({
    of: first,
    number: (await stage().record(first)).number,
    fine: 20_000,
    ordered: day,
    until: '2026-03-09',
  })

  const on = '2026-03-09'
  const sum = 140_000
  const service = { ...sample('serve-notice'), servedOn: on }
  await does(
    id,
    ['gao', 'approve-filing'],
    [
      'lin',
      'conclude-investigation',
      { ...sample('conclude-investigation'), actEnded: on, penalties: ['fine'], fine: sum },
    ],
    ['wu', 'sign'],
    ['chen', 'approve-report'],
    ['lin', 'notify-penalty'],
    ['lin', 'serve-notice', service],
    ['until', '2026-03-17'],
  )
  await expect.poll(() => where(id)).toContain('handling.weighing|')
  const later = { ...service, servedOn: '2026-03-17' }
  await does(
    id,
    ['lin', 'weigh-defence'],
    ['gao', 'record-discussion'],
    ['gao', 'decide-penalty', { ...sample('decide-penalty'), fine: sum }],
    ['lin', 'serve-decision', later],
    ['chen', 'publish-penalty'],
    ['lin', 'record-payment', { amount: sum, paidOn: '2026-03-17', receipt: '票7' }],
    ['lin', 'propose-closing'],
    ['gao', 'approve-closing'],
  )
  expect((await stage().record(id)).status).toBe('closed')
  await expect.poll(() => statusOf(id)).toBe('COMPLETED')
})
