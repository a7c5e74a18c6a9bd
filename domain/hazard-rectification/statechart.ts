// Which states does a hazard go through, and what leads from one to the next?
import { setup } from 'xstate'
import { type StateNameOf, toActions, toGuards } from '../model/chart.ts'
import type { CaseEvent, TaskMeta } from '../model/process.ts'
import type { HazardEventType } from './acts.ts'
import { type HazardContext, opening } from './memory/context.ts'
import { notes } from './memory/notes.ts'
import { type HandlingEnded, id } from './regions/ends.ts'
import { force, measures } from './regions/force.ts'
import { handling } from './regions/handling.ts'
import { filing, listing } from './regions/listing.ts'
import { instruction, reporter, supervision } from './regions/supervision.ts'
import { supply } from './regions/supply.ts'
import { rules } from './rules.ts'

/** The closed list of tasks; the chart says which state asks for which. */
export type HazardTask =
  | 'verify'
  | 'take-measures'
  | 'file-plan'
  | 'review-plan'
  | 'list'
  | 'order'
  | 'serve'
  | 'rectify'
  | 'decide-extension'
  | 're-check-expired'
  | 're-check'
  | 'approve-resume'
  | 'write-off'
  | 'de-list'
  | 'publish-listing'
  | 'publish-delisting'
  | 'file-listing'
  | 'confirm-measures'
  | 'decide-force'
  | 'cut-power'
  | 'restore-power'
  | 'record-closure'
  | 'answer-instruction'
  | 'answer-reporter'
  | 'acknowledge-red'
  | 'acknowledge-city'
  | 'acknowledge-province'

type ChartEvent = Omit<CaseEvent, 'type'> & { type: HazardEventType | 'return' | HandlingEnded }

const types = {} as {
  context: HazardContext
  events: ChartEvent
  input: CaseEvent
  meta: TaskMeta & { task: HazardTask }
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
  states: {
    handling,
    supervision,
    listing,
    filing,
    measures,
    force,
    supply,
    instruction,
    reporter,
  },
})

export type HazardState = StateNameOf<typeof machine>
