// With which periods are the tests of obligations done?
import { followFact } from '../../domain/engine/clocks/obligations.ts'
import type { ClockDefinition, ProcessDefinition } from '../../domain/model/process.ts'
import type { CaseRecord, Obligation } from '../../domain/model/record.ts'
import { actor } from '../support/people/cast.ts'
import { periodOf } from '../support/periods-made-up.ts'
import { counter } from '../support/processes/counter.ts'
import { at } from '../support/tasks-made-up.ts'
import { decisionContextAt, opened } from '../support/walks/walk.ts'

export const { record } = opened(
  counter,
  actor('lin'),
  { region: '330802', date: '2026-03-10' },
  at,
)
export const [like] = counter.clocks as [ClockDefinition]
export const later = '2026-03-05T01:00:00.000Z'
export const context = decisionContextAt(later)
export const of = (clock: Partial<ClockDefinition>): ProcessDefinition => ({
  ...counter,
  clocks: [{ ...like, startsOn: [], endsOn: [], ...clock }],
})
export const ruled = { due: { rule: 'hazchem-licence.review' } } as const
export const follow = (
  process: ProcessDefinition,
  type: string,
  data: Record<string, unknown>,
  obligations: Obligation[],
  more: Partial<CaseRecord> = {},
) =>
  followFact(
    process,
    { ...record, ...more, obligations },
    { type, at: later, seq: 7, data },
    context,
  )

export const dated = periodOf('count', { dateData: { date: '2026-03-20' } })
