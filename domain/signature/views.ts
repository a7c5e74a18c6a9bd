// In which shape does a person see his own signature and what it was before?
import type { Instant } from '../time/instant.ts'

export const signatureWays = ['drawn', 'uploaded'] as const
export type SignatureWay = (typeof signatureWays)[number]

/** `sha256` null: from then on he signed with his typed name. */
export type SignatureVersion = {
  version: number
  sha256: string | null
  url: string | null
  width: number | null
  height: number | null
  way: SignatureWay | 'withdrawn'
  at: Instant
}
/** `current`: what his next act will bear. The newest version stands first. */
export type SignatureView = { current: SignatureVersion | null; versions: SignatureVersion[] }
