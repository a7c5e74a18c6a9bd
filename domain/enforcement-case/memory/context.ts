// What little does the chart remember of an enforcement case so that its rules can judge?
import { personIn, stringIn } from '../../model/event-reading.ts'
import type { CaseEvent, Rule } from '../../model/process.ts'
import { civilDate } from '../../time/instant.ts'
import type { Agreed } from './agreed.ts'
import { type DailyBase, dailyIn } from './daily-base.ts'
import type { PenaltyKind } from './kinds.ts'
import type { PersonFine } from './person-fines.ts'
import { refiledIn } from './refiled.ts'
import type { PaidPart, Stay } from './surcharge.ts'
import type { WithPolice } from './with-police.ts'

/** `decidedOn` null: the party was let go; `proceeds`: what things confiscated from it were sold for, in yuan. */
export type PersonPenalty = {
  nth: number
  decidedOn: string | null
  servedOn: string | null
  confiscates: boolean
  proceeds?: number
}

/** Registered evidence and seized things are told apart; `nth`: of the measure. */
export type LapsedMeasure = { nth: number; seized: boolean; ground: string; things: string[] }

/** Bounded JSON; everything else is in the case's facts. People are ids. */
export type EnforcementContext = WithPolice & {
  /** Who has proposed the filing; null: a leader's order in another case has given cause for it. */
  proposer: string | null
  enterprise: string | null
  /** 当场处罚, until it goes over to the ordinary procedure. */
  onTheSpot: boolean
  /** 处罚法 52(3), 71: reported for the record; cash that has not reached the bank yet. */
  reported: boolean
  cashOpen: boolean
  cashHandedOn: string | null
  individual: boolean
  discoveredOn: string | null
  investigators: string[]
  recused: string[]
  /** A leader of the authority that has the case is among them; absent: none is. */
  leaderRecused?: boolean
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
  /** The day of which the party was told last. */
  hearingOn: string | null
  /** Who presides, by the last notice. */
  hearingChair: string | null
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
  /** The fine as it was decided or changed, what was paid of it on which days, and what was paid of its surcharge. */
  imposed: number
  paidParts: PaidPart[]
  surchargePaid: number
  /** 处罚法 72: what a fine that a change has left nothing of has cost and nobody has paid; absent: nothing. In yuan. */
  surchargeLeft?: number
  /** Until when it may be paid, by the last deferral; and by the last one that was asked for before the fine was late. */
  deferredTo: string | null
  payBy: string | null
  /** On which day it was asked for once the fine was late; absent or null: it was not. */
  deferralAskedOn?: string | null
  /** Days for which nothing grows: of reconsideration and litigation (处罚法 73), and of a deferral that was asked for late. */
  stays: Stay[]
  stayed: boolean
  /** What is pending, since when, when it was heard of, and on which day it has ended. */
  remedy: 'reconsideration' | 'litigation' | null
  pendingSince: string | null
  remedyReceivedOn: string | null
  outcomeOn: string | null
  remedyDecidedOn: string | null
  annulled: boolean
  /** By which remedy the fine was last changed; absent or null: by none, or before that was kept. */
  changedBy?: EnforcementContext['remedy']
  /** In yuan; null: nothing is to be returned. */
  refundDue: number | null
  /** The last payment has come while it was on its way back: the treasury was asked for it before. */
  refundAsked?: boolean
  withdrawalDue: boolean
  overdue: boolean
  demandedOn: string | null
  demandServedOn: string | null
  demandAnswered: boolean
  /** From which day the three months for the court count, and how that has ended. */
  courtFrom: string | null
  courtAsked: boolean
  courtEnd: 'refused' | 'lapsed' | null
  published: boolean
  closer: string | null
  /** 立案: from which day the period of the case runs; absent where it was filed before that was kept. */
  filedOn?: string
  /** The chief has agreed to the report as it stands; absent where it was concluded before that was kept. */
  reportApproved?: boolean
  /** Identity numbers of the persons named as further parties; absent: nobody was. */
  parties?: string[]
  /** Of which further party each open power of attorney is, by its number; absent: there was none. */
  partyCounsels?: number[]
  /** What was decided of further parties, as far as their things go by it; absent: nothing was. */
  personPenalties?: PersonPenalty[]
  /** What was served on further parties, and what is still owed of it; absent: nothing was. */
  fines?: PersonFine[]
  /** The party was proposed for the list of serious dishonesty; absent: it was not. */
  listingProposed?: boolean
  /** Who has proposed or taken the latest measure on things; absent: none was. */
  measureBy?: string | null
  /** 中止执行: since when, whether its three years count, what is over of it, and whether the court's period stands still by it. */
  suspendedSince?: string | null
  suspensionCounts?: boolean
  suspensions?: { from: string; to: string }[]
  suspensionOver?: boolean
  courtPaused?: boolean
  /** 终结执行 was decided: what is unpaid is enforced no more. Absent: it was not. */
  givenUp?: boolean
  /** 执行协议: the one that is performed, or was; null: it was broken. Absent: none was concluded. */
  agreed?: Agreed | null
  /** 违法行为 of the notice by its number in the register, and whether it was said why it is another act than one fined before. */
  cause?: string | null
  otherAct?: 'stated' | null
  /** 裁量阶次 of the notice, in yuan; null: it named none. `reasonedFor`: the notified fine, where it was said why that one lies outside. */
  standard?: { from: number; to: number; reasonedFor: number | null } | null
  /** 按日连续处罚: the fine that it repeats; absent: it is another case. */
  daily?: DailyBase
  /** The penalty decided confiscates; absent: none was decided. */
  confiscates?: boolean
  /** 送达地址确认书: it has agreed in writing to be served electronically; absent: it has not. */
  electronicConsent?: boolean
  /** What confiscated goods were sold for, in yuan; absent: none were. */
  proceeds?: number
  /** 强制法 25, 28: things whose measure has lifted itself, and on which ground it was taken; absent: none has. */
  lapsedMeasures?: LapsedMeasure[]
  /** 安全法 113: with its decision the enterprise has been punished so often that its closure is to be proposed. */
  closureReached?: boolean
}

/** What is remembered of the act itself, whoever is punished for it. */
const ofTheAct = [
  'investigators',
  'discoveredOn',
  'actEnded',
  'seriousHarm',
  'complex',
  'majorInterest',
  'spared',
] as const

/** What is remembered alike of the enterprise and of each further party of its case. */
export type Punished = Pick<
  EnforcementContext,
  | (typeof ofTheAct)[number]
  | 'individual'
  | 'standard'
  | 'fine'
  | 'penalties'
  | keyof typeof unnoticed
  | 'decidedOn'
  | 'decisionServedOn'
  | 'fined'
  | 'owed'
  | 'imposed'
  | 'paidParts'
  | 'surchargePaid'
  | 'surchargeLeft'
  | 'deferredTo'
  | 'payBy'
  | 'deferralAskedOn'
  | 'stays'
  | 'pendingSince'
  | 'remedyDecidedOn'
  | 'demandedOn'
  | 'demandServedOn'
  | 'agreed'
  | 'electronicConsent'
>
export type PunishedRule = Rule<Punished>

/** What a case remembers of the act, for the rules about a further party. Total: nothing where no case is known. */
export const actOf = (context: Record<string, unknown> | undefined): Partial<Punished> =>
  Object.fromEntries(
    ofTheAct.flatMap((name) => (context?.[name] === undefined ? [] : [[name, context[name]]])),
  )

export type EnforcementRule = Rule<EnforcementContext>
export type EnforcementEvent = Omit<CaseEvent, 'type'>

/** Before anything of the kind was said: also after a new report, which is notified, heard and reviewed anew. */
export const unnoticed = {
  noticedOn: null,
  noticeServedOn: null,
  hearingOffered: false,
  hearingOn: null,
  hearingChair: null,
  defended: false,
  hearingHeld: false,
  weighed: false,
  reviewer: null,
  discussed: false,
} satisfies Partial<EnforcementContext>

/** Before anything was found of the act. */
export const unfound = {
  actEnded: null,
  seriousHarm: false,
  complex: false,
  majorInterest: false,
  spared: false,
} satisfies Partial<EnforcementContext>

/** Before anything was imposed, served or paid. */
export const unimposed = {
  decidedOn: null,
  decisionServedOn: null,
  fined: false,
  owed: 0,
  imposed: 0,
  paidParts: [],
  surchargePaid: 0,
  deferredTo: null,
  payBy: null,
  stays: [],
} satisfies Partial<EnforcementContext>

/** Before anything was demanded: also after a deferral, when it is demanded anew. */
export const undemanded = {
  demandedOn: null,
  demandServedOn: null,
  demandAnswered: false,
  courtAsked: false,
  courtEnd: null,
} satisfies Partial<EnforcementContext>

/** The context of a new case. XState also calls this without input, so it takes whatever comes. */
export const opening = (event: CaseEvent | undefined): EnforcementContext => {
  const daily = dailyIn(event)
  // Two officers with certificates have found the refusal: that record is the evidence.
  return { ...beginning(event), ...refiledIn(event), ...(daily ? { daily, evidence: true } : {}) }
}

const beginning = (event: CaseEvent | undefined): EnforcementContext => ({
  proposer: event && proposes(event) ? personIn(event) : null,
  enterprise: stringIn(event, 'enterprise'),
  onTheSpot: event?.data.procedure === 'on-the-spot',
  reported: false,
  cashOpen: false,
  cashHandedOn: null,
  individual: event?.data.partyKind === 'individual',
  discoveredOn: stringIn(event, 'discoveredOn') ?? (event ? civilDate(event.at) : null),
  investigators: [],
  recused: [],
  evidence: false,
  ...unfound,
  punish: false,
  fine: 0,
  penalties: [],
  ...unnoticed,
  ...unimposed,
  stayed: false,
  remedy: null,
  pendingSince: null,
  remedyReceivedOn: null,
  outcomeOn: null,
  remedyDecidedOn: null,
  annulled: false,
  refundDue: null,
  withdrawalDue: false,
  overdue: false,
  ...undemanded,
  courtFrom: null,
  published: false,
  closer: null,
})

/** A leader whose order in another case has given cause for it has proposed nothing: he decides on it as he has begun. */
const proposes = ({ by }: CaseEvent): boolean =>
  by.kind === 'person' &&
  by.appointments.some(({ role }) => role === 'inspector' || role === 'section-chief')
