// Which states do an application and its licence go through, and what leads from one to the next?
import { setup } from 'xstate'
import * as of from '../licensing/context.ts'
import type { BesideEventType, BesideTask, IntakeEventType, LicensingTask, ReviewEventType } from '../licensing/course.ts'
import * as hearings from '../licensing/hearing-rules.ts'
import * as joint from '../licensing/joint-rules.ts'
import { hearingRegion, jointRegion } from '../licensing/regions.ts'
import { type StateNameOf, toGuards } from '../model/chart.ts'
import type { CaseEvent, TaskMeta } from '../model/process.ts'
import * as note from './context.ts'
import { bar } from './regions/bar.ts'
import { applicationEnds, type HandlingEnded, handlingEnded, id } from './regions/ends.ts'
import { handling } from './regions/handling.ts'
import { rules } from './rules.ts'

/** The closed list of tasks; the chart says which state asks for which. */
export type LicenceTask = LicensingTask | BesideTask | 'serve-refusal' | 'issue' | 'serve' | 'file-change'

/** The closed list of events; what is declared about each is in the files that process.ts names. */
export type LicenceEventType =
  | IntakeEventType
  | ReviewEventType
  | BesideEventType
  | 'grant'
  | 'refuse'
  | 'deem-renewed'
  | 'serve-refusal'
  | 'issue-licence'
  | 'serve-licence'
  | 'note-change'
  | 'note-filing'
  | 'note-renewal'
  | 'note-renewed'
  | 'licence-expired'
  | 'cancel-licence'
  | 'revoke-licence'
  | 'annul-licence'
  | 'replace-licence'
  | 'bar-ended'

type ChartEvent = Omit<CaseEvent, 'type'> & { type: LicenceEventType | 'return' | HandlingEnded }

const types = {} as {
  context: note.LicenceContext
  events: ChartEvent
  input: CaseEvent
  meta: TaskMeta & { task: LicenceTask }
  tags: 'quiet'
}
const { assign } = setup({ types })

/** Whatever ends the application ends its hearing and its joint handling. */
const resets = {
  ...Object.fromEntries(applicationEnds.map((type) => [type, { target: '.none' as const }])),
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
    noteDeemedRenewed: assign(note.deemedRenewed),
    noteIssued: assign(note.issued),
    noteChange: assign(note.changed),
    noteFalse: assign(of.falseMaterial),
    noteFraud: assign(of.fraud),
    noteSiteCheck: assign(hearings.siteCheckBegun),
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
  states: { handling, hearing: hearingRegion(resets), joint: jointRegion(resets), bar },
})

export type LicenceState = StateNameOf<typeof machine>
