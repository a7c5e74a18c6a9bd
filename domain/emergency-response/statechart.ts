// Which states does an emergency go through, and what leads from one to the next?
import { setup } from 'xstate'
import { type StateNameOf, toActions, toGuards } from '../model/chart.ts'
import type { CaseEvent, TaskMeta } from '../model/process.ts'
import type { EmergencyEventType } from './acts.ts'
import { type EmergencyContext, opening } from './context.ts'
import { notes } from './notes.ts'
import { casualties } from './regions/casualties.ts'
import { copies } from './regions/copies.ts'
import { id } from './regions/ends.ts'
import { investigation } from './regions/investigation.ts'
import { lift } from './regions/lift.ts'
import { receipt } from './regions/receipt.ts'
import { reporting } from './regions/reporting.ts'
import { response } from './regions/response.ts'
import { rules } from './rules.ts'

/** The closed list of tasks; the chart says which state asks for which. */
export type EmergencyTask =
  | 'verify'
  | 'grade'
  | 'free-passengers'
  | 'count-again'
  | 'command'
  | 'settle'
  | 'report-first'
  | 'report-further'
  | 'receive-report'
  | 'receive-copy'
  | 'decide-investigation'
  | 'investigate'
  | 'reply'
  | 'evaluate'
  | 'evaluate-drill'
  | 'improve'

type ChartEvent = Omit<CaseEvent, 'type'> & { type: EmergencyEventType }

const types = {} as {
  context: EmergencyContext
  events: ChartEvent
  input: CaseEvent
  meta: TaskMeta & { task: EmergencyTask }
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
  states: { response, lift, casualties, reporting, receipt, copies, investigation },
})

export type EmergencyState = StateNameOf<typeof machine>
