// Which states does an enforcement case go through, and what leads from one to the next?
import { setup } from 'xstate'
import { type StateNameOf, toActions, toGuards } from '../model/chart.ts'
import type { CaseEvent, TaskMeta } from '../model/process.ts'
import type { EnforcementCaseEventType } from './acts.ts'
import { type EnforcementContext, opening } from './memory/context.ts'
import { notes } from './notes.ts'
import { type HandlingEnded, id } from './regions/ends.ts'
import { handling } from './regions/handling.ts'
import { payment } from './regions/payment.ts'
import { publication } from './regions/publication.ts'
import { rules } from './rules.ts'

/** The closed list of tasks; the chart says which state asks for which. */
export type EnforcementCaseTask =
  | 'approve-filing'
  | 'investigate'
  | 'review-report'
  | 'decide-exit'
  | 'hand-over-police'
  | 'notify-penalty'
  | 'serve-notice'
  | 'state-defence'
  | 'notify-hearing'
  | 'hold-hearing'
  | 'weigh-defence'
  | 'legal-review'
  | 'discuss'
  | 'decide-penalty'
  | 'serve-decision'
  | 'record-performance'
  | 'pay-fine'
  | 'decide-deferral'
  | 'propose-closing'
  | 'approve-closing'
  | 'publish-penalty'

type ChartEvent = Omit<CaseEvent, 'type'> & {
  type: EnforcementCaseEventType | 'return' | HandlingEnded
}
const types = {} as {
  context: EnforcementContext
  events: ChartEvent
  input: CaseEvent
  meta: TaskMeta & { task: EnforcementCaseTask }
}
const { assign } = setup({ types })

export const machine = setup({
  types,
  guards: toGuards(rules),
  actions: toActions(assign, notes),
}).createMachine({
  id,
  type: 'parallel',
  context: ({ input }) => opening(input),
  states: { handling, payment, publication },
})

export type EnforcementCaseState = StateNameOf<typeof machine>
