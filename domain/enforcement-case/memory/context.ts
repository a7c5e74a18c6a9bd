// What little does the chart remember of an enforcement case so that its rules can judge?
import { personIn, stringIn } from '../../model/event-reading.ts'
import type { CaseEvent, CorrectedContext, Rule } from '../../model/process.ts'
import { civilDate } from '../../time/instant.ts'
import type { PenaltyKind } from './kinds.ts'

/** Bounded JSON; everything else is in the case's facts. People are ids. */
export type EnforcementContext = {
  /** Who has proposed the filing; null: a leader's order in another case has given cause for it. */
  proposer: string | null
  enterprise: string | null
  individual: boolean
  discoveredOn: string | null
  investigators: string[]
  recused: string[]
  evidence: boolean
  /** What the report of the investigation has found: when the act ended, and what it weighs. */
  actEnded: string | null
  seriousHarm: boolean
  complex: boolean
  majorInterest: boolean
  /** 处罚法 33: minor, corrected in time, without harm. */
  spared: boolean
  punish: boolean
  /** What is to be notified, as the report proposes it. */
  fine: number
  penalties: PenaltyKind[]
  noticedOn: string | null
  noticeServedOn: string | null
  hearingOffered: boolean
  defended: boolean
  hearingHeld: boolean
  /** What the party has said was weighed, or nothing was said in time or it was done without in writing. */
  weighed: boolean
  reviewer: string | null
  discussed: boolean
  decidedOn: string | null
  decisionServedOn: string | null
  fined: boolean
  owed: number
  published: boolean
  closer: string | null
}

export type EnforcementRule = Rule<EnforcementContext>
export type EnforcementEvent = Omit<CaseEvent, 'type'>

/** Before anything of the kind was said: also after a new report, which is notified, heard and reviewed anew. */
export const unnoticed = {
  noticedOn: null,
  noticeServedOn: null,
  hearingOffered: false,
  defended: false,
  hearingHeld: false,
  weighed: false,
  reviewer: null,
  discussed: false,
} satisfies Partial<EnforcementContext>

/** The context of a new case. XState also calls this without input, so it takes whatever comes. */
export const opening = (event: CaseEvent | undefined): EnforcementContext => ({
  proposer: event && proposes(event) ? personIn(event) : null,
  enterprise: stringIn(event, 'enterprise'),
  individual: event?.data.partyKind === 'individual',
  discoveredOn: stringIn(event, 'discoveredOn') ?? (event ? civilDate(event.at) : null),
  investigators: [],
  recused: [],
  evidence: false,
  actEnded: null,
  seriousHarm: false,
  complex: false,
  majorInterest: false,
  spared: false,
  punish: false,
  fine: 0,
  penalties: [],
  ...unnoticed,
  decidedOn: null,
  decisionServedOn: null,
  fined: false,
  owed: 0,
  published: false,
  closer: null,
})

/** A leader whose order in another case has given cause for it has proposed nothing: he decides on it as he has begun. */
const proposes = ({ by }: CaseEvent): boolean =>
  by.kind === 'person' &&
  by.appointments.some(({ role }) => role === 'inspector' || role === 'section-chief')

const keptDates: Record<string, 'noticeServedOn' | 'decisionServedOn'> = {
  'serve-notice': 'noticeServedOn',
  'serve-decision': 'decisionServedOn',
}

/** 更正: the day of service from which a period runs. */
export const corrected: CorrectedContext = ({ snapshot }, { type, was, is }) => {
  const name = keptDates[type]
  return name && typeof is.servedOn === 'string' && snapshot.context[name] === was.servedOn
    ? { [name]: is.servedOn }
    : {}
}
