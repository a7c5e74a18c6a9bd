// Which tokens of machines has an administrator made, and how do they end with his post?
import { and, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Instant } from '../../domain/time/instant.ts'
import type { Executor } from '../client.ts'
import { machineTokens } from '../schema/organisation/organisation.ts'

export type TokenRow = typeof machineTokens.$inferSelect

/** Those that he made and that still open something; real time, as they are asked for. */
export const readTokensMadeBy = (
  db: Pick<Executor, 'select'>,
  person: string,
): Promise<TokenRow[]> =>
  db
    .select()
    .from(machineTokens)
    .where(
      and(
        eq(machineTokens.createdBy, person),
        isNull(machineTokens.revokedAt),
        or(isNull(machineTokens.expiresAt), gt(machineTokens.expiresAt, sql`now()`)),
      ),
    )
    .orderBy(machineTokens.createdAt, machineTokens.id)

const these = (ids: string[]) => inArray(machineTokens.id, ids)

export const revokeTokens = async (tx: Executor, ids: string[], byName: string): Promise<void> => {
  await tx
    .update(machineTokens)
    .set({ revokedAt: sql`now()`, revokedByName: byName })
    .where(and(these(ids), isNull(machineTokens.revokedAt)))
}

/** They last until then, and no longer. */
export const shortenTokens = async (tx: Executor, ids: string[], until: Instant): Promise<void> => {
  await tx
    .update(machineTokens)
    .set({ expiresAt: sql`least(${machineTokens.expiresAt}, ${until}::timestamptz)` })
    .where(these(ids))
}
