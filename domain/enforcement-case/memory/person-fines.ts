// What does a case remember of the decisions that were served on its further parties, whether or not they are done with?
import { type Figures, figuresAfterAnnulment, figuresAfterChange } from './after-remedy.ts'

/** `nth`: of the further party; `identity`: by which it is not named twice. */
export type PersonFine = Figures & {
  nth: number
  identity: string
  servedOn: string
  /** Its matter is still open. */
  isOpen: boolean
  /** Since when its remedy is pending; null: none is. */
  pendingSince: string | null
  /** A remedy of it is not done with, be it only that money is still to be returned. */
  underRemedy: boolean
  annulled: boolean
}

type Fines = readonly PersonFine[] | undefined

/** Undefined: nothing was served on that party. */
export const fineOf = (fines: Fines, nth: unknown): PersonFine | undefined =>
  fines?.find((one) => one.nth === nth)

const withFine = (fines: Fines, fine: PersonFine): PersonFine[] => [
  ...(fines ?? []).filter(({ nth }) => nth !== fine.nth),
  fine,
]

type Served = Figures & { nth: number; identity: string; decisionServedOn: string | null }

/** As the party itself remembers it, after each of its steps; nothing before its decision is served. */
export const keepFine = (fines: Fines, party: Served, isOpen: boolean): PersonFine[] | null => {
  const { nth, identity, decisionServedOn: servedOn, imposed, owed, surchargePaid } = party
  if (servedOn === null) return null
  const { pendingSince = null, underRemedy = false, annulled = false } = fineOf(fines, nth) ?? {}
  return withFine(fines, {
    nth,
    identity,
    servedOn,
    isOpen,
    imposed,
    owed,
    surchargePaid,
    pendingSince,
    underRemedy,
    annulled,
  })
}

/** A remedy was sought on that day. */
export const withRemedy = (fines: Fines, nth: unknown, filedOn: string | null): PersonFine[] => {
  const fine = fineOf(fines, nth)
  return fine
    ? withFine(fines, { ...fine, pendingSince: filedOn, underRemedy: true })
    : [...(fines ?? [])]
}

/** How a remedy has ended; null: it has not yet. */
export type RemedyOutcome =
  | { kind: 'upheld' }
  | { kind: 'annulled' }
  | { kind: 'changed'; fine: number }

/** `isDone`: nothing of the remedy is left to do. An outcome counts once, however often it is told. */
export const withOutcome = (
  fines: Fines,
  nth: number,
  outcome: RemedyOutcome | null,
  isDone: boolean,
): PersonFine[] => {
  const fine = fineOf(fines, nth)
  if (!fine) return [...(fines ?? [])]
  const after = outcome === null || fine.pendingSince === null ? fine : settled(fine, outcome)
  return withFine(fines, { ...after, underRemedy: !isDone })
}

const settled = (fine: PersonFine, outcome: RemedyOutcome): PersonFine => {
  const over = { ...fine, pendingSince: null }
  if (outcome.kind === 'upheld') return over
  const { refundDue: _, ...figures } =
    outcome.kind === 'changed'
      ? figuresAfterChange(fine, outcome.fine)
      : { ...figuresAfterAnnulment(fine), annulled: true }
  return { ...over, ...figures }
}
