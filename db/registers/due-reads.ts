// Which entries of the registers have a day between two days by which something is to be done, which is the first still open, and which changes wait?
import { asc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { DueEntry } from '../../domain/registers/due.ts'
import type { WaitingChange } from '../../domain/registers/unconfirmed.ts'
import type { Day } from '../../domain/time/days.ts'
import type { Executor } from '../client.ts'
import {
  registerChanges,
  registerDecisions,
  registerEntries,
} from '../schema/registers/registers.ts'

/** The first day of an entry that is still open on `today`; NULL: none is. */
export const firstOpenDay = (today: Day): SQL => sql`
  (SELECT min(d->>'day') FROM jsonb_array_elements(dues) d WHERE d->>'until' IS NULL OR d->>'until' > ${today})`

export const readDueEntries = async (
  tx: Pick<Executor, 'select'>,
  { from, until }: { from: Day; until: Day },
): Promise<DueEntry[]> => {
  const { id, register, number, name, region, owner, dues } = registerEntries
  return tx
    .select({ id, register, number, name, region, owner, dues })
    .from(registerEntries)
    .where(
      sql`EXISTS (SELECT 1 FROM jsonb_array_elements(${dues}) d WHERE d->>'day' BETWEEN ${from} AND ${until})`,
    )
}

/** What nobody has decided about, of every register, the oldest first. */
export const readWaitingChanges = async (
  tx: Pick<Executor, 'select'>,
): Promise<WaitingChange[]> => {
  const { id, register, region, owner, data, proposedBy, proposedAt } = registerChanges
  return tx
    .select({ id, register, region, owner, data, proposedBy, proposedAt })
    .from(registerChanges)
    .leftJoin(registerDecisions, eq(registerDecisions.change, id))
    .where(isNull(registerDecisions.change))
    .orderBy(asc(proposedAt), asc(id))
}
