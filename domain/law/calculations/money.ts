// How is money reckoned without losing a fen?
import type { Fraction } from '../amounts/fraction.ts'

/** Yuan as integer fen. */
export const toFen = (yuan: number): number => Math.round(yuan * 100)
/** Fen as yuan with at most two decimals. */
export const toYuan = (fen: number): number => fen / 100

/** So many percent of an amount for a number of days, rounded half up to the fen once, at the end. */
export const shareOf = (fen: number, percent: Fraction, days = 1): number => {
  const [num, den] = [BigInt(fen) * percent.num * BigInt(days), 100n * percent.den]
  return Number((2n * num + den) / (2n * den))
}
