// Which periods with which levels are there in these tests?
import type { CaseRecord, EscalationLevelState, Obligation } from '../../domain/model/record.ts'
import { actor } from '../support/people/cast.ts'
import { levelOf, periodOf } from '../support/periods-made-up.ts'
import { counter } from '../support/processes/counter.ts'
import { at } from '../support/tasks-made-up.ts'
import { opened } from '../support/walks/walk.ts'

export const { record } = opened(
  counter,
  actor('lin'),
  { region: '330802', date: '2026-03-10' },
  at,
)
export const due = '2026-03-10T16:00:00.000Z'
export const hour = 3_600_000
export const level = (
  name: string,
  plannedAt: string,
  more: Partial<EscalationLevelState> = {},
) => ({
  ...levelOf(name, 'planned'),
  plannedAt,
  ...more,
})
export const period = (...escalationLevels: EscalationLevelState[]): Obligation =>
  periodOf('count', { id: 'count:9', escalationLevels })
export const withPeriods = (...obligations: Obligation[]): CaseRecord => ({
  ...record,
  obligations,
})
