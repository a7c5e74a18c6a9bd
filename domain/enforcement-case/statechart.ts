// Which states does an enforcement case go through, and what leads from one to the next?
import { setup } from 'xstate'
import { type StateNameOf, toActions, toGuards } from '../model/chart.ts'
import type { CaseEvent, TaskMeta } from '../model/process.ts'
import type { EnforcementCaseEventType } from './acts.ts'
import { type EnforcementContext, opening } from './memory/context.ts'
import { notes } from './notes.ts'
import { compulsion } from './regions/compulsion.ts'
import { type HandlingEnded, id } from './regions/ends.ts'
import { handling } from './regions/handling.ts'
import { cash, reporting } from './regions/on-the-spot.ts'
import { payment } from './regions/payment.ts'
import { publication } from './regions/publication.ts'
import { remedy } from './regions/remedy.ts'
import { rules } from './rules.ts'

/** The closed list of tasks; the chart says which state asks for which. */
export type EnforcementCaseTask =
  | 'approve-filing'
  | 'investigate'
  | 'review-report'
  | 'decide-exit'
  | 'hand-over-police'
  | 'await-police'
  | 'answer-police-refusal'
  | 'await-reconsideration'
  | 'await-supervision'
  | 'await-criminal-outcome'
  | 'approve-transfer-closing'
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
  | 'tell-party'
  | 'punish-on-the-spot'
  | 'report-on-the-spot'
  | 'hand-in-cash'
  | 'remit-cash'
  | 'issue-demand'
  | 'serve-demand'
  | 'answer-demand'
  | 'apply-court'
  | 'apply-late'
  | 'record-acceptance'
  | 'record-ruling'
  | 'decide-termination'
  | 'file-answer'
  | 'record-outcome'
  | 'withdraw-publication'
  | 'record-refund'

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
  states: { handling, remedy, payment, compulsion, publication, reporting, cash },
})

export type EnforcementCaseState = StateNameOf<typeof machine>
