// By which number is a person called, and who sees how much of it?
import { eq } from 'drizzle-orm'
import { maskedNumber } from '../../domain/calls/phone.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Executor } from '../client.ts'
import { personPhones } from '../schema/organisation/organisation.ts'

/** With its middle covered; null: there is none. */
export const readMaskedPhone = async (
  db: Pick<Executor, 'select'>,
  person: string,
): Promise<string | null> => {
  const [found] = await db
    .select({ masked: personPhones.masked })
    .from(personPhones)
    .where(eq(personPhones.person, person))
  return found?.masked ?? null
}

/** Takes the place of the number before it. */
export const savePhone = async (
  tx: Executor,
  person: string,
  phone: string,
  { by, at }: { by: string; at: Instant },
): Promise<void> => {
  const row = { phone, masked: maskedNumber(phone), by, at }
  await tx
    .insert(personPhones)
    .values({ person, ...row })
    .onConflictDoUpdate({ target: personPhones.person, set: row })
}

export const removePhone = async (tx: Executor, person: string): Promise<void> => {
  await tx.delete(personPhones).where(eq(personPhones.person, person))
}
