// How is one mail sent once, however often it is tried?
import { and, eq } from 'drizzle-orm'
import { deliveries } from '../db/schema/cases/cases.ts'
import type { Instant } from '../domain/time/instant.ts'
import type { ActivityDeps } from './deps.ts'
import { messageIdOf } from './mail.ts'

export type Letter = { id: string; to: string; subject: string; text: string }

/** Sends it unless it has been accepted or refused for good, always under the same Message-ID; null = the server is away, try again. */
export const mailOnce = async (
  deps: Pick<ActivityDeps, 'db' | 'mail'>,
  letter: Letter,
  now: Instant,
): Promise<boolean | null> => {
  const { id, ...mail } = letter
  const [ended] = await deps.db
    .select({ ok: deliveries.ok })
    .from(deliveries)
    .where(and(eq(deliveries.noticeId, id), eq(deliveries.channel, 'mail')))
  if (ended) return ended.ok
  const outcome = await deps.mail.send({ messageId: messageIdOf(id), ...mail })
  if (!outcome.ok && outcome.retry) return null
  await deps.db
    .insert(deliveries)
    .values({ noticeId: id, channel: 'mail', ok: outcome.ok, detail: outcome.detail, at: now })
  return outcome.ok
}
