// What does the chart of a further party remember, and what of its case do its rules see?
import { personIn, stringIn } from '../../model/event-reading.ts'
import type { CaseEvent, Rule } from '../../model/process.ts'
import { oncePaid } from '../memory/after-remedy.ts'
import { standardOf } from '../memory/cause.ts'
import {
  actOf,
  type Punished,
  type PunishedRule,
  undemanded,
  unfound,
  unimposed,
  unnoticed,
} from '../memory/context.ts'
import { deferralAsked, deferralGranted, deferralRefused } from '../memory/deferral.ts'
import { penaltyIn } from '../memory/kinds.ts'
import { courtFromOf } from '../memory/owing.ts'
import { hearingOf, hearingTold, todayOf } from '../memory/penalties.ts'
import type { RemedyKind } from '../memory/person-fines.ts'
import { afterPayment } from '../memory/surcharge.ts'

export type PartyContext = Punished & {
  /** The how manieth party of the case. */
  nth: number
  role: string
  /** By which a person is known to be the same one; seen by nobody who reads. */
  identity: string
  annualIncome: number | null
  /** 立案: the period for the decision runs for every party of the case from that day. */
  filedOn: string | null
  /** On which day he last stated his defence, and whether that was the first time on that day. */
  said?: { on: string; first: boolean }
  /** Its penalty is not executed meanwhile (停止执行); absent: it is. */
  stayed?: boolean
  /** Its time to pay is over; absent: it is not. */
  overdue?: boolean
  /** Until when it last asked to pay; absent, null: not known. */
  askedUntil?: string | null
  /** Its penalty confiscates; absent: it does not, or none was decided. */
  confiscates?: boolean
  /** On which day its last remedy has ended, a withdrawn one too; and by which one its fine was last changed. Absent, null: by none. */
  outcomeOn?: string | null
  changedBy?: RemedyKind | null
  /** From which day the three months for the court count; absent, null: not yet. */
  courtFrom?: string | null
  /** A remedy has ended since they were last counted; absent: none has. */
  courtUncounted?: boolean
  /** The court was asked, or the time for that is over; absent: neither. */
  courtAsked?: boolean
  courtLapsed?: boolean
  /** In yuan: paid above what the surcharge has come to, and to be returned; absent, null: nothing is. */
  refundDue?: number | null
}
export type PartyRule = Rule<PartyContext>
export type PartyNote = (input: {
  context: PartyContext
  event: Omit<CaseEvent, 'type'>
}) => Partial<PartyContext>

const numberIn = (event: Pick<CaseEvent, 'data'> | undefined, name: string): number | null => {
  const value = event?.data[name]
  return typeof value === 'number' ? value : null
}

/** The context of a party that has just been named. XState also calls this without input. */
export const namedParty = (event: CaseEvent | undefined): PartyContext => ({
  nth: event?.nth ?? 0,
  role: stringIn(event, 'role') ?? 'person',
  identity: stringIn(event, 'identity') ?? '',
  annualIncome: numberIn(event, 'annualIncome'),
  filedOn: stringIn({ data: event?.ofCase ?? {} }, 'filedOn'),
  individual: true,
  investigators: [],
  discoveredOn: null,
  ...unfound,
  fine: 0,
  penalties: [],
  ...unnoticed,
  ...unimposed,
  pendingSince: null,
  remedyDecidedOn: null,
  demandedOn: null,
  demandServedOn: null,
})

const officers = (
  { investigators }: PartyContext,
  around: Record<string, unknown> | undefined,
): string[] => [...new Set([...(actOf(around).investigators ?? []), ...investigators])]

/** Before it is told: what was found of the act stands in the report of the case. */
export const askedOfCase =
  (rule: PunishedRule): PartyRule =>
  ({ context, event }, params) =>
    rule({ context: { ...context, ...actOf(event.ofCase) }, event }, params)

/** A rule about whoever is punished, asked of a party: whoever investigates its case has investigated it as well. */
export const asked =
  (rule: PunishedRule): PartyRule =>
  ({ context, event }, params) =>
    rule({ context: { ...context, investigators: officers(context, event.ofCase) }, event }, params)

/** By the names of the chart's actions. */
export const partyNotes = {
  notePartyNotified: ({ context, event }) => {
    const told = { ...context, ...penaltyIn(event.data) }
    const person = personIn(event)
    return {
      ...unnoticed,
      ...actOf(event.ofCase),
      ...penaltyIn(event.data),
      investigators: [
        ...new Set([...officers(context, event.ofCase), ...(person === null ? [] : [person])]),
      ],
      noticedOn: todayOf(event),
      hearingOffered: event.data.offerHearing === true || hearingOf(told, event).hearing,
      standard: standardOf(event, told.fine),
    }
  },
  notePartyNoticeServed: ({ event }) => ({ noticeServedOn: stringIn(event, 'servedOn') }),
  notePartyDefended: ({ context: { said }, event }) => {
    const on = todayOf(event)
    return { defended: true, said: { on, first: said?.on !== on } }
  },
  notePartyHearingDay: ({ event }) => hearingTold(event),
  notePartyHeard: () => ({ hearingHeld: true, defended: true }),
  notePartyWeighed: () => ({ weighed: true, reviewer: null, discussed: false }),
  notePartyReviewed: ({ event }) => ({ reviewer: personIn(event) }),
  notePartyDiscussed: () => ({ discussed: true }),
  noteToldAnew: () => unnoticed,
  notePartyDecided: ({ event }) => {
    const { fine, penalties } = penaltyIn(event.data)
    return {
      decidedOn: todayOf(event),
      fined: fine > 0,
      owed: fine,
      imposed: fine,
      confiscates: penalties.includes('confiscation'),
    }
  },
  notePartyDecisionServed: ({ event }) => ({ decisionServedOn: stringIn(event, 'servedOn') }),
  notePartyPaid: ({ context, event }) => {
    const paidOn = stringIn(event, 'paidOn') ?? todayOf(event)
    const paid = afterPayment(context, {
      on: paidOn,
      fine: numberIn(event, 'amount') ?? 0,
      surcharge: numberIn(event, 'surcharge') ?? 0,
    })
    return { ...paid, ...oncePaid({ ...context, ...paid }, paidOn, event) }
  },
  notePartySurplusReturned: () => ({ refundDue: null }),
  notePartyOverdue: ({ context, event }) => ({
    overdue: true,
    courtUncounted: false,
    courtFrom: courtFromOf(context, event),
  }),
  notePartyDeferralAsked: ({ context, event }) => ({
    ...deferralAsked(context.overdue === true, event),
    askedUntil: stringIn(event, 'until'),
  }),
  notePartyDeferralRefused: () => deferralRefused,
  notePartyDeferred: ({ context, event }) => ({
    ...deferralGranted(context, event),
    overdue: false,
    courtFrom: null,
    courtLapsed: false,
    demandedOn: undemanded.demandedOn,
    demandServedOn: undemanded.demandServedOn,
  }),
  notePartyEnforced: ({ context, event }) =>
    afterPayment(context, {
      on: todayOf(event),
      fine: numberIn(event, 'enforced') ?? 0,
      surcharge: numberIn(event, 'enforcedSurcharge') ?? 0,
    }),
  notePartyDemanded: ({ event }) => ({
    demandedOn: todayOf(event),
    demandServedOn: undemanded.demandServedOn,
  }),
  notePartyDemandServed: ({ event }) => ({ demandServedOn: stringIn(event, 'servedOn') }),
} satisfies Record<string, PartyNote>
