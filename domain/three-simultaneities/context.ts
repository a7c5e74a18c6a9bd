// What does the chart remember of a project, beside what it remembers of any application, so that its rules and clocks can judge?

import { type Application, applicationNotes, received, regionIn } from '../licensing/context.ts'
import { type Hearing, hearingNotes, noHearing } from '../licensing/hearing-rules.ts'
import { alone, type Joint, jointNotes } from '../licensing/joint-rules.ts'
import type { CorrectedContext } from '../model/decision-context.ts'
import { stringIn } from '../model/event-reading.ts'
import type { CaseEvent } from '../model/process.ts'
import { civilDate } from '../time/instant.ts'
import { necessaryPapers } from './applications.ts'
import { proposedFor } from './jurisdiction.ts'
import { type Kind, kindOf } from './kinds.ts'
import type { Phase } from './regions/phase.ts'

export type ProjectContext = Application &
  Hearing &
  Joint & {
    kind: Kind
    phase: Phase | null
    /** The day of the application itself, which a supplement does not move. */
    appliedOn: string | null
    /** The opinion on the safety conditions: its day, and whether its validity has run out. */
    opinionOn: string | null
    opinionExpired: boolean
    /** The day on which the design by which construction began, or may begin, was approved. */
    designOn: string | null
    startedOn: string | null
    /** Absent from cases that were being built before it was asked for. */
    finishedOn?: string | null
    trialFiled: boolean
    trialFrom: string | null
    /** Of the trial run that has passed. */
    trialEndedOn: string | null
    /** The day of the trial run or acceptance that has failed last: what is finished and tried again comes after it. */
    failedOn: string | null
    /** How it ended; null while it goes on. */
    ended: 'in-use' | 'abandoned' | 'annulled' | null
  }

type Note = (input: {
  context: ProjectContext
  event: Omit<CaseEvent, 'type'>
}) => Partial<ProjectContext>

/** The context of a new case. XState also calls this without input, so it takes whatever comes. */
export const opening = (registration: CaseEvent | undefined): ProjectContext => {
  const county = regionIn(registration)
  const { kind, grounds } = registration?.data ?? {}
  return {
    kind: kindOf(kind),
    county,
    authority: county && proposedFor(county, kind, grounds).region,
    phase: null,
    appliedOn: null,
    ...received(null),
    ...noHearing,
    ...alone,
    opinionOn: null,
    opinionExpired: false,
    designOn: null,
    startedOn: null,
    finishedOn: null,
    trialFiled: false,
    trialFrom: null,
    trialEndedOn: null,
    failedOn: null,
    ended: null,
    barred: null,
  }
}

/** Every application is received, reviewed and decided on by itself. */
const applied =
  (phase: Phase): Note =>
  ({ context, event }) => ({
    phase,
    appliedOn: civilDate(event.at),
    ...received(civilDate(event.at), necessaryPapers(phase, context)),
    ...noHearing,
    ...alone,
  })

/** What has failed is built, tried and accepted anew: of the round before only the day of its failure counts. */
const failed =
  (field: 'endedOn' | 'acceptedOn'): Note =>
  ({ event }) => ({
    failedOn: stringIn(event, field) ?? civilDate(event.at),
    finishedOn: null,
    trialFrom: null,
    trialEndedOn: null,
  })

/** What each act leaves behind, by the names of the chart. */
export const notes = {
  ...applicationNotes,
  ...hearingNotes,
  ...jointNotes,
  noteConditionsApplied: applied('conditions'),
  noteDesignApplied: applied('design'),
  noteChangeApplied: applied('change'),
  noteCompletionApplied: applied('completion'),
  /** Nothing of an application that was withdrawn or refused acceptance goes on. */
  noteLeftOff: () => ({ ...noHearing, ...alone }),
  noteOpinion: ({ event }) => ({ opinionOn: civilDate(event.at), opinionExpired: false }),
  noteOpinionExpired: () => ({ opinionExpired: true }),
  noteOpinionKept: () => ({ opinionExpired: false }),
  noteOpinionVoid: () => ({
    opinionOn: null,
    opinionExpired: false,
    designOn: null,
    ...noHearing,
    ...alone,
  }),
  /** Once it is being built a changed design says nothing of the day on which that might begin. */
  noteDesign: ({ context, event }) =>
    context.startedOn === null ? { designOn: civilDate(event.at) } : {},
  noteBegun: ({ event }) => ({ startedOn: stringIn(event, 'startedOn') ?? civilDate(event.at) }),
  /** Left open it is not known: the day of the report is not the day on which construction ended. */
  noteFinished: ({ event }) => ({ finishedOn: stringIn(event, 'finishedOn') }),
  noteTrialFiled: () => ({ trialFiled: true }),
  noteTrial: ({ event }) => ({ trialFrom: stringIn(event, 'from') ?? civilDate(event.at) }),
  noteTrialEnded: ({ event }) => ({
    trialEndedOn: stringIn(event, 'endedOn') ?? civilDate(event.at),
  }),
  noteTrialFailed: failed('endedOn'),
  noteAcceptanceFailed: failed('acceptedOn'),
  noteInUse: () => ({ ended: 'in-use' }),
  noteAbandoned: () => ({ ended: 'abandoned' }),
  noteAnnulled: () => ({ ended: 'annulled' }),
  noteBarEnded: () => ({ barred: null }),
} satisfies Record<string, Note>

/** 重新办理: it goes on as it was; a bar has run out before a case is closed. */
export const reopened = (context: Record<string, unknown>) => ({
  ...context,
  ended: null,
  barred: null,
})

type KeptDay = { field: string; kept: (is: Record<string, unknown>) => string }

/** The day that a report of the works or the notice of a hearing gives, or the service of its notice, and under which name the chart keeps it. */
const keptDays = new Map<string, KeptDay>([
  ['begin-construction', { field: 'startedOn', kept: () => 'startedOn' }],
  ['finish-construction', { field: 'finishedOn', kept: () => 'finishedOn' }],
  ['begin-trial', { field: 'from', kept: () => 'trialFrom' }],
  [
    'end-trial',
    {
      field: 'endedOn',
      kept: ({ result }) => (result === 'failed' ? 'failedOn' : 'trialEndedOn'),
    },
  ],
  ['acceptance-failed', { field: 'acceptedOn', kept: () => 'failedOn' }],
  ['notify-hearing', { field: 'heldOn', kept: () => 'heldOn' }],
  ['serve-hearing-notice', { field: 'servedOn', kept: () => 'noticeServedOn' }],
])

/** 更正: the day on which construction began or ended, the trial run began or ended, an acceptance failed, a hearing is held or its notice was served. */
export const corrected: CorrectedContext = (_record, { type, is }) => {
  const day = keptDays.get(type)
  const corrected = day && stringIn({ data: is }, day.field)
  return day && corrected ? { [day.kept(is)]: corrected } : {}
}
