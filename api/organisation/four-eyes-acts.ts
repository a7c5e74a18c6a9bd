// How does what one person proposes and another decides get into its store, each exactly once?

import { alone } from '../../db/alone.ts'
import type { ByTwo } from '../../db/change/by-two.ts'
import type { Executor } from '../../db/client.ts'
import type { DecisionRow } from '../../db/schema/four-eyes.ts'
import { decisionOutcomes } from '../../domain/change/four-eyes.ts'
import { DomainError } from '../../domain/language/errors.ts'
import type { Person } from '../../domain/organisation/actor.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Deps } from '../http/deps.ts'
import type { Deciding } from './four-eyes-routes.ts'

type ActDeps = Pick<Deps, 'connection'>
type Kept = { bodyHash: string; proposedBy: string; decision: DecisionRow | null }
type Request = { id: string; hash: string }

/** Stores the proposal unless the same key has brought it already; another body under that key is refused. */
export const proposeByTwo = async <One extends Kept>(
  { connection: { db } }: ActDeps,
  store: ByTwo<One>,
  { id, hash }: Request,
  keep: (tx: Executor) => Promise<void>,
): Promise<void> => {
  await alone(db, store.lock, async (tx) => {
    const known = await store.find(tx, id)
    if (known && known.bodyHash !== hash) throw new DomainError('key-reused')
    if (!known) await keep(tx)
  })
}

type Judging<One> = {
  by: Person
  at: Instant
  /** Throws what stands against the decision. */
  judge: (tx: Executor, one: One & { decided: boolean }) => Promise<void>
}

/** One transaction: of two who decide at once, the second finds it decided. */
export const decideByTwo = async <One extends Kept>(
  { connection: { db } }: ActDeps,
  store: ByTwo<One>,
  { id, type, reason }: Deciding,
  { by, at, judge }: Judging<One>,
): Promise<void> => {
  await alone(db, store.lock, async (tx) => {
    const one = await store.find(tx, id)
    if (!one) throw new DomainError('not-found')
    await judge(tx, { ...one, decided: one.decision !== null })
    await store.keepDecision(tx, {
      proposal: id,
      proposedBy: one.proposedBy,
      decision: decisionOutcomes[type],
      by: by.id,
      byName: by.name,
      at,
      reason,
    })
  })
}
