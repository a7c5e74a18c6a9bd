// How does an act of one case reach another, once, and how is its outcome recorded?
import { and, eq, sql } from 'drizzle-orm'
import { findCommand, keepCommand } from '../db/cases/commands.ts'
import { findLicence, findLicenceInForce } from '../db/licences/licences.ts'
import { cases, effects } from '../db/schema/cases/cases.ts'
import { commandId } from '../domain/identity/commands.ts'
import { actsApart } from '../domain/model/exercises/exercise.ts'
import type { ActEffect } from '../domain/model/record.ts'
import type { Instant } from '../domain/time/instant.ts'
import type { ActivityDeps } from './deps.ts'
import {
  keepOutcome,
  linkCommand,
  type Outcome,
  outcomeOf,
  outcomeOfCommand,
} from './link-outcomes.ts'

type LinkedAct = { id: string; caseId: string; payload: ActEffect }
type Target = { caseId: string; process: string; status: 'open' | 'closed'; title: string }

/**
 * Writes the command of the other case, waits for its answer, and tells the own case what became of it; both commands are named after the
 * effect, so a second try finds the first. False: not answered yet, try again.
 */
export const carryOut = async (
  deps: ActivityDeps,
  effect: LinkedAct,
  now: Instant,
): Promise<boolean> => {
  const [own] = await deps.db
    .select({ record: cases.record })
    .from(cases)
    .where(eq(cases.id, effect.caseId))
  if (!own || (effect.payload.whileOpen && own.record.status === 'closed')) return true
  const target = await findTarget(deps.db, effect, own.record.process)
  if (!target && (await isToBeOpened(deps.db, effect))) return false
  const apart = target && actsApart(own.record, target)
  const answer = apart
    ? { outcome: 'refused' as const, reasons: [apart] }
    : target
      ? await answerOf(deps, effect, target, now)
      : missing
  if (answer === null) return false
  const { link } = effect.payload
  const kept = { link, to: target?.caseId ?? null, ...answer }
  await keepOutcome(deps, { ...effect, record: own.record }, kept, now)
  return true
}

/** Null: the register has no such licence of this holder, or there is no such case of that process. An application means the very licence it names. */
const findTarget = async (
  db: ActivityDeps['db'],
  { caseId, payload }: LinkedAct,
  from: string,
): Promise<Target | null> => {
  if (payload.to === undefined) {
    const find = from === payload.process ? findLicence : findLicenceInForce
    return find(db, { ...payload, asking: caseId })
  }
  const [found] = await db
    .select({
      caseId: cases.id,
      process: cases.process,
      status: cases.status,
      title: cases.title,
    })
    .from(cases)
    .where(and(eq(cases.id, payload.to), eq(cases.process, payload.process)))
  return found ?? null
}

/** The case it falls on is opened by another effect of the same case, which nobody has carried out yet. */
const isToBeOpened = async (
  db: ActivityDeps['db'],
  { caseId, payload }: LinkedAct,
): Promise<boolean> => {
  if (payload.to === undefined) return false
  const opening = and(
    eq(effects.status, 'pending'),
    eq(effects.caseId, caseId),
    eq(effects.kind, 'case'),
    sql`${effects.payload} ->> 'link' = ${payload.to}`,
  )
  return (await db.select({ id: effects.id }).from(effects).where(opening).limit(1)).length > 0
}

const missing: Outcome = { outcome: 'missing', reasons: [] }
const closed: Outcome = { outcome: 'closed', reasons: [] }

/** Null as long as nobody knows. A case that has ended meanwhile is an answer, too. */
const answerOf = async (
  deps: ActivityDeps,
  effect: LinkedAct,
  target: Target,
  now: Instant,
): Promise<Outcome | null> => {
  const { type, data } = effect.payload
  const known = await findCommand(deps.db, commandId('link act', effect.id))
  if (!known && target.status === 'closed') return closed
  const { id, answer, caseId } =
    known ??
    (await keepCommand(
      deps.db,
      linkCommand(effect, 'act', { caseId: target.caseId, type, body: data }, now),
    ))
  if (answer) return outcomeOf(answer)
  return outcomeOfCommand(deps, { caseId, process: target.process, commandId: id })
}
