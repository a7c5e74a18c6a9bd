// Is a piece that arrives the next one, one that was sent before, or one of another place?

/** What has arrived of the whole, and where the piece begins that has just come. */
export type PieceAt = { received: number; size: number; offset: number; bytes: number }

/**
 * `next`: it goes on where the whole stands. `again`: all of it has arrived before, so that its bytes must be the same. `elsewhere`: there is a
 * gap before it, or it overlaps. `beyond`: it would make the whole longer than was said. `nothing`: asks to finish what is whole.
 */
export type PiecePlace = 'next' | 'again' | 'elsewhere' | 'beyond' | 'nothing'

export const placeOfPiece = ({ received, size, offset, bytes }: PieceAt): PiecePlace => {
  if (offset + bytes > size) return 'beyond'
  if (bytes === 0) return offset === received ? 'nothing' : 'elsewhere'
  if (offset === received) return 'next'
  return offset + bytes <= received ? 'again' : 'elsewhere'
}

/** The hash of RFC 9530 (`sha-256=:…:`) in hexadecimal digits; undefined without the header, null where it cannot be read. */
export const digestIn = (header: string | undefined): string | null | undefined => {
  if (header === undefined) return undefined
  const [, code] = /(?:^|,)\s*sha-256=:([A-Za-z0-9+/]{43}=):/.exec(header) ?? []
  if (code === undefined) return null
  return Array.from(atob(code), (sign) => sign.charCodeAt(0).toString(16).padStart(2, '0')).join('')
}

/** The same the other way. */
export const digestHeader = (hex: string): string => {
  const bytes = hex.match(/../g) ?? []
  const code = btoa(String.fromCharCode(...bytes.map((two) => Number.parseInt(two, 16))))
  return `sha-256=:${code}:`
}

const fewest = 1024 * 1024
const secondsOfPiece = 15

/** How large the next piece should be at so many bytes a second: whole megabytes, at least one, so that a slow network loses little. */
export const nextPieceBytes = (perSecond: number | null, most: number): number => {
  if (perSecond === null) return most
  const wanted = Math.floor((perSecond * secondsOfPiece) / fewest) * fewest
  return Math.min(most, Math.max(fewest, wanted))
}
