// How does a notice reach the inboxes and the mail of those whom it concerns, each once?
import { and, eq } from 'drizzle-orm'
import { cases, deliveries, effects, notices } from '../db/schema/cases/cases.ts'
import { isStillAsked } from '../domain/engine/asked-notices.ts'
import { derivedId } from '../domain/identity/commands.ts'
import type { Asked } from '../domain/model/asked.ts'
import type { NoticeEffect } from '../domain/model/record.ts'
import type { Instant } from '../domain/time/instant.ts'
import type { ActivityDeps } from './deps.ts'
import { mailText, messageIdOf } from './mail.ts'
import { bodyFor, type Recipient, recipientsOf } from './recipients.ts'

export type EffectRow = typeof effects.$inferSelect
export type NoticeRow = Omit<EffectRow, 'payload'> & { payload: NoticeEffect }

export const tell = async (
  deps: ActivityDeps,
  effect: NoticeRow,
  now: Instant,
): Promise<boolean> => {
  const told = await wantedNotices(deps, effect, now)
  if (told === null) return leaveUntold(deps.db, effect.id)
  const sent = await Promise.all(told.map((one) => mailOnce(deps, effect.payload, one, now)))
  return sent.every((done) => done)
}

/** Null: nobody is asked any more. */
export const wantedNotices = async (
  { db }: ActivityDeps,
  effect: NoticeRow,
  now: Instant,
): Promise<Told[] | null> => {
  const { asked } = effect.payload
  return asked && !(await isWanted(db, effect.caseId, asked)) ? null : keepNotices(db, effect, now)
}

const isWanted = async (db: ActivityDeps['db'], caseId: string, asked: Asked): Promise<boolean> => {
  const [found] = await db.select({ record: cases.record }).from(cases).where(eq(cases.id, caseId))
  return found !== undefined && isStillAsked(found.record, asked)
}

/** Said so in the row, or the auditor would take it for one that found nobody. */
const leaveUntold = async (db: ActivityDeps['db'], id: string): Promise<boolean> => {
  await db.update(effects).set({ error: 'no longer asked' }).where(eq(effects.id, id))
  return true
}

type Told = { noticeId: string; recipient: Recipient }

/** Finds who holds the posts now and keeps one notice per person; the inbox copy counts as delivered at once. */
const keepNotices = (db: ActivityDeps['db'], effect: NoticeRow, now: Instant): Promise<Told[]> =>
  db.transaction(async (tx) => {
    const recipients = await recipientsOf(tx, effect.payload.groups, now, effect.payload.people)
    const told = recipients.map((recipient) => ({
      noticeId: derivedId(effect.id, recipient.id),
      recipient,
    }))
    if (told.length === 0) return []
    const { about, escalationLevel, obligation, title, body, audience } = effect.payload
    const rows = told.map(({ noticeId, recipient }) => ({
      id: noticeId,
      effectId: effect.id,
      caseId: effect.caseId,
      person: recipient.id,
      about,
      escalationLevel,
      obligation,
      title,
      body: bodyFor(body, recipient),
      audience,
      at: now,
      onBehalfOf: recipient.onBehalfOf.length > 0 ? recipient.onBehalfOf : null,
    }))
    const fresh = await tx
      .insert(notices)
      .values(rows)
      .onConflictDoNothing()
      .returning({ id: notices.id })
    if (fresh.length > 0)
      await tx.insert(deliveries).values(
        fresh.map(({ id }) => ({
          noticeId: id,
          channel: 'inbox' as const,
          ok: true,
          detail: '',
          at: now,
        })),
      )
    return told
  })

/** Sends the mail of a notice unless it has been accepted or refused for good; always under the same Message-ID. */
const mailOnce = async (
  deps: ActivityDeps,
  effect: NoticeEffect,
  { noticeId, recipient }: Told,
  now: Instant,
): Promise<boolean> => {
  const [ended] = await deps.db
    .select({ ok: deliveries.ok })
    .from(deliveries)
    .where(and(eq(deliveries.noticeId, noticeId), eq(deliveries.channel, 'mail')))
  if (ended) return true
  const outcome = await deps.mail.send({
    messageId: messageIdOf(noticeId),
    to: recipient.mail,
    subject: `${effect.title.zh} ${effect.title.en}`,
    text: mailText(bodyFor(effect.body, recipient)),
  })
  if (!outcome.ok && outcome.retry) return false
  await deps.db
    .insert(deliveries)
    .values({ noticeId, channel: 'mail', ok: outcome.ok, detail: outcome.detail, at: now })
  return true
}
