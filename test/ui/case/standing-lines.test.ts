// Is the latest period of a kind found, however the clocks of a case are sorted?
import { expect, test } from 'vitest'
import type { ClockView } from '../../../domain/views/case-views.ts'
import { lastOf } from '../../../ui/record/standing-lines.ts'

const clock = (id: string, startedAt: string, now: boolean) =>
  ({ id, clock: 'report', startedAt, now }) as unknown as ClockView
const among = (...clocks: ClockView[]) =>
  lastOf({ region: { code: '330802', name: { zh: '', en: '' } }, clocks, facts: [] }, 'report')?.id

test('the one that runs now stands first in a case, and is the latest all the same', () => {
  const [first, second] = [
    clock('report:3', '2026-03-02T01:10:00.000Z', false),
    clock('report:12', '2026-03-02T03:16:00.000Z', true),
  ]
  expect([among(second, first), among(first, second)]).toEqual(['report:12', 'report:12'])
})

test('of two that began with the same act the running one counts', () => {
  const at = '2026-03-02T01:10:00.000Z'
  const [ended, runs] = [clock('a', at, false), clock('b', at, true)]
  expect([among(runs, ended), among(ended, runs)]).toEqual(['b', 'b'])
})
