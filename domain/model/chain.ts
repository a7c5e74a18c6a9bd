// Has anybody changed, removed or slipped in a fact of a case?

import { canonical, sha256 } from '../identity/commands.ts'
import type { ActorMark } from '../organisation/actor.ts'
import type { Instant } from '../time/instant.ts'
import type { Audience } from './audience.ts'

/** A fact as it stands in the record: numbered, hashed and bound to the one before it. */
export type StoredFact = {
  caseId: string
  seq: number
  generation: number
  revision: number
  type: string
  occurredAt: Instant
  recordedAt: Instant
  actor: ActorMark
  audience: Audience
  data: Record<string, unknown>
  before: string | null
  after: string | null
  commandId: string | null
  previous: string
  hash: string
}

/** The hash before the first fact of a case. */
export const genesis = (caseId: string): string => sha256(`anjian\n${caseId}`)

/** SHA-256 over the canonical JSON of everything a fact says, the previous hash included. */
export const factHash = ({
  hash: _,
  ...content
}: Omit<StoredFact, 'hash'> & { hash?: string }): string => sha256(canonical(content))

export type ChainVerdict = { valid: boolean; checked: number; brokenAt: number | null }

/** Walks the facts of one case in order; `expected` (count and head from the case row) also finds a cut tail. */
export const verifyChain = (
  facts: StoredFact[],
  expected?: { facts: number; head: string },
): ChainVerdict => {
  let previous = facts[0] ? genesis(facts[0].caseId) : ''
  for (const [index, fact] of facts.entries()) {
    if (fact.seq !== index + 1 || fact.previous !== previous || factHash(fact) !== fact.hash)
      return { valid: false, checked: index, brokenAt: index + 1 }
    previous = fact.hash
  }
  const cut =
    expected !== undefined && (expected.facts !== facts.length || expected.head !== previous)
  return { valid: !cut, checked: facts.length, brokenAt: cut ? facts.length + 1 : null }
}
