// How is one mail sent once, however often it is tried?
import { and, eq, inArray } from 'drizzle-orm'
import { deliveries } from '../db/schema/cases/cases.ts'
import type { Instant } from '../domain/time/instant.ts'
import type { ActivityDeps, Delivery } from './deps.ts'
import { groupWrites } from './group-writes.ts'
import { messageIdOf } from './mail.ts'

export type Letter = { id: string; to: string; subject: string; text: string }
/** True: accepted. False: refused for good. Null: the server is away, try again. */
export type MailOutcome = boolean | null
export type SendOnce = (letters: readonly Letter[], now: Instant) => Promise<MailOutcome[]>

type NewDelivery = typeof deliveries.$inferInsert

/**
 * Sends each letter that has not been accepted or refused for good yet, all at once, and always under the same
 * Message-ID. What became of them is written as it is known, that of many letters in one statement.
 */
export const createSendOnce = ({ db, mail }: Pick<ActivityDeps, 'db' | 'mail'>): SendOnce => {
  const keep = groupWrites((rows: NewDelivery[]) => db.insert(deliveries).values(rows))
  return async (letters, now) => {
    const ended = await endedOf(db, letters)
    const send = async ({ id, ...letter }: Letter): Promise<MailOutcome> => {
      const before = ended.get(id)
      if (before !== undefined) return before
      const outcome = await mail.send({ messageId: messageIdOf(id), ...letter })
      if (isPassing(outcome)) return null
      const { ok, detail } = outcome
      await keep({ noticeId: id, channel: 'mail', ok, detail, at: now })
      return ok
    }
    return Promise.all(letters.map(send))
  }
}

const isPassing = ({ ok, retry }: Delivery): boolean => !ok && retry

const endedOf = async (
  db: ActivityDeps['db'],
  letters: readonly Letter[],
): Promise<Map<string, boolean>> => {
  if (letters.length === 0) return new Map()
  const ids = letters.map(({ id }) => id)
  const rows = await db
    .select({ id: deliveries.noticeId, ok: deliveries.ok })
    .from(deliveries)
    .where(and(inArray(deliveries.noticeId, ids), eq(deliveries.channel, 'mail')))
  return new Map(rows.map(({ id, ok }) => [id, ok]))
}
