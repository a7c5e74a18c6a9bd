// How do the effects of a case reach the world, each once however often it is tried?
import { and, asc, eq, isNotNull, lte, sql } from 'drizzle-orm'
import { isDefect, nameless } from '../commit/transient.ts'
import { deviceCommandKeyOf, giveDeviceCommand } from '../db/devices/device-commands.ts'
import { caseFacts, effects } from '../db/schema/cases/cases.ts'
import { placeholdersFor, statement } from '../db/statements.ts'
import type { DeviceEffect } from '../domain/model/record.ts'
import { type Instant, later } from '../domain/time/instant.ts'
import type { EffectsInput, EffectsResult } from './contract.ts'
import { createNotices, type NoticeRow, type Notices } from './deliver-notice.ts'
import type { ActivityDeps } from './deps.ts'
import { createQueue, type EffectOutcome, earlierOf } from './in-order.ts'
import { carryOut } from './linked-acts.ts'
import { openCase } from './linked-cases.ts'
import { askPlatform } from './payment-codes.ts'
import { renderDocument } from './render-document.ts'

type EffectRow = typeof effects.$inferSelect
type Deps = ActivityDeps & { notices: Notices; process: string }

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
export const createRunEffects = (given: ActivityDeps) => {
  const notices = createNotices(given)
  const inTurn = createTurns()
  return async ({ caseId, process, atOnce = false }: EffectsInput): Promise<EffectsResult> => {
    try {
      return await inTurn(caseId, () => runReady({ ...given, notices, process }, caseId, atOnce))
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

const runReady = async (deps: Deps, caseId: string, atOnce: boolean): Promise<EffectsResult> => {
  const now = await deps.now(deps.db)
  const soon = later(now, skewMs)
  const waiting = await statement(deps.db, 'effects_soon', selectSoon).execute({ caseId, soon })
  const due = waiting.filter(({ notBefore }) => notBefore <= now)
  const ready = atOnce ? due.filter((effect) => takesAMoment(deps, effect)) : due
  if (!atOnce && !isBrisk(deps)) await putIntoInboxes(deps, ready, now)
  const earlier = earlierOf(ready)
  const inOrder = createQueue(earlier)
  const outcomes = await someOf(
    ready,
    (effect, isLate) =>
      inOrder(effect.id, async () =>
        isLate() ? 'held' : deliverOrPutAside(deps, effect, now, earlier.get(effect.id) ?? []),
      ),
    longestMs[atOnce ? 'atOnce' : 'durable'],
  )
  const failed = outcomes.includes('failed')
  const untilNext = waiting
    .filter(({ notBefore }) => notBefore > now)
    .map(({ notBefore }) => Date.parse(notBefore) - Date.parse(now))
  const again = [...(failed ? [retryMs] : []), ...untilNext]
  const done = outcomes.filter((one) => one === 'done').length
  const result = {
    done,
    retryInMs: again.length === 0 ? null : Math.min(...again),
  }
  // Where something failed the rest waits as long as that: the mail server is away.
  const goesOn = done < ready.length && !failed
  return goesOn || ready.length < due.length ? { ...result, left: true } : result
}

const selectSoon = (db: ActivityDeps['db']) =>
  db
    .select()
    .from(effects)
    .where(
      and(
        eq(effects.caseId, sql.placeholder('caseId')),
        eq(effects.status, 'pending'),
        lte(effects.notBefore, sql.placeholder('soon')),
      ),
    )
    .orderBy(asc(effects.revision))

/** Nobody's inbox waits for a slow mail server, nor does the last notice for the first ones. */
const putIntoInboxes = async (deps: Deps, ready: EffectRow[], now: Instant): Promise<void> => {
  const noticeRows = ready.flatMap(({ payload, ...row }) =>
    payload.kind === 'notice' ? [{ ...row, payload }] : [],
  )
  // What cannot be kept is put aside where it is delivered.
  const keep = (effect: NoticeRow) => deps.notices.keep(effect, now).catch(() => null)
  const inOrder = createQueue(earlierOf(noticeRows))
  await someOf(
    noticeRows,
    (effect) => inOrder(effect.id, () => keep(effect)),
    Number.POSITIVE_INFINITY,
  )
  ready.sort(() => Math.random() - 0.5)
}

/** As many as are begun in time, some at once; the outcomes of these. */
const someOf = async <Item, Outcome>(
  items: Item[],
  work: (item: Item, isLate: () => boolean) => Promise<Outcome>,
  ms: number,
): Promise<Outcome[]> => {
  const until = Date.now() + ms
  const isLate = () => Date.now() >= until
  const waiting = items.values()
  const outcomes: Outcome[] = []
  const worker = async () => {
    for (const item of waiting) {
      outcomes.push(await work(item, isLate))
      if (isLate()) return
    }
  }
  await Promise.all(Array.from({ length: atATime }, worker))
  return outcomes
}

const isBrisk = ({ mail }: ActivityDeps): boolean => mail.isBrisk?.() ?? true

const takesAMoment = (deps: Deps, { payload: { kind } }: EffectRow): boolean =>
  kind !== 'document' && kind !== 'payment' && (kind !== 'notice' || isBrisk(deps))

/** A notice that can never be kept is put aside, where the auditor finds it: it may not hold up the case for ever. */
const deliverOrPutAside = async (
  deps: Deps,
  effect: EffectRow,
  now: Instant,
  earlier: readonly string[],
): Promise<EffectOutcome> => {
  try {
    return await deliver(deps, effect, now, earlier)
  } catch (error) {
    if (!isDefect(error)) throw error
    const message = error instanceof Error ? error.message.slice(0, 500) : String(error)
    await deps.db
      .update(effects)
      .set({ status: 'quarantined', error: message })
      .where(eq(effects.id, effect.id))
    return 'done'
  }
}

const deliver = async (
  deps: Deps,
  { payload, ...effect }: EffectRow,
  now: Instant,
  earlier: readonly string[],
): Promise<EffectOutcome> => {
  const outcome =
    payload.kind === 'notice'
      ? await deps.notices.deliver({ ...effect, payload }, now, { process: deps.process, earlier })
      : outcomeOf(await carriedOut(deps, { ...effect, payload }, now))
  if (outcome !== 'done') return outcome
  await statement(deps.db, 'effect_done', updateDone).execute({ id: effect.id, doneAt: new Date() })
  return 'done'
}

const outcomeOf = (done: boolean): EffectOutcome => (done ? 'done' : 'failed')

const updateDone = (db: ActivityDeps['db']) =>
  db
    .update(effects)
    .set({ status: 'done', ...placeholdersFor(['doneAt']) })
    .where(eq(effects.id, sql.placeholder('id')))

/** False: it comes back as a later retry. */
const carriedOut = async (
  deps: Deps,
  { payload, ...effect }: EffectRow,
  now: Instant,
): Promise<boolean> => {
  if (payload.kind === 'act') return carryOut(deps, { ...effect, payload }, now)
  if (payload.kind === 'case') return openCase(deps, { ...effect, payload }, now)
  if (payload.kind === 'device') return askDevice(deps.db, { ...effect, payload })
  if (payload.kind === 'payment') return askPlatform(deps, { ...effect, payload }, now)
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
