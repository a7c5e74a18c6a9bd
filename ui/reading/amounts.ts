// By which share does an amount differ from another?

/** With its sign, so that it does not rest on a colour; a dash where there is nothing to divide by. */
export const signedShare = (share: number | null): string => {
  if (share === null) return '–'
  const percent = Math.round(share * 100)
  return percent > 0 ? `+${percent}%` : percent < 0 ? `−${-percent}%` : '0%'
}
