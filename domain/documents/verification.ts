// What is the code under which anybody may verify a document, and what does he learn?

import type { Text } from '../language/words.ts'
import type { DocumentState } from '../model/document.ts'
import type { Day } from '../time/days.ts'
import type { Instant } from '../time/instant.ts'

/** Nothing that looks like something else: no 0 and O, no 1, I and L, no U. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 16

/** Sixteen characters of the alphabet in groups of four, drawn from as many random bytes. */
export const printedCode = (random: Uint8Array): string => grouped(lettersOf(random))

const lettersOf = (random: Uint8Array): string => {
  let rest = random.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
  return Array.from({ length }, () => {
    const at = Number(rest % BigInt(alphabet.length))
    rest /= BigInt(alphabet.length)
    return alphabet[at]
  }).join('')
}

const grouped = (code: string): string => code.match(/.{4}/g)?.join('-') ?? code

/** A code as somebody types it, in the form in which it is kept; null where it cannot be one. */
export const plainCode = (typed: string): string | null => {
  const code = typed.toUpperCase().replace(/[\s-]/g, '')
  return code.length === length && [...code].every((one) => alphabet.includes(one))
    ? grouped(code)
    : null
}

export const verifyAddress = (publicUrl: string, code: string): string =>
  `${publicUrl}/verify/${code.replaceAll('-', '')}`

/** What a licence says of itself to everybody, as the register stands today, and whether it still holds: its paper alone does not tell. */
export type VerifiedLicence = {
  holder: string
  validFrom: Day | null
  validUntil: Day | null
  words: Text
  inForce: boolean
  since: Day
}

/** What everybody with the paper in his hand may know; whom it concerns only of a licence, which is public by law. */
export type VerifiedDocument = {
  code: string
  title: string
  number: string | null
  office: string
  day: string
  state: Exclude<DocumentState, 'issuing'>
  endedAt: Instant | null
  /** Where the document is a licence, how that stands today. */
  licence: VerifiedLicence | null
}

export type Comparison = { same: boolean }
