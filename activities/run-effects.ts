// How do the effects of a case reach the world, each once however often it is tried?
import { and, eq, isNotNull, lte } from 'drizzle-orm'
import { isDefect, nameless } from '../commit/transient.ts'
import { deviceCommandKeyOf, giveDeviceCommand } from '../db/devices/device-commands.ts'
import { caseFacts, cases, deliveries, effects, notices } from '../db/schema/cases/cases.ts'
import { isStillAsked } from '../domain/engine/asked-notices.ts'
import { derivedId } from '../domain/identity/commands.ts'
import type { Asked } from '../domain/model/asked.ts'
import type { DeviceEffect, NoticeEffect } from '../domain/model/record.ts'
import { type Instant, later } from '../domain/time/instant.ts'
import type { EffectsInput, EffectsResult } from './contract.ts'
import type { ActivityDeps } from './deps.ts'
import { carryOut } from './linked-acts.ts'
import { openCase } from './linked-cases.ts'
import { mailText, messageIdOf } from './mail.ts'
import { bodyFor, type Recipient, recipientsOf } from './recipients.ts'
import { renderDocument } from './render-document.ts'

type EffectRow = typeof effects.$inferSelect
type NoticeRow = Omit<EffectRow, 'payload'> & { payload: NoticeEffect }

/** So many effects of a case at once, and none is begun later in a run: one that outlives its time-out would be tried again beside itself. */
const atATime = 4
const longestMs = { atOnce: 500, durable: 3_000 }
/** How long a notice waits when the mail server does not answer. */
const retryMs = 15_000
/** So far a clock here may be behind that of whoever has found an effect due: it is waited for, or nobody would come back to it. */
const skewMs = 60_000

/**
 * Executes the effects of a case that are ready; what could not be delivered is told as a later retry, never as a failure. `atOnce`: what waits for
 * a printer or a slow mail server is left, for nothing else of the case happens meanwhile.
 */
export const createRunEffects = (deps: ActivityDeps) => {
  const inTurn = createTurns()
  return async ({ caseId, atOnce = false }: EffectsInput): Promise<EffectsResult> => {
    try {
      return await inTurn(caseId, () => runReady(deps, caseId, atOnce))
    } catch (error) {
      throw nameless(error)
    }
  }
}

/** Of one case one run at a time: an attempt that was given up may still be sending what the next one finds unsent. */
const createTurns = () => {
  const last = new Map<string, Promise<unknown>>()
  return async <Result>(caseId: string, run: () => Promise<Result>): Promise<Result> => {
    const before = last.get(caseId)
    const mine = Promise.resolve(before?.catch(() => undefined)).then(run)
    last.set(caseId, mine)
    return mine.finally(() => last.get(caseId) === mine && last.delete(caseId))
  }
}

const runReady = async (
  deps: ActivityDeps,
  caseId: string,
  atOnce: boolean,
): Promise<EffectsResult> => {
  const now = await deps.now(deps.db)
  const soon = later(now, skewMs)
  const waiting = await deps.db
    .select()
    .from(effects)
    .where(
      and(eq(effects.caseId, caseId), eq(effects.status, 'pending'), lte(effects.notBefore, soon)),
    )
  const due = waiting.filter(({ notBefore }) => notBefore <= now)
  const ready = atOnce ? due.filter((effect) => takesAMoment(deps, effect)) : due
  if (!atOnce && !isBrisk(deps)) await putIntoInboxes(deps, ready, now)
  const outcomes = await someOf(
    ready,
    (effect) => deliverOrPutAside(deps, effect, now),
    longestMs[atOnce ? 'atOnce' : 'durable'],
  )
  const untilNext = waiting
    .filter(({ notBefore }) => notBefore > now)
    .map(({ notBefore }) => Date.parse(notBefore) - Date.parse(now))
  const again = [...(outcomes.every((done) => done) ? [] : [retryMs]), ...untilNext]
  const result = {
    done: outcomes.filter((done) => done).length,
    retryInMs: again.length === 0 ? null : Math.min(...again),
  }
  // Where something failed the rest waits as long as that: the mail server is away.
  const goesOn = outcomes.length < ready.length && outcomes.every((done) => done)
  return goesOn || ready.length < due.length ? { ...result, left: true } : result
}

/** Nobody's inbox waits for a slow mail server, nor does the last notice for the first ones. */
const putIntoInboxes = async (
  deps: ActivityDeps,
  ready: EffectRow[],
  now: Instant,
): Promise<void> => {
  const told = ready.flatMap(({ payload, ...row }) =>
    payload.kind === 'notice' ? [{ ...row, payload }] : [],
  )
  // What cannot be kept is put aside where it is delivered.
  const keep = (effect: NoticeRow) => wantedNotices(deps, effect, now).catch(() => null)
  await someOf(told, keep, Number.POSITIVE_INFINITY)
  ready.sort(() => Math.random() - 0.5)
}

/** As many as are begun in time, some at once; the outcomes of these. */
const someOf = async <Item, Outcome>(
  items: Item[],
  work: (item: Item) => Promise<Outcome>,
  ms: number,
): Promise<Outcome[]> => {
  const until = Date.now() + ms
  const waiting = items.values()
  const outcomes: Outcome[] = []
  const worker = async () => {
    for (const item of waiting) {
      outcomes.push(await work(item))
      if (Date.now() >= until) return
    }
  }
  await Promise.all(Array.from({ length: atATime }, worker))
  return outcomes
}

const isBrisk = ({ mail }: ActivityDeps): boolean => mail.isBrisk?.() ?? true

const takesAMoment = (deps: ActivityDeps, { payload: { kind } }: EffectRow): boolean =>
  kind !== 'document' && (kind !== 'notice' || isBrisk(deps))

/** A notice that can never be kept is put aside, where the auditor finds it: it may not hold up the case for ever. */
const deliverOrPutAside = async (
  deps: ActivityDeps,
  effect: EffectRow,
  now: Instant,
): Promise<boolean> => {
  try {
    return await deliver(deps, effect, now)
  } catch (error) {
    if (!isDefect(error)) throw error
    const said = error instanceof Error ? error.message.slice(0, 500) : String(error)
    await deps.db
      .update(effects)
      .set({ status: 'quarantined', error: said })
      .where(eq(effects.id, effect.id))
    return true
  }
}

const deliver = async (deps: ActivityDeps, effect: EffectRow, now: Instant): Promise<boolean> => {
  const done = await carriedOut(deps, effect, now)
  if (!done) return false
  await deps.db
    .update(effects)
    .set({ status: 'done', doneAt: new Date() })
    .where(eq(effects.id, effect.id))
  return true
}

/** False: it comes back as a later retry. */
const carriedOut = async (
  deps: ActivityDeps,
  { payload, ...effect }: EffectRow,
  now: Instant,
): Promise<boolean> => {
  if (payload.kind === 'act') return carryOut(deps, { ...effect, payload }, now)
  if (payload.kind === 'case') return openCase(deps, { ...effect, payload }, now)
  if (payload.kind === 'device') return askDevice(deps.db, { ...effect, payload })
  if (payload.kind === 'notice') return tell(deps, { ...effect, payload }, now)
  // A kind that a newer version has written waits for it.
  if (payload.kind !== 'document') return false
  await renderDocument(deps, payload.document, now)
  return true
}

/** In real time, for devices know no other. What the desk has left beside its own act is not left once more. Where there is no such alarm, or it has closed, nobody is left to be asked. */
const askDevice = async (
  db: ActivityDeps['db'],
  effect: Omit<EffectRow, 'payload'> & { payload: DeviceEffect },
) => {
  const { caseId, payload } = effect
  const { verb, args, by } = payload
  await giveDeviceCommand(db, {
    key: deviceCommandKeyOf((await commandOf(db, effect)) ?? effect.id),
    alarm: caseId,
    verb,
    args,
    by,
    at: new Date().toISOString(),
  })
  return true
}

/** The command that has moved the case to the revision from which the device command comes. */
const commandOf = async (
  db: ActivityDeps['db'],
  { caseId, revision }: Pick<EffectRow, 'caseId' | 'revision'>,
): Promise<string | null> => {
  const ofTheMove = and(
    eq(caseFacts.caseId, caseId),
    eq(caseFacts.revision, revision),
    isNotNull(caseFacts.commandId),
  )
  const [fact] = await db
    .select({ command: caseFacts.commandId })
    .from(caseFacts)
    .where(ofTheMove)
    .limit(1)
  return fact?.command ?? null
}

const tell = async (deps: ActivityDeps, effect: NoticeRow, now: Instant): Promise<boolean> => {
  const told = await wantedNotices(deps, effect, now)
  if (told === null) return leaveUntold(deps.db, effect.id)
  const sent = await Promise.all(told.map((one) => mailOnce(deps, effect.payload, one, now)))
  return sent.every((done) => done)
}

/** Null: nobody is asked any more. */
const wantedNotices = async (
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
