// How is money written in a sentence?

/** '1,500' or '1,500.05': fen as yuan, in groups of three, fen only where there are any. */
export const spellFen = (fen: number): string => {
  const [whole = '0', parts] = (fen / 100).toFixed(2).split('.')
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (parts === '00' ? '' : `.${parts}`)
}

/** The same of yuan. */
export const spellYuan = (yuan: number): string => spellFen(Math.round(yuan * 100))
