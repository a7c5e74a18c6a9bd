// What has the surcharge come to on a fine that is paid in parts, where some days do not count (处罚法 72, 73)?
import { type AskedBy, askLaw } from '../../law/calculations/ask.ts'
import { lateSurcharge } from '../../law/calculations/penalty/late-surcharge.ts'
import { fenOf as fen, yuanOf as yuan } from './agreed.ts'

/** So much of the fine was paid on that day, in yuan. */
export type PaidPart = { on: string; fine: number }

/** Days that do not count, both included; absent kind: a remedy. */
export type Stay = { from: string; to: string; kind?: 'deferral' }

/** A fine and what slows its surcharge. `payBy`: the last day to which it was deferred before it was late; null: the period of the law. In yuan. */
export type Accruing = {
  decisionServedOn: string | null
  imposed: number
  owed: number
  paidParts: PaidPart[]
  payBy: string | null
  stays: Stay[]
  pendingSince: string | null
}

/** In the order of the days, one for each. */
export const withPaidPart = (
  parts: readonly PaidPart[] | undefined,
  { on, fine }: PaidPart,
): PaidPart[] => {
  const others = (parts ?? []).filter((part) => part.on !== on)
  const before = (parts ?? []).find((part) => part.on === on)?.fine ?? 0
  return fine <= 0
    ? [...(parts ?? [])]
    : [...others, { on, fine: yuan(fen(before) + fen(fine)) }].sort((a, b) =>
        a.on < b.on ? -1 : 1,
      )
}

type Paying = Pick<Accruing, 'owed' | 'paidParts'> & {
  surchargePaid: number
  surchargeLeft?: number
}

/** Whether anything is still to be paid: of the fine, or of what it has cost until a change left nothing of it. */
export const isOwing = ({ owed, surchargeLeft }: { owed: number; surchargeLeft?: number }) =>
  owed > 0 || (surchargeLeft ?? 0) > 0

/** So much of the fine and of its surcharge was paid on that day, or brought in by the court; in yuan. */
export const afterPayment = (
  { owed, paidParts, surchargePaid, surchargeLeft = 0 }: Paying,
  { on, fine, surcharge }: PaidPart & { surcharge: number },
): Paying => ({
  owed: Math.max(0, owed - fine),
  paidParts: withPaidPart(paidParts, { on, fine }),
  surchargePaid: yuan(fen(surchargePaid) + fen(surcharge)),
  ...(surchargeLeft > 0
    ? { surchargeLeft: yuan(Math.max(0, fen(surchargeLeft) - fen(surcharge))) }
    : {}),
})

/** In yuan. */
export const paidOf = (parts: readonly PaidPart[] | undefined): number =>
  yuan((parts ?? []).reduce((sum, { fine }) => sum + fen(fine), 0))

/** The first payments, as far as they pay so much. */
export const firstParts = (parts: readonly PaidPart[] | undefined, upTo: number): PaidPart[] => {
  let left = fen(upTo)
  return (parts ?? []).flatMap(({ on, fine }) => {
    const counts = Math.min(left, fen(fine))
    left -= counts
    return counts > 0 ? [{ on, fine: yuan(counts) }] : []
  })
}

/** 处罚法 73: remedies of the past, and the one that goes on. */
const uncounted = (
  { stays, pendingSince }: Pick<Accruing, 'stays' | 'pendingSince'>,
  served: string,
  asOf: string[],
): Stay[] => {
  const last = [...asOf].sort().at(-1)
  const all: Stay[] =
    pendingSince !== null && last !== undefined && last >= pendingSince
      ? [...stays, { from: pendingSince, to: last }]
      : stays
  // Sought before the day that now counts as that of the service: what is left of it from there on does not count.
  return all
    .filter(({ to }) => to >= served)
    .map((stay) => (stay.from < served ? { ...stay, from: served } : stay))
}

/** 处罚法 72, 73: on so much of the fine, without the days of a deferral and of remedies. */
export const surchargeCourseOf = (
  accruing: Pick<Accruing, 'payBy' | 'stays' | 'pendingSince'>,
  { fine, served, asOf }: { fine: number; served: string; asOf: string[] },
  by: AskedBy,
) =>
  askLaw(
    lateSurcharge,
    {
      fine,
      served,
      asOf,
      deferredTo: accruing.payBy,
      notCounted: uncounted(accruing, served, asOf),
    },
    by,
  )

/**
 * What the surcharge has come to in all, in yuan, paid or not: each part of the fine costs until the day on which it was paid, what is still owed
 * until `on`. By days alone, so that it comes out the same whenever a payment or a remedy is heard of.
 */
export const accrued = (accruing: Accruing, on: string, by: AskedBy): number => {
  const { decisionServedOn: served, imposed, owed, paidParts } = accruing
  if (served === null) return 0
  const grown = (fine: number, until: string): number => {
    if (fine <= 0 || until < served) return 0
    const [amount] = surchargeCourseOf(accruing, { fine, served, asOf: [until] }, by).amounts
    return fen(amount?.surcharge ?? 0)
  }
  const ofPaid = (paidParts ?? []).reduce((sum, part) => sum + grown(part.fine, part.on), 0)
  return yuan(Math.min(fen(imposed), ofPaid + grown(owed, on)))
}
