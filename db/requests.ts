// How does the second of two equal requests, sent at the same moment, find what the first has done?
import { sql } from 'drizzle-orm'
import type { Executor } from './client.ts'

/** Until the transaction ends nobody else acts on the request; what is read after this has what the other one wrote. */
export const lockRequest = async (tx: Executor, id: string): Promise<void> => {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtext(${`request ${id}`}))`)
}
