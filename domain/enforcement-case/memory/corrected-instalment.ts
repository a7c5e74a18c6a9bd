// What is owed where an instalment, or the day of the last payment, was written down wrongly (更正)?

import type { AskedBy } from '../../law/calculations/ask.ts'
import type { CorrectedContext } from '../../model/decision-context.ts'
import { oncePaid } from './after-remedy.ts'
import { fenOf, yuanOf } from './agreed.ts'
import type { EnforcementContext } from './context.ts'
import { surchargeOwed } from './owing.ts'
import { afterPayment, type PaidPart } from './surcharge.ts'

type Fact = Parameters<CorrectedContext>[1]
type Paid = PaidPart & { surcharge: number }

const paidIn = (data: Record<string, unknown>): Paid | null => {
  const { paidOn, amount, surcharge = 0 } = data
  return typeof paidOn === 'string' && typeof amount === 'number' && typeof surcharge === 'number'
    ? { on: paidOn, fine: amount, surcharge }
    : null
}

/** As if it had not been paid; null: it is no longer among what counts, as after a changed fine. */
const withoutPart = (parts: readonly PaidPart[], { on, fine }: Paid): PaidPart[] | null => {
  const kept = parts.find((part) => part.on === on)
  if (!kept || fenOf(kept.fine) < fenOf(fine)) return null
  const left = yuanOf(fenOf(kept.fine) - fenOf(fine))
  return parts.flatMap((part) => (part !== kept ? [part] : left > 0 ? [{ on, fine: left }] : []))
}

/**
 * While the rest of the fine is owed, and nothing was settled by it: no stage of an agreement, no refund. What the treasury's platform has told of stands.
 * Empty: the case cannot follow.
 */
export const correctedInstalment = (
  context: EnforcementContext,
  { was, is, by }: Pick<Fact, 'was' | 'is' | 'by'>,
  law: AskedBy,
): Partial<EnforcementContext> => {
  const [wrong, right] = [paidIn(was), paidIn(is)]
  const { owed, paidParts, refundDue, pendingSince, agreed, decidedOn } = context
  const isOpen = owed > 0 && refundDue === null && pendingSince === null && !agreed?.running
  const parts = wrong && isOpen ? withoutPart(paidParts, wrong) : null
  if (by === undefined || !wrong || !right || !parts) return {}
  const before = {
    ...context,
    owed: owed + wrong.fine,
    paidParts: parts,
    surchargePaid: yuanOf(fenOf(context.surchargePaid) - fenOf(wrong.surcharge)),
  }
  const isLawful =
    right.fine < before.owed &&
    right.on >= (decidedOn ?? right.on) &&
    before.surchargePaid >= 0 &&
    right.surcharge <= surchargeOwed(before, right.on, law)
  return isLawful ? afterPayment(before, right) : {}
}

/** A full payment stays one: of another day, as long as that costs the same and leaves nothing over. Empty: the case cannot follow. */
export const correctedPayment = (
  context: EnforcementContext,
  { was, is, by }: Pick<Fact, 'was' | 'is' | 'by'>,
  law: AskedBy,
): Partial<EnforcementContext> => {
  const [wrong, right] = [paidIn(was), paidIn(is)]
  const { owed, paidParts, refundDue, pendingSince, decidedOn } = context
  const isSettled = owed === 0 && refundDue === null && pendingSince === null
  const parts = wrong && isSettled ? withoutPart(paidParts, wrong) : null
  if (by === undefined || !wrong || !right || !parts) return {}
  const before = {
    ...context,
    owed: wrong.fine,
    paidParts: parts,
    surchargePaid: yuanOf(fenOf(context.surchargePaid) - fenOf(wrong.surcharge)),
  }
  const paid = { ...afterPayment(before, right), refundDue: null }
  const isWhole =
    right.fine === before.owed &&
    right.on >= (decidedOn ?? right.on) &&
    right.surcharge === surchargeOwed(before, right.on, law) &&
    oncePaid({ ...context, ...paid }, right.on, law).refundDue === undefined
  return isWhole ? paid : {}
}
