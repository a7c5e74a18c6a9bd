// What does somebody see of a substitution that concerns him?
import type { Text } from '../language/words.ts'
import type { Instant } from '../time/instant.ts'
import type { Side } from './consents.ts'

export type SubstitutionView = {
  id: string
  person: { id: string; name: string }
  substitute: { id: string; name: string }
  from: string
  to: string
  since: Instant
  until: Instant
  order: string
  reason: string
  posts: { group: string; words: Text }[]
  /** `waiting`: not all consents are there, and nothing is in force. */
  status: 'waiting' | 'planned' | 'in-force' | 'over' | 'ended'
  createdBy: string
  createdAt: Instant
  endedBy: string | null
  endedAt: Instant | null
  endReason: string | null
  consents: { name: string; words: Text; at: Instant }[]
  /** The sides whose consent is missing, and who may give it. */
  waitsFor: { side: Side; words: Text; who: Text }[]
  /** The side for which the reader may consent now. */
  mayAgree: Text | null
  /** Whether the reader may end it now, or refuse it while it waits. */
  mayEnd: boolean
}
