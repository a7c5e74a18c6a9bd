// With which commands are the verbs on a case tested?
import { decide } from '../../domain/engine/decide.ts'
import type { Command } from '../../domain/model/command.ts'
import type { DecisionContext } from '../../domain/model/decision-context.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import type { Person } from '../../domain/organisation/actor.ts'
import { actor } from '../support/people/cast.ts'
import { counter } from '../support/processes/counter.ts'
import { at } from '../support/tasks-made-up.ts'
import { decisionContextAt, opened } from '../support/walks/walk.ts'

export const [lin, wu, chen, gao] = [actor('lin'), actor('wu'), actor('chen'), actor('gao')]
export const later = '2026-03-03T01:00:00.000Z'
export const { record: started } = opened(
  counter,
  lin,
  { region: '330802', date: '2026-03-10' },
  at,
)
export const command = (by: Person, type: string, data: Record<string, unknown> = {}): Command => ({
  type,
  data,
  taskId: null,
  by,
  ifMatch: null,
  occurredAt: later,
})
export const after = (
  of: CaseRecord,
  by: Person,
  type: string,
  data: Record<string, unknown> = {},
  more: Partial<DecisionContext> = {},
  process: ProcessDefinition = counter,
) => decide(process, of, command(by, type, data), { ...decisionContextAt(later), ...more })
export const because = { reason: '写错' }
