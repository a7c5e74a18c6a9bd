// Was a fact of a case changed, removed or slipped in, or its evidence put out for other bytes?

import { canonical, sha256 } from '../identity/commands.ts'
import type { ActorMark } from '../organisation/actor.ts'
import type { Instant } from '../time/instant.ts'
import type { Audience } from './audience.ts'

/** The SHA-256 of files, by their ids. */
export type FileHashes = Record<string, string>

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
  /** Null: it names no file. */
  files: FileHashes | null
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

/** A file that is no longer what it was when a fact named it: other bytes lie under its id, or none. */
export type ChangedFile = { seq: number; file: string }

/** Compares what the facts say of their files with what is kept of them now. */
export const changedFiles = (
  facts: readonly Pick<StoredFact, 'seq' | 'files'>[],
  kept: readonly { id: string; sha256: string }[],
): ChangedFile[] => {
  const now = new Map(kept.map(({ id, sha256 }) => [id, sha256]))
  return facts.flatMap(({ seq, files }) =>
    Object.entries(files ?? {})
      .filter(([file, hash]) => now.get(file) !== hash)
      .map(([file]) => ({ seq, file })),
  )
}

/** The ids of all files that facts name. */
export const filesNamed = (facts: readonly Pick<StoredFact, 'files'>[]): string[] => [
  ...new Set(facts.flatMap(({ files }) => Object.keys(files ?? {}))),
]

/** The chain and what hangs on it; `valid`: neither a fact nor a file has been changed. */
export type RecordVerdict = ChainVerdict & { changedFiles: ChangedFile[] }

/** Verifies the chain of one case and the files that its facts name. */
export const verifyRecord = (
  facts: StoredFact[],
  expected: { facts: number; head: string },
  kept: readonly { id: string; sha256: string }[],
): RecordVerdict => {
  const chain = verifyChain(facts, expected)
  const changed = changedFiles(facts, kept)
  return { ...chain, valid: chain.valid && changed.length === 0, changedFiles: changed }
}
