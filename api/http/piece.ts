// Which bytes of a file does a reader want who has some already? (RFC 9110: 14)

export type Piece = { from: number; to: number }

/** The whole file without a usable range or for another version; null: there are no such bytes. Of several ranges none is usable. */
export const pieceOf = (
  range: string | undefined,
  size: number,
  ifRange: string | undefined,
  sha256: string,
): Piece | null => {
  const whole = { from: 0, to: size - 1 }
  if (range === undefined || (ifRange !== undefined && ifRange !== `"${sha256}"`)) return whole
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range) ?? []
  if (first === '' && last === '') return whole
  if (first === '') {
    const count = Math.min(Number(last), size)
    return count === 0 ? null : { from: size - count, to: size - 1 }
  }
  const from = Number(first)
  const to = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  return from > to ? null : { from, to }
}

/** Whether a piece of this version was asked for in a way that is answered as one (206), also where it is all of it. */
export const isPieceAsked = (
  range: string | undefined,
  ifRange: string | undefined,
  sha256: string,
): boolean =>
  range !== undefined &&
  (ifRange === undefined || ifRange === `"${sha256}"`) &&
  /^bytes=(\d{0,15}-\d{1,15}|\d{1,15}-)$/.test(range)
