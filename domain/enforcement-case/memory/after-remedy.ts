// What becomes of a fine, and of the days that count, once a reconsideration or an action has ended (处罚法 48, 73)?
import type { AskedBy } from '../../law/calculations/ask.ts'
import { type Agreed, fenOf, waivedFenOf, yuanOf } from './agreed.ts'
import { type Accruing, accrued, firstParts, isOwing, paidOf, type Stay } from './surcharge.ts'

type Days = {
  stays: Stay[]
  pendingSince: string | null
  remedyDecidedOn: string | null
}
/** A fine, what was paid of it, and what was paid of its surcharge; in yuan. */
export type Figures = Accruing & {
  surchargePaid: number
  surchargeLeft?: number
  agreed?: Agreed | null
}

/** One less than the law's reckoning takes, for the remedy that goes on. */
const mostStays = 99

/** One more row of days that do not count. */
export const withStay = (stays: readonly Stay[], stay: Stay): Stay[] =>
  [...stays, stay].slice(-mostStays)

/** The days from the application to the decision are not counted, both included (处罚法 73). `to`: when it ended. */
export const daysAfterRemedy = (
  { stays, pendingSince, remedyDecidedOn }: Days,
  { to, withdrawn }: { to: string; withdrawn: boolean },
): Days & { stayed: false } => ({
  pendingSince: null,
  stayed: false,
  stays: withStay(stays, { from: pendingSince ?? to, to }),
  remedyDecidedOn: withdrawn ? remedyDecidedOn : to,
})

const orNothing = (fen: number): number | null => (fen > 0 ? yuanOf(fen) : null)

type Standing = Pick<Figures, 'imposed' | 'owed' | 'paidParts' | 'surchargePaid'> & {
  surchargeLeft: number
  refundDue: number | null
}

/**
 * The fine that stands, in yuan: the first payments pay it, and its surcharge is what it alone has cost on the days that count, until `on`. What was
 * paid above either is returned, and what is left of the surcharge of a fine that is paid so is still to be paid; while an agreement runs on what is still owed, what was paid of its stages stays paid.
 */
export const figuresThatStand = (
  figures: Figures,
  fine: number,
  on: string,
  by: AskedBy,
): Standing => {
  const paidParts = firstParts(figures.paidParts, fine)
  const owed = yuanOf(fenOf(fine) - fenOf(paidOf(paidParts)))
  const grown = accrued({ ...figures, imposed: fine, owed, paidParts }, on, by)
  const bearable =
    figures.agreed?.running === true && owed > 0
      ? fenOf(fine)
      : Math.max(0, fenOf(grown) - waivedFenOf(figures))
  const surchargeFen = Math.min(fenOf(figures.surchargePaid), bearable)
  const isPaidByIt = owed === 0 && isOwing(figures)
  const above = fenOf(paidOf(figures.paidParts)) - fenOf(paidOf(paidParts))
  return {
    imposed: fine,
    owed,
    paidParts,
    surchargePaid: yuanOf(surchargeFen),
    surchargeLeft: isPaidByIt ? yuanOf(bearable - surchargeFen) : 0,
    refundDue: orNothing(above + fenOf(figures.surchargePaid) - surchargeFen),
  }
}

/**
 * With the last payment it is known what the surcharge has come to: what was paid above it goes back. While a remedy is pending that is not known yet.
 */
export const oncePaid = (figures: Figures, on: string, by: AskedBy): Partial<Standing> => {
  if (figures.owed > 0 || figures.pendingSince !== null) return {}
  const { agreed } = figures
  const { surchargePaid, refundDue } = figuresThatStand(
    { ...figures, ...(agreed ? { agreed: { ...agreed, running: false } } : {}) },
    figures.imposed,
    on,
    by,
  )
  return refundDue === null ? {} : { surchargePaid, refundDue }
}

/** Nothing is owed any more, and all that was paid is returned. */
export const figuresAfterAnnulment = ({
  paidParts,
  surchargePaid,
}: Pick<Figures, 'paidParts' | 'surchargePaid'>): {
  owed: 0
  surchargeLeft: 0
  refundDue: number | null
} => ({
  owed: 0,
  surchargeLeft: 0,
  refundDue: orNothing(fenOf(paidOf(paidParts)) + fenOf(surchargePaid)),
})
