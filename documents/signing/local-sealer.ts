// How are documents signed with keys that the platform itself holds, where the city has no platform for seals?
import { createHash } from 'node:crypto'
import type { ElectronicSeal } from '../seal.ts'
import { type SigningKey, signDetached, type TimeStamper } from './cms.ts'
import { fillRoom, signedPieces, withSignatureField } from './incremental.ts'
import { signSm2 } from './sm2.ts'

/** Bytes for signature and certificates, and for the token of an authority for the time with its own. */
const rooms = { bare: 8_192, stamped: 20_480 }
const noStamp: TimeStamper = () => Promise.resolve(null)

/** `keyOf`: the key of an office; undefined: it has none, and its documents leave unsigned. `stamp` null: no authority vouches for the time. */
export const createLocalSealer = (
  keyOf: (office: string) => Promise<SigningKey | undefined>,
  stamp: TimeStamper | null,
): ElectronicSeal => ({
  sign: async ({ office, title, at, pdf }) => {
    const key = await keyOf(office)
    if (!key) return { pdf }
    const claim = { name: office, reason: title, at }
    const prepared = withSignatureField(pdf, claim, stamp ? rooms.stamped : rooms.bare)
    const hash = createHash('sha256')
    for (const piece of signedPieces(prepared)) hash.update(piece)
    const signature = await signDetached(hash.digest(), key, stamp ?? noStamp)
    const signed = fillRoom(prepared, signature)
    return { pdf: signed, ...(key.sm2 ? { sm2: signSm2(signed, key.sm2) } : {}) }
  },
})
