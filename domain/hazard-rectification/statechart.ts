// Which states does a hazard go through, and what leads from one to the next?
import { setup } from 'xstate'
import { type StateNameOf, toGuards } from '../model/chart.ts'
import type { CaseEvent, TaskMeta } from '../model/process.ts'
import * as note from './context.ts'
import { extensionInTime } from './extension.ts'
import { type HandlingEnded, id } from './regions/ends.ts'
import { force, measures } from './regions/force.ts'
import { handling } from './regions/handling.ts'
import { filing, listing } from './regions/listing.ts'
import { instruction, reporter, supervision } from './regions/supervision.ts'
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
  | 'record-closure'
  | 'answer-instruction'
  | 'answer-reporter'
  | 'acknowledge-red'
  | 'acknowledge-city'
  | 'acknowledge-province'

/** The closed list of events; what is declared about each is in the files that process.ts names. */
export type HazardEventType =
  | 'verify'
  | 'reject'
  | 'withdraw'
  | 'join'
  | 'hand-over'
  | 'take-measures'
  | 'file-plan'
  | 'approve-plan'
  | 'list-hazard'
  | 'decline-listing'
  | 'issue-order'
  | 'serve'
  | 'report-progress'
  | 'request-extension'
  | 'grant-extension'
  | 'refuse-extension'
  | 'report-rectified'
  | 'apply-acceptance'
  | 're-check-passed'
  | 're-check-failed'
  | 'approve-resume'
  | 'write-off'
  | 'de-list'
  | 'publish-listing'
  | 'publish-delisting'
  | 'file-listing'
  | 'confirm-measures'
  | 'revoke-measures'
  | 'lift-measures'
  | 'declare-refusal'
  | 'dismiss-refusal'
  | 'order-stop'
  | 'notify-power-cut'
  | 'cut-power'
  | 'restore-power'
  | 'lift-stop'
  | 'propose-closure'
  | 'record-closure'
  | 'decline-closure'
  | 'refer-enforcement'
  | 'instruct'
  | 'answer-instruction'
  | 'answer-reporter'
  | 'rectification-overdue'
  | 'supervise-red'
  | 'supervise-city'
  | 'supervise-province'
  | 'raise-supervision'
  | 'acknowledge'

type ChartEvent = Omit<CaseEvent, 'type'> & { type: HazardEventType | 'return' | HandlingEnded }

const types = {} as { context: note.HazardContext; events: ChartEvent; input: CaseEvent; meta: TaskMeta & { task: HazardTask } }
const { assign } = setup({ types })

export const machine = setup({
  types,
  guards: toGuards(rules),
  actions: {
    noteVerified: assign(note.verified),
    noteMeasures: assign(note.measured),
    noteUnmeasured: assign(note.unmeasured),
    noteOrder: assign(note.ordered),
    noteListed: assign(note.listed),
    noteServed: assign(note.served),
    noteRectified: assign(note.rectified),
    noteRechecked: assign(note.rechecked),
    noteFailed: assign(note.failed),
    noteExtended: assign(note.extended),
    noteOutside: assign(({ context, event }) => ({
      extensionOutside: extensionInTime({ context, event: event as CaseEvent }) !== true,
    })),
    noteAnswered: assign({ extensionOutside: false }),
    noteOverdue: assign({ overdue: true }),
    notePowerNotice: assign(note.powerNoticed),
    noteClosure: assign({ closureProposed: true }),
    noteNoClosure: assign({ closureProposed: false }),
  },
}).createMachine({
  id,
  type: 'parallel',
  context: ({ input }) => note.opening(input),
  states: { handling, supervision, listing, filing, measures, force, instruction, reporter },
})

export type HazardState = StateNameOf<typeof machine>
