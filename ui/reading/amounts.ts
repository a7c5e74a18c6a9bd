// How is an amount of money shown, and how by which share it differs from another?

const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })
export const inYuan = (amount: number): string => grouped.format(amount)

/** With its sign, so that it does not rest on a colour; a dash where there is nothing to divide by. */
export const signedShare = (share: number | null): string => {
  if (share === null) return '–'
  const percent = Math.round(share * 100)
  return percent > 0 ? `+${percent}%` : percent < 0 ? `−${-percent}%` : '0%'
}
