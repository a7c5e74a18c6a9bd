// How is a version of a roster kept, decided and exchanged, one act after the other per office?

import { alone } from '../alone.ts'
import type { Database, Executor } from '../client.ts'
import {
  rosterCalls,
  rosterDecisions,
  rosterExchangeDecisions,
  rosterExchanges,
  rosters,
} from '../schema/organisation/rosters.ts'
import type { RosterDecision, RosterExchange, RosterVersion } from './rosters-reads.ts'

/** What is judged by the rosters as they stand must not change beside it: nobody may keep the duty of two offices, so those of all offices wait. */
export const withRosters = <Result>(
  db: Database,
  work: (tx: Executor) => Promise<Result>,
): Promise<Result> => alone(db, 'rosters', work)

export const keepVersion = async (tx: Executor, one: RosterVersion): Promise<void> => {
  await tx.insert(rosters).values(one)
}

export const keepRosterDecision = async (tx: Executor, one: RosterDecision): Promise<void> => {
  await tx.insert(rosterDecisions).values(one)
}

export const keepExchange = async (tx: Executor, one: RosterExchange): Promise<void> => {
  await tx.insert(rosterExchanges).values(one)
}

export const keepExchangeDecision = async (
  tx: Executor,
  one: typeof rosterExchangeDecisions.$inferInsert,
): Promise<void> => {
  await tx.insert(rosterExchangeDecisions).values(one)
}

/** Once per notice and post: the same again was called by the same. */
export const keepRosterCalls = async (
  db: Pick<Executor, 'insert'>,
  rows: (typeof rosterCalls.$inferInsert)[],
): Promise<void> => {
  if (rows.length > 0) await db.insert(rosterCalls).values(rows).onConflictDoNothing()
}
