// Which row of the outbox cannot be delivered for a reason of its own, and when is it tried again?
import { eq } from 'drizzle-orm'
import type { Database } from '../../db/client.ts'
import { failsForEver } from '../../db/failures.ts'
import { alarmOutbox } from '../../db/schema/devices/alarms.ts'
import { DomainError } from '../../domain/language/errors.ts'

export type Undelivered = { attempts: number; error: string }

const firstMs = 30_000
const longestMs = 300_000

/** Temporal or PostgreSQL away is no fault of the row: then all wait. */
export const isItsOwn = (error: unknown): boolean =>
  failsForEver(error) ??
  (error instanceof DomainError
    ? error.code !== 'unavailable'
    : error instanceof TypeError || error instanceof RangeError)

/** Tried again by itself after longer and longer; people see it meanwhile. Nothing that an alarm says is ever given up. */
export const putOff = async (
  db: Database,
  { id, attempts }: { id: number; attempts: number },
  failure: Error,
  now: Date,
): Promise<Undelivered> => {
  // The words of a statement carry its parameters; those of the server below it do not.
  const told = failure.cause instanceof Error ? failure.cause : failure
  const error = `${told.name}: ${told.message}`.slice(0, 500)
  const notBefore = new Date(
    now.getTime() + Math.min(longestMs, firstMs * 2 ** attempts),
  ).toISOString()
  await db
    .update(alarmOutbox)
    .set({ attempts: attempts + 1, error, notBefore })
    .where(eq(alarmOutbox.id, id))
  return { attempts: attempts + 1, error }
}
