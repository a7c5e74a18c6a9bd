// What does the chart remember of each event?
import { personIn, stringIn } from '../model/event-reading.ts'
import { oncePaid } from './memory/after-remedy.ts'
import { causeOf, noCause } from './memory/cause.ts'
import { closureReachedBy } from './memory/closure.ts'
import { consentIn } from './memory/consent.ts'
import type { EnforcementContext, EnforcementEvent } from './memory/context.ts'
import { undemanded, unnoticed } from './memory/context.ts'
import { dailyOf } from './memory/daily.ts'
import { deferralAsked, deferralGranted, deferralRefused } from './memory/deferral.ts'
import { penaltyIn } from './memory/kinds.ts'
import { takenInCash } from './memory/on-the-spot.ts'
import { courtFromOf } from './memory/owing.ts'
import { hearingOf, hearingTold, todayOf } from './memory/penalties.ts'
import { withAgreementOpen, withRemedy } from './memory/person-fines.ts'
import { remedyNotes } from './memory/remedies.ts'
import { afterPayment, withPaidPart } from './memory/surcharge.ts'
import { suspensionEnded, suspensionNotes } from './memory/suspension.ts'
import { transferNotes } from './transfer/transfer-notes.ts'

/** As many as a case may have. */
const mostParties = 20
/** More than an office has. */
const mostRecused = 50

type NoteInput = { context: EnforcementContext; event: EnforcementEvent }
type Note = (input: NoteInput) => Partial<EnforcementContext>

const numberIn = ({ data }: EnforcementEvent, name: string): number =>
  typeof data[name] === 'number' ? data[name] : 0

const isLeader = ({ by }: EnforcementEvent): boolean =>
  by.kind === 'person' && by.appointments.some(({ role }) => role === 'leader')

const signedBy = ({ signatures }: EnforcementEvent): string[] =>
  signatures.flatMap(({ withdrawn, person }) => (withdrawn ? [] : [person]))

const withSigners = ({ context, event }: NoteInput): string[] =>
  [...new Set([...context.investigators, ...signedBy(event)])].slice(0, 10)

/** What the law looks at before anything is punished, as the report has found it. */
const findings = ({ data }: EnforcementEvent): Partial<EnforcementContext> => {
  const circumstances: unknown[] = Array.isArray(data.circumstances) ? data.circumstances : []
  return {
    actEnded: stringIn({ data }, 'actEnded'),
    seriousHarm: circumstances.includes('serious-harm'),
    complex: circumstances.includes('complex'),
    majorInterest: circumstances.includes('major-interest'),
    spared: ['minor', 'corrected', 'no-harm'].every((one) => circumstances.includes(one)),
  }
}

/** The fine that is repeated, as it stands on that day. */
const dailyKept = ({ context, event }: NoteInput): Partial<EnforcementContext> => {
  const daily = dailyOf(context, event.past)
  return daily ? { daily } : {}
}

/** By the names of the chart's actions. */
export const notes = {
  noteFiled: ({ event }) => ({ filedOn: todayOf(event) }),
  noteHandedUp: () => ({ leaderRecused: false }),
  noteEvidence: (input) => ({ evidence: true, investigators: withSigners(input) }),
  noteRecused: ({ context, event }) => ({
    ...(isLeader(event) ? { leaderRecused: true } : {}),
    recused: [
      ...context.recused,
      ...(personIn(event) === null ? [] : [personIn(event) ?? '']),
    ].slice(0, mostRecused),
  }),
  /** A new report is notified, heard and reviewed anew. */
  noteConcluded: (input) => ({
    ...unnoticed,
    reportApproved: false,
    transferAdvised: input.event.data.advice === 'transfer',
    ...findings(input.event),
    ...penaltyIn(input.event.data.advice === 'penalty' ? input.event.data : {}),
    punish: input.event.data.advice === 'penalty',
    investigators: withSigners(input),
    ...dailyKept(input),
  }),
  noteReportApproved: () => ({ reportApproved: true }),
  /** 处罚法 44, 45: told and heard at once. */
  noteTold: ({ context, event }) => ({
    ...penaltyIn(event.data),
    noticedOn: todayOf(event),
    noticeServedOn: todayOf(event),
    defended: context.defended || event.data.outcome !== 'none',
    weighed: true,
    ...causeOf(event, penaltyIn(event.data).fine),
  }),
  noteOrdinary: () => ({
    ...unnoticed,
    ...noCause,
    onTheSpot: false,
    fine: 0,
    penalties: [],
  }),
  notePunishedOnTheSpot: (input) => {
    const { fine } = penaltyIn(input.event.data)
    const cash = takenInCash(input.event.data)
    return {
      investigators: withSigners(input),
      decidedOn: todayOf(input.event),
      decisionServedOn: todayOf(input.event),
      fined: fine > 0,
      owed: cash ? 0 : fine,
      imposed: fine,
      paidParts: cash ? withPaidPart([], { on: todayOf(input.event), fine }) : [],
      courtFrom: courtFromOf(
        { ...input.context, decisionServedOn: todayOf(input.event) },
        input.event,
      ),
      cashOpen: cash,
      closureReached: closureReachedBy(input.context, input.event),
    }
  },
  noteReported: () => ({ reported: true }),
  noteCashHandedIn: ({ event }) => ({ cashHandedOn: stringIn(event, 'handedOn') }),
  noteCashRemitted: () => ({ cashOpen: false }),
  noteNoticed: ({ context, event }) => ({
    ...unnoticed,
    noticedOn: todayOf(event),
    hearingOffered: event.data.offerHearing === true || hearingOf(context, event).hearing,
    ...causeOf(event, context.fine),
  }),
  noteNoticeServed: ({ event }) => ({
    noticeServedOn: stringIn(event, 'servedOn'),
    ...consentIn(event),
  }),
  noteParty: ({ context, event }) => ({
    parties: [...(context.parties ?? []), stringIn(event, 'identity') ?? ''].slice(-mostParties),
  }),
  notePartyCounsel: ({ context, event }) => ({
    partyCounsels: [...(context.partyCounsels ?? []), numberIn(event, 'represents')].slice(
      -mostParties,
    ),
  }),
  notePartyRemedy: ({ context, event }) => ({
    fines: withRemedy(context.fines, event.data.represents, stringIn(event, 'filedOn')),
  }),
  notePartyAgreement: ({ context, event }) => ({
    fines: withAgreementOpen(context.fines, event.data.represents, true),
  }),
  noteMeasure: ({ event }) => ({ measureBy: personIn(event) }),
  noteDefended: () => ({ defended: true }),
  noteHearingDay: ({ event }) => hearingTold(event),
  noteHeard: () => ({ hearingHeld: true, defended: true }),
  noteWeighed: () => ({ weighed: true, reviewer: null, discussed: false }),
  noteReviewed: ({ event }) => ({ reviewer: personIn(event) }),
  noteDiscussed: () => ({ discussed: true }),
  noteDecided: ({ context, event }) => {
    const { fine, penalties } = penaltyIn(event.data)
    return {
      decidedOn: todayOf(event),
      confiscates: penalties.includes('confiscation'),
      fined: fine > 0,
      owed: fine,
      imposed: fine,
      ...dailyKept({ context, event }),
      listingProposed: stringIn(event, 'listingGround') !== null,
    }
  },
  noteListingProposed: () => ({ listingProposed: true }),
  noteDecisionServed: ({ context, event }) => {
    const decisionServedOn = stringIn(event, 'servedOn')
    return {
      decisionServedOn,
      ...consentIn(event),
      courtFrom: courtFromOf({ ...context, decisionServedOn }, event),
      closureReached: closureReachedBy(context, event),
    }
  },
  notePaid: ({ context, event }) => {
    const paidOn = stringIn(event, 'paidOn') ?? todayOf(event)
    const [fine, surcharge] = [numberIn(event, 'amount'), numberIn(event, 'surcharge')]
    const paid = {
      ...afterPayment(context, { on: paidOn, fine, surcharge }),
      refundAsked: context.refundDue !== null,
    }
    // What is on its way back is not lost among more: the rest is settled with its return.
    return paid.refundAsked
      ? paid
      : { ...paid, ...oncePaid({ ...context, ...paid }, paidOn, event) }
  },
  noteDeferralAsked: ({ context, event }) => deferralAsked(context.overdue, event),
  noteDeferralRefused: () => deferralRefused,
  noteDeferred: ({ context, event }) => {
    const granted = deferralGranted(context, event)
    return {
      ...undemanded,
      ...suspensionEnded(context, event),
      ...granted,
      overdue: false,
      courtFrom: courtFromOf({ ...context, ...undemanded, ...granted }, event),
    }
  },
  noteOverdue: () => ({ overdue: true, courtPaused: false }),
  noteUndemanded: () => undemanded,
  noteDemanded: ({ event }) => ({ demandedOn: todayOf(event) }),
  noteDemandServed: ({ event }) => ({
    demandServedOn: stringIn(event, 'servedOn'),
    ...consentIn(event),
  }),
  noteDemandAnswered: () => ({ demandAnswered: true }),
  noteCourtAsked: () => ({ courtAsked: true, courtEnd: null }),
  noteCourtLapsed: () => ({ courtEnd: 'lapsed' }),
  noteCourtRefused: () => ({ courtEnd: 'refused' }),
  noteGivenUp: () => ({ givenUp: true }),
  notePublished: () => ({ published: true }),
  ...remedyNotes,
  ...suspensionNotes,
  ...transferNotes,
  noteClosing: ({ event }) => ({ closer: personIn(event) }),
} satisfies Record<string, Note>
