// What does a case remember of the decisions that were served on its further parties, whether or not they are done with?
import { type Figures, figuresAfterAnnulment } from './after-remedy.ts'
import { type Agreed, withoutReduction } from './agreed.ts'

/** How far the enforcement against it has come, as its own chart remembers that; absent: not so far. */
type Compelled = {
  overdue?: boolean
  stayed?: boolean
  deferredTo?: string | null
  remedyDecidedOn?: string | null
  outcomeOn?: string | null
  demandServedOn?: string | null
  courtAsked?: boolean
  courtLapsed?: boolean
}

/** `nth`: of the further party; `identity`: by which it is not named twice; `pendingSince`: since when its remedy is pending, null: none is. */
export type PersonFine = Figures &
  Compelled & {
    nth: number
    identity: string
    decisionServedOn: string
    /** Its matter is still open. */
    isOpen: boolean
    /** How the last remedy that was decided on has ended, on which day; null: none was. What was withdrawn was not decided on. */
    lastRemedy: { kind: RemedyKind; on: string } | null
    annulled: boolean
    /** An agreement with it is open, concluded or not; absent: none is. */
    agreementOpen?: boolean
  }

export type RemedyKind = 'reconsideration' | 'litigation'

type Fines = readonly PersonFine[] | undefined

/** Undefined: nothing was served on that party. */
export const fineOf = (fines: Fines, nth: unknown): PersonFine | undefined =>
  fines?.find((one) => one.nth === nth)

const withFine = (fines: Fines, fine: PersonFine): PersonFine[] => [
  ...(fines ?? []).filter(({ nth }) => nth !== fine.nth),
  fine,
]

type Served = Figures & Compelled & { nth: number; identity: string }

const compelledIn = (party: Served): Compelled => ({
  overdue: party.overdue === true,
  stayed: party.stayed === true,
  deferredTo: party.deferredTo ?? null,
  remedyDecidedOn: party.remedyDecidedOn ?? null,
  outcomeOn: party.outcomeOn ?? null,
  demandServedOn: party.demandServedOn ?? null,
  courtAsked: party.courtAsked === true,
  courtLapsed: party.courtLapsed === true,
})

/** As the party itself remembers it, after each of its steps; nothing before its decision is served. */
export const keepFine = (fines: Fines, party: Served, isOpen: boolean): PersonFine[] | null => {
  const { nth, identity, decisionServedOn, imposed, owed, paidParts, surchargePaid } = party
  if (decisionServedOn === null) return null
  const { surchargeLeft = 0 } = party
  const before = fineOf(fines, nth)
  const { pendingSince = null, lastRemedy = null, annulled = false } = before ?? {}
  return withFine(fines, {
    ...(before?.agreementOpen ? { agreementOpen: true } : {}),
    ...compelledIn(party),
    ...(party.agreed === undefined ? {} : { agreed: party.agreed }),
    nth,
    identity,
    decisionServedOn,
    isOpen,
    imposed,
    owed,
    paidParts,
    surchargePaid,
    surchargeLeft,
    payBy: party.payBy,
    stays: party.stays,
    pendingSince,
    lastRemedy,
    annulled,
  })
}

/** A remedy was sought on that day. */
export const withRemedy = (fines: Fines, nth: unknown, filedOn: string | null): PersonFine[] => {
  const fine = fineOf(fines, nth)
  return fine ? withFine(fines, { ...fine, pendingSince: filedOn }) : [...(fines ?? [])]
}

/** An agreement with it was proposed, or has ended. */
export const withAgreementOpen = (
  fines: Fines,
  nth: unknown,
  agreementOpen: boolean,
): PersonFine[] => {
  const fine = fineOf(fines, nth)
  return fine ? withFine(fines, { ...fine, agreementOpen }) : [...(fines ?? [])]
}

/** What was agreed with it, as long as that counts; null: it was broken. */
export const withAgreed = (fines: Fines, nth: number, agreed: Agreed | null): PersonFine[] => {
  const fine = fineOf(fines, nth)
  return fine ? withFine(fines, { ...fine, agreed }) : [...(fines ?? [])]
}

/** Somebody has stayed it while its remedy is pending, or lets it go on. */
export const withStayed = (fines: Fines, nth: number, stayed: boolean): PersonFine[] => {
  const fine = fineOf(fines, nth)
  return fine ? withFine(fines, { ...fine, stayed }) : [...(fines ?? [])]
}

/** The fine as it stands after a remedy, and the days that do not count. */
export type StandingFine = Pick<
  Figures,
  'imposed' | 'owed' | 'paidParts' | 'surchargePaid' | 'surchargeLeft' | 'stays'
>

/** How a remedy has ended; null: nothing is known of the fine. */
export type RemedyOutcome =
  | { kind: 'annulled' }
  | { kind: 'upheld' | 'changed'; stands: StandingFine | null }

/** `decided`: what it was and on which day, where it was not withdrawn. An outcome counts once. */
export const withOutcome = (
  fines: Fines,
  nth: number,
  outcome: RemedyOutcome,
  decided: PersonFine['lastRemedy'],
): PersonFine[] => {
  const fine = fineOf(fines, nth)
  if (!fine || fine.pendingSince === null) return [...(fines ?? [])]
  const over = {
    ...fine,
    pendingSince: null,
    stayed: false,
    lastRemedy: decided ?? fine.lastRemedy,
  }
  return withFine(fines, { ...over, ...figuresAfter(fine, outcome) })
}

const figuresAfter = (fine: PersonFine, outcome: RemedyOutcome): Partial<PersonFine> => {
  if (outcome.kind === 'annulled') {
    const { owed, surchargeLeft } = figuresAfterAnnulment(fine)
    return { owed, surchargeLeft, annulled: true }
  }
  if (outcome.kind === 'upheld') return outcome.stands ?? {}
  return {
    ...outcome.stands,
    demandServedOn: null,
    courtAsked: false,
    ...withoutReduction(fine.agreed, outcome.stands?.owed ?? fine.owed),
  }
}
