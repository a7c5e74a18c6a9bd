// How does a notice come to each person whom it concerns: once into the inbox, once by mail, and, where its level calls, by calls?
import { eq, sql } from 'drizzle-orm'
import { cases, deliveries, effects, notices } from '../db/schema/cases/cases.ts'
import { isStillRequested } from '../domain/engine/notices/request-notices.ts'
import { derivedId } from '../domain/identity/commands.ts'
import type { TaskRequest } from '../domain/model/effects.ts'
import type { NoticeEffect } from '../domain/model/record.ts'
import type { Instant } from '../domain/time/instant.ts'
import type { ActivityDeps } from './deps.ts'
import { awaitingMail, type EffectOutcome } from './in-order.ts'
import { mailText } from './mail.ts'
import { createSendOnce, type Letter } from './mail-once.ts'
import { bodyFor, type Recipient, recipientsOf } from './recipients.ts'
import { byRoster } from './rostered.ts'

export type NoticeRow = Omit<typeof effects.$inferSelect, 'payload'> & { payload: NoticeEffect }
/** `null`: nobody is asked any more. */
type Kept = { noticeId: string; recipient: Recipient }[] | null

/** For which process, and which notices of the case each is to get before this one. */
type Sending = { process: string; earlier: readonly string[] }

export type Notices = {
  /** Into the inboxes of whoever holds the posts now; done again, it adds only who is new there. */
  keep: (effect: NoticeRow, now: Instant) => Promise<Kept>
  /**
   * Into the inboxes and by mail, to each after the `earlier` notices that he is still to get; and by calls where its level calls.
   */
  deliver: (effect: NoticeRow, now: Instant, sending: Sending) => Promise<EffectOutcome>
}

export const createNotices = (deps: ActivityDeps): Notices => {
  const { db } = deps
  const sendOnce = createSendOnce(deps)
  const keep = async (effect: NoticeRow, now: Instant): Promise<Kept> => {
    const { request } = effect.payload
    return request && !(await isWanted(db, effect.caseId, request))
      ? null
      : keepAll(db, effect, now)
  }
  return {
    keep,
    deliver: async (effect, now, { process, earlier }) => {
      const kept = await keep(effect, now)
      if (kept === null) return closeUnasked(db, effect.id)
      // Before the mails: nobody waits for a mail server to be called.
      const calling = kept.length === 0 || (await beginCalls(deps, effect, process))
      const waiting = await awaitingMail(db, earlier)
      const free = kept.filter(({ recipient }) => !waiting.has(recipient.id))
      const outcomes = await sendOnce(
        free.map((one) => letterOf(effect.payload, one)),
        now,
      )
      if (!calling || outcomes.includes(null)) return 'failed'
      return free.length < kept.length ? 'held' : 'done'
    },
  }
}

/** False: they have to be begun again later. */
const beginCalls = async (
  { calls }: ActivityDeps,
  { id, payload }: NoticeRow,
  process: string,
): Promise<boolean> => {
  if (!payload.calls || !calls) return true
  return calls.begin({ effect: id, process }).then(
    () => true,
    () => false,
  )
}

const isWanted = async (
  db: ActivityDeps['db'],
  caseId: string,
  request: TaskRequest,
): Promise<boolean> => {
  const [found] = await db.select({ record: cases.record }).from(cases).where(eq(cases.id, caseId))
  return found !== undefined && isStillRequested(found.record, request)
}

/** The row says so, or the auditor would take it for a notice that found nobody. */
const closeUnasked = async (db: ActivityDeps['db'], id: string): Promise<EffectOutcome> => {
  await db.update(effects).set({ error: 'no longer asked' }).where(eq(effects.id, id))
  return 'done'
}

/** One notice per person; its copy in the inbox counts as delivered with the statement that writes it. */
const keepAll = async (
  db: ActivityDeps['db'],
  { id, caseId, payload }: NoticeRow,
  now: Instant,
): Promise<Exclude<Kept, null>> => {
  const { groups, people } = payload
  const chosen = payload.calls ? byRoster(db, { effect: id, caseId, now }) : undefined
  const recipients = await recipientsOf(db, groups, now, people, chosen)
  if (recipients.length === 0) return []
  const { about, escalationLevel, obligation, title, body, audience } = payload
  const kept = recipients.map((recipient) => ({ noticeId: derivedId(id, recipient.id), recipient }))
  const rows = kept.map(({ noticeId, recipient }) => ({
    id: noticeId,
    effectId: id,
    caseId,
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
  const fresh = db.insert(notices).values(rows).onConflictDoNothing().returning({ id: notices.id })
  await db.execute(sql`
    WITH fresh AS ${fresh}
    INSERT INTO ${deliveries} (notice_id, channel, ok, detail, at)
    SELECT id, 'inbox', true, '', ${now}::timestamptz FROM fresh`)
  return kept
}

const letterOf = (
  { title, body }: NoticeEffect,
  { noticeId, recipient }: { noticeId: string; recipient: Recipient },
): Letter => ({
  id: noticeId,
  to: recipient.mail,
  subject: `${title.zh} ${title.en}`,
  text: mailText(bodyFor(body, recipient)),
})
