// What does the chart of a remedy of one person remember, and what does it change of his matter and of the case (处罚法 48, 73)?
import { stringIn } from '../../model/event-reading.ts'
import type { CaseEvent, ItemDefinition, Rule } from '../../model/process.ts'
import { daysAfterRemedy, figuresAfterAnnulment, figuresThatStand } from '../memory/after-remedy.ts'
import { fenOf, withoutReduction, yuanOf } from '../memory/agreed.ts'
import { type EnforcementContext, undemanded } from '../memory/context.ts'
import { remembered, todayOf } from '../memory/penalties.ts'
import {
  fineOf,
  type PersonFine,
  type RemedyKind,
  type RemedyOutcome,
  type StandingFine,
  withOutcome,
  withStayed,
} from '../memory/person-fines.ts'
import type { PartyContext } from '../parties/party-context.ts'

export type PartyRemedyContext = {
  /** The number of the further party whose remedy it is; 0: not known. */
  party: number
  remedy: RemedyKind
  filedOn: string | null
  remedyReceivedOn: string | null
  stayed: boolean
  outcome: RemedyOutcome | null
  withdrawn: boolean
  decidedOn: string | null
  /** In yuan; null: nothing is to be returned. */
  refundDue: number | null
  /** In yuan: what is still to be paid of the changed fine, under a code of its own; 0: nothing. */
  leftToPay: number
}
export type PartyRemedyRule = Rule<PartyRemedyContext>
type Note = (input: {
  context: PartyRemedyContext
  event: Omit<CaseEvent, 'type'>
}) => Partial<PartyRemedyContext>

/** The context of one that was just received. XState also calls this without input. */
export const receivedRemedy = (event: CaseEvent | undefined): PartyRemedyContext => ({
  party: typeof event?.data.represents === 'number' ? event.data.represents : 0,
  remedy: event?.data.remedy === 'litigation' ? 'litigation' : 'reconsideration',
  filedOn: stringIn(event, 'filedOn'),
  remedyReceivedOn: stringIn(event, 'receivedOn'),
  stayed: false,
  outcome: null,
  withdrawn: false,
  decidedOn: null,
  refundDue: null,
  leftToPay: 0,
})

/** What was served on that party, as the case remembers it; undefined: nothing was. */
export const fineUnderRemedy = (
  { party }: Pick<PartyRemedyContext, 'party'>,
  { ofCase = {} }: Pick<CaseEvent, 'ofCase'>,
): PersonFine | undefined => fineOf(remembered(ofCase).fines, party)

const ended = (event: Parameters<Note>[0]['event'], outcome: RemedyOutcome) => ({
  stayed: false,
  outcome,
  decidedOn: stringIn(event, 'decidedOn') ?? todayOf(event),
})

type Stands = { stands: StandingFine | null; refundDue: number | null; leftToPay: number }

/** How the fine stands, what of the money is to be returned, and what is left to a person who has not paid it yet. */
export const fineThatStands = (
  { context, event }: Parameters<Note>[0],
  withdrawn: boolean,
): Stands => {
  const before = fineUnderRemedy(context, event)
  const { newFine } = event.data
  if (!before) return { stands: null, refundDue: null, leftToPay: 0 }
  const to = stringIn(event, 'decidedOn') ?? todayOf(event)
  const { stays } = daysAfterRemedy({ ...before, remedyDecidedOn: null }, { to, withdrawn })
  const fine = typeof newFine === 'number' ? newFine : before.imposed
  const { refundDue, ...figures } = figuresThatStand(
    { ...before, stays, pendingSince: null },
    fine,
    todayOf(event),
    event,
  )
  return {
    stands: { ...figures, stays },
    refundDue,
    leftToPay: before.isOpen ? figures.owed || figures.surchargeLeft : 0,
  }
}

/** 处罚法 48, 国家赔偿法 36: all that he has paid, and what things confiscated from him were sold for. In yuan; null: nothing. */
export const refundOfAnnulment = ({ context, event }: Parameters<Note>[0]): number | null => {
  const fine = fineUnderRemedy(context, event)
  if (!fine) return null
  const { refundDue } = figuresAfterAnnulment(fine)
  const { personPenalties = [] } = remembered(event.ofCase ?? {})
  const { proceeds = 0 } = personPenalties.find(({ nth }) => nth === context.party) ?? {}
  return proceeds > 0 ? yuanOf(fenOf(refundDue ?? 0) + fenOf(proceeds)) : refundDue
}

/** By the names of the chart's actions. */
export const partyRemedyNotes = {
  notePartyStayed: () => ({ stayed: true }),
  notePartyStayLifted: () => ({ stayed: false }),
  notePartyUpheld: (input) => {
    const withdrawn = input.event.data.outcome === 'withdrawn'
    const { stands, refundDue } = fineThatStands(input, withdrawn)
    return { ...ended(input.event, { kind: 'upheld', stands }), refundDue, withdrawn }
  },
  notePartyChanged: (input) => {
    const { stands, refundDue, leftToPay } = fineThatStands(input, false)
    return { ...ended(input.event, { kind: 'changed', stands }), refundDue, leftToPay }
  },
  notePartyAnnulled: (input) => ({
    ...ended(input.event, { kind: 'annulled' }),
    refundDue: refundOfAnnulment(input),
  }),
  notePartyRefunded: () => ({ refundDue: null }),
} satisfies Record<string, Note>

/** Whose penalty was annulled can be named again: the act may be decided on anew. */
const nameable = (
  { parties }: Pick<EnforcementContext, 'parties'>,
  { annulled, identity }: PersonFine,
): Pick<EnforcementContext, 'parties'> =>
  annulled && parties ? { parties: parties.filter((one) => one !== identity) } : {}

/** The last step only returns money: what it was about may be fought over again by then. */
const isReturned = (state: string): boolean => state === 'refunded'

const remember: NonNullable<ItemDefinition['goesOn']> = (around, { state, context }) => {
  const before = remembered(around)
  const {
    party,
    remedy: kind,
    stayed,
    outcome,
    withdrawn,
    decidedOn,
  } = context as PartyRemedyContext
  if (isReturned(state)) return {}
  if (outcome === null || decidedOn === null)
    return { fines: withStayed(before.fines, party, stayed) }
  const fines = withOutcome(
    before.fines,
    party,
    outcome,
    withdrawn ? null : { kind, on: decidedOn },
  )
  const fine = fineOf(fines, party)
  return { fines, ...(fine ? nameable(before, fine) : {}) }
}

export const partyRemedyGoesOn = remember
export const partyRemedyEnds: NonNullable<ItemDefinition['ends']> = remember

/** 处罚法 73: while it is pending nothing grows, and its outcome changes what that party owes. */
export const changeParty: NonNullable<ItemDefinition['changesOther']> = (moved, other) => {
  const { party, remedy, filedOn, stayed, outcome, withdrawn, decidedOn } =
    moved.context as PartyRemedyContext
  if (other.kind !== 'party' || other.nth !== party || isReturned(moved.state)) return {}
  if (outcome === null) return { pendingSince: filedOn, stayed }
  const context = other.context as PartyContext
  if (context.pendingSince === null || decidedOn === null) return {}
  return {
    ...daysAfterRemedy(context, { to: decidedOn, withdrawn }),
    outcomeOn: decidedOn,
    courtUncounted: true,
    ...figures(outcome, remedy, context),
  }
}

const figures = (
  outcome: RemedyOutcome,
  changedBy: RemedyKind,
  { agreed, owed }: PartyContext,
): Partial<PartyContext> => {
  if (outcome.kind === 'annulled') return { owed: 0, surchargeLeft: 0 }
  const stands = outcome.stands ?? {}
  if (outcome.kind === 'upheld') return stands
  // 强制法 54: what was demanded was another sum.
  const { demandedOn, demandServedOn } = undemanded
  return {
    ...stands,
    ...withoutReduction(agreed, outcome.stands?.owed ?? owed),
    demandedOn,
    demandServedOn,
    changedBy,
    courtAsked: false,
  }
}
