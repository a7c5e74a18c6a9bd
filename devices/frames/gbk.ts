// How is Chinese text written and read in GBK, the charset of older devices?

const reader = new TextDecoder('gb18030', { fatal: true, ignoreBOM: true })

/** GB 18030, which GBK is a part of; null where the bytes are no such text. */
export const decodeGbk = (bytes: Uint8Array): string | null => {
  try {
    return reader.decode(bytes)
  } catch {
    return null
  }
}

let table: Map<string, number> | undefined

/** The two bytes of GBK for every character it has; what it has not becomes `?`. */
export const encodeGbk = (words: string): Uint8Array => {
  table ??= characters()
  const known = table
  return Uint8Array.from(
    [...words].flatMap((character) => {
      const code = character.codePointAt(0) ?? 0x3f
      if (code < 0x80) return [code]
      const pair = known.get(character)
      return pair === undefined ? [0x3f] : [pair >> 8, pair & 0xff]
    }),
  )
}

// Node reads GBK but does not write it: so what every pair of bytes reads as is turned round once.
function characters(): Map<string, number> {
  const found = new Map<string, number>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = trail === 0x7f ? null : decodeGbk(Uint8Array.of(lead, trail))
      if (character !== null && !found.has(character)) found.set(character, (lead << 8) | trail)
    }
  }
  return found
}
