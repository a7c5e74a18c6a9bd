// What does somebody read of his own account?
import type { Instant } from '../time/instant.ts'

export type SessionRow = { id: string; here: boolean; address: string | null; device: string | null; since: Instant; seen: Instant }
export type AccountView = {
  secondFactor: boolean
  /** The posts of an administrator count only with one. */
  secondFactorWanted: boolean
  /** How many are left. */
  recoveryCodes: number
  sessions: SessionRow[]
}
/** Shown once: the secret as an address for the app, and as signs to type. */
export type SecondFactorOffer = { uri: string; secret: string; recoveryCodes: string[] }
/** What a link is for; `founding`: whoever opens it registers himself. */
export type AccessView = { kind: 'founding' | 'password'; name: string | null; username: string | null; expiresAt: Instant }
