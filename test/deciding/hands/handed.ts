// Whose hands stand under which proposal in these tests?
import { decide } from '../../../domain/engine/decide.ts'
import type { Command } from '../../../domain/model/command.ts'
import type { DecisionContext } from '../../../domain/model/decision-context.ts'
import type { ProcessDefinition } from '../../../domain/model/process.ts'
import type { CaseRecord, OpenTask } from '../../../domain/model/record.ts'
import type { Actor } from '../../../domain/organisation/actor.ts'
import { actor } from '../../support/people/cast.ts'
import { counters } from '../../support/processes/counter.ts'
import { signedBy } from '../../support/processes/task-operations.ts'
import { at } from '../../support/tasks-made-up.ts'
import { decisionContextAt, opened } from '../../support/walks/walk.ts'

export const [lin, wu, chen, _fang, ji] = [
  actor('lin'),
  actor('wu'),
  actor('chen'),
  actor('fang'),
  actor('ji'),
]
export const later = '2026-03-03T01:00:00.000Z'
export const process = signedBy({ mode: 'all', need: 2 }, counters)
export const { record: started } = opened(
  process,
  lin,
  { region: '330802', date: '2026-03-10' },
  at,
)
export const id = 'c-1:check:1'
export const command = (by: Actor, type: string, data: Record<string, unknown> = {}): Command => ({
  type,
  data,
  taskId: null,
  by,
  ifMatch: null,
  occurredAt: later,
})
export const acted = (
  of: CaseRecord,
  by: Actor,
  type: string,
  data: Record<string, unknown> = {},
  on: ProcessDefinition = process,
  more: Partial<DecisionContext> = {},
) =>
  decide(on, of, command(by, type, data), {
    ...decisionContextAt('2026-03-03T02:00:00.000Z'),
    ...more,
  })
export const yes = { outcome: 'yes' }
export const taskIn = (of: CaseRecord) => of.openTasks[id] as OpenTask
export const withTask = (more: Partial<OpenTask>, of = started): CaseRecord => ({
  ...of,
  openTasks: { [id]: { ...taskIn(of), ...more } },
})
