// How does the second of two equal requests, sent at the same moment, find what the first has done?

import { sql } from 'drizzle-orm'
import { alone, hold } from './alone.ts'
import type { Database, Executor } from './client.ts'

/** Until the transaction ends nobody else acts on the request; what is read after this has what the other one wrote. */
export const lockRequest = (tx: Executor, id: string): Promise<void> => hold(tx, `request ${id}`)

/** A transaction that acts on the request alone. */
export const withRequest = <Result>(
  db: Database,
  id: string,
  work: (tx: Executor) => Promise<Result>,
): Promise<Result> => alone(db, `request ${id}`, work)

/** Whether nobody else does the same right now; whoever asks later is told so at once. Held until the transaction ends. */
export const isFirstToAsk = async (tx: Executor, id: string): Promise<boolean> => {
  const { rows } = await tx.execute<{ first: boolean }>(
    sql`SELECT pg_try_advisory_xact_lock(hashtextextended(${id}, 0)) AS first`,
  )
  return rows[0]?.first === true
}
