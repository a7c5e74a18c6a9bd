// Which states did an application and its licence go through under the first chart, which open cases may still stand on?
import { setup } from 'xstate'
import { toGuards } from '../case/chart.ts'
import type { CaseEvent, TaskMeta } from '../case/process.ts'
import * as of from '../licensing/context.ts'
import { decidedByAnother } from '../licensing/rules.ts'
import * as note from './context.ts'
import { bar } from './regions/bar.ts'
import { type HandlingEnded, id } from './regions/ends.ts'
import { handling } from './regions/handling@1.ts'
import { rules } from './rules.ts'
import type { LicenceEventType, LicenceTask } from './statechart.ts'

/** The events of this chart; what is declared about each is that of the present one. */
export const eventsOf1 = [
  ...['accept', 'deem-accepted', 'require-supplement', 'supplement', 'refuse-acceptance', 'correct-jurisdiction', 'withdraw'],
  ...['begin-site-check', 'waive-site-check', 'site-check-passed', 'site-check-failed', 'site-check-rework', 'report-rework'],
  ...['begin-expert-review', 'end-expert-review', 'extend-review', 'submit-opinion', 'endorse', 'grant', 'refuse', 'deem-renewed'],
  ...['serve-refusal', 'issue-licence', 'serve-licence', 'note-change', 'note-filing', 'note-renewal', 'note-renewed'],
  ...['licence-expired', 'cancel-licence', 'revoke-licence', 'annul-licence', 'replace-licence', 'bar-ended'],
] as const satisfies LicenceEventType[]
type EventType = (typeof eventsOf1)[number]

/** Those of the present chart, and the one that it has put together with another. */
export const rules1 = { ...rules, decidedByAnother }

type ChartEvent = Omit<CaseEvent, 'type'> & { type: EventType | 'return' | HandlingEnded }

const types = {} as { context: note.LicenceContext; events: ChartEvent; input: CaseEvent; meta: TaskMeta & { task: LicenceTask } }
const { assign } = setup({ types })

export const machine1 = setup({
  types,
  guards: toGuards(rules1),
  actions: {
    noteAccepted: assign(of.accepted),
    noteDeemedAccepted: assign(of.deemedAccepted),
    noteAuthority: assign(of.authority),
    noteAsked: assign(of.asked),
    noteSupplemented: assign(of.supplemented),
    noteVisited: assign({ visited: true }),
    noteReviewers: assign(of.reviewed),
    noteEndorser: assign(of.endorsed),
    noteExtended: assign({ extended: true }),
    noteDecided: assign(of.decided),
    noteDeemedRenewed: assign(note.deemedRenewed),
    noteIssued: assign(note.issued),
    noteChange: assign(note.changed),
    noteFalse: assign(of.falseMaterial),
    noteFraud: assign(of.fraud),
  },
}).createMachine({
  id,
  type: 'parallel',
  context: ({ input }) => note.opening(input),
  states: { handling, bar },
})
