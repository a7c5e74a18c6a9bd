// How does an act of one case reach the case behind a licence, once, and how is its outcome recorded?
import { eq } from 'drizzle-orm'
import { findCommand, keepCommand } from '../db/cases/commands.ts'
import { findLicence, type LicenceTarget } from '../db/licences/licences.ts'
import { cases } from '../db/schema/cases/cases.ts'
import { bodyHash, commandId } from '../domain/identity/commands.ts'
import { DomainError } from '../domain/language/errors.ts'
import type { LinkOutcome } from '../domain/model/link.ts'
import type { ActEffect, CaseRecord } from '../domain/model/record.ts'
import type { Instant } from '../domain/time/instant.ts'
import type { ActivityDeps } from './deps.ts'

type LinkedAct = { id: string; caseId: string; payload: ActEffect }

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
  const target = await findLicence(deps.db, effect.payload)
  const outcome = target ? await answerOf(deps, effect, target, now) : 'missing'
  if (outcome === null) return false
  await answerOwnCase(deps, effect, own.record, { to: target?.caseId ?? null, outcome }, now)
  return true
}

const command = (
  effect: LinkedAct,
  step: string,
  caseId: string,
  type: string,
  body: Record<string, unknown>,
  now: Instant,
) => ({
  id: commandId(`link ${step}`, effect.id),
  caseId,
  actor: { kind: 'system' as const, id: 'link' },
  type,
  body,
  taskId: null,
  ifMatch: null,
  bodyHash: bodyHash({ type, body }),
  occurredAt: now,
  recordedAt: now,
})

/** Null as long as nobody knows. A case that has ended meanwhile is an answer, too. */
const answerOf = async (
  deps: ActivityDeps,
  effect: LinkedAct,
  target: LicenceTarget,
  now: Instant,
): Promise<LinkOutcome | null> => {
  const { type, data } = effect.payload
  const known = await findCommand(deps.db, commandId('link act', effect.id))
  if (!known && target.status === 'closed') return 'closed'
  const { id, answer, caseId } =
    known ?? (await keepCommand(deps.db, command(effect, 'act', target.caseId, type, data, now)))
  if (answer) return answer.ok ? 'done' : 'refused'
  try {
    await deps.cases.act({ caseId, process: target.process, commandId: id })
    return 'done'
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    if (error.code === 'unavailable' || error.code === 'internal') return null
    return error.code === 'case-closed' ? 'closed' : 'refused'
  }
}

type LinkAnswer = { to: string | null; outcome: LinkOutcome }

/** A case that has ended keeps what it says; a refusal is an answer, too. */
const answerOwnCase = async (
  deps: ActivityDeps,
  effect: LinkedAct,
  record: CaseRecord,
  { to, outcome }: LinkAnswer,
  now: Instant,
): Promise<void> => {
  if (record.status === 'closed') return
  const body = { link: effect.payload.link, outcome, ...(to ? { to } : {}) }
  const { id } = await keepCommand(
    deps.db,
    command(effect, 'outcome', record.id, 'linked', body, now),
  )
  await deps.cases
    .act({ caseId: record.id, process: record.process, commandId: id })
    .catch((error: unknown) => {
      if (!(error instanceof DomainError) || error.code === 'unavailable') throw error
    })
}
