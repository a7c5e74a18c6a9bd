// How is money reckoned without losing a fen?

/** Yuan as integer fen. */
export const toFen = (yuan: number): number => Math.round(yuan * 100)
/** Fen as yuan with at most two decimals. */
export const toYuan = (fen: number): number => fen / 100

/** `percent` of an amount for a number of days, rounded half up to the fen once, at the end. */
export const percentOf = (fen: number, percent: number, days = 1): number => {
  const exact = BigInt(fen) * BigInt(percent) * BigInt(days)
  return Number((exact + 50n) / 100n)
}

/** '1,500' or '1,500.05': yuan for a sentence. */
export const spell = (fen: number): string => {
  const [whole = '0', parts] = (fen / 100).toFixed(2).split('.')
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (parts === '00' ? '' : `.${parts}`)
}
