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

/** '1,500' or '1,500.05': yuan for a sentence. */
export const spell = (fen: number): string => {
  const [whole = '0', parts] = (fen / 100).toFixed(2).split('.')
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (parts === '00' ? '' : `.${parts}`)
}
