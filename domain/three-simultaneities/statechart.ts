// Which states does a construction project go through, and what leads from one to the next?
import { setup } from 'xstate'
import * as of from '../licensing/context.ts'
import * as hearings from '../licensing/hearing-rules.ts'
import * as joint from '../licensing/joint-rules.ts'
import { hearingRegion, jointRegion } from '../licensing/regions.ts'
import { type StateNameOf, toGuards } from '../model/chart.ts'
import type { CaseEvent, TaskMeta } from '../model/process.ts'
import * as note from './context.ts'
import { decisions, leavings, type ProjectEventType, type ProjectTask } from './events.ts'
import { bar } from './regions/bar.ts'
import { type HandlingEnded, handlingEnded, id } from './regions/ends.ts'
import { handling } from './regions/handling.ts'
import { opinion } from './regions/opinion.ts'
import { rules } from './rules.ts'

type ChartEvent = Omit<CaseEvent, 'type'> & { type: ProjectEventType | 'return' | HandlingEnded }

const types = {} as {
  context: note.ProjectContext
  events: ChartEvent
  input: CaseEvent
  meta: TaskMeta & { task: ProjectTask }
  tags: 'quiet'
}
const { assign } = setup({ types })

/** Whatever ends an application ends its hearing and its joint handling. */
const resets = {
  ...Object.fromEntries([...decisions, ...leavings].map((type) => [type, { target: '.none' as const }])),
  [handlingEnded]: { target: '.closed' as const },
}

export const machine = setup({
  types,
  guards: toGuards(rules),
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
    noteFalse: assign(of.falseMaterial),
    noteFraud: assign(of.fraud),
    noteConditionsApplied: assign(note.conditionsApplied),
    noteDesignApplied: assign(note.designApplied),
    noteChangeApplied: assign(note.changeApplied),
    noteCompletionApplied: assign(note.completionApplied),
    noteLeftOff: assign(note.leftOff),
    noteOpinion: assign(note.opinionGiven),
    noteOpinionExpired: assign(note.opinionExpired),
    noteOpinionKept: assign(note.opinionKept),
    noteOpinionVoid: assign(note.opinionVoid),
    noteDesign: assign(note.designApproved),
    noteBegun: assign(note.begun),
    noteFinished: assign(note.finished),
    noteTrialFiled: assign(note.trialFiled),
    noteTrial: assign(note.trialBegun),
    noteBarEnded: assign(note.barEnded),
    noteExperts: assign(hearings.expertsBegun),
    noteRework: assign(hearings.reworkBegun),
    noteGoesOn: assign(hearings.goesOn),
    noteHearingTold: assign(hearings.hearingTold),
    noteHearingAsked: assign(hearings.hearingAsked),
    noteHearingOver: assign(hearings.hearingOver),
    noteJoined: assign(joint.joined),
    noteAnswered: assign(joint.answered),
  },
}).createMachine({
  id,
  type: 'parallel',
  context: ({ input }) => note.opening(input),
  states: { handling, opinion, hearing: hearingRegion(resets), joint: jointRegion(resets), bar },
})

export type ProjectState = StateNameOf<typeof machine>
