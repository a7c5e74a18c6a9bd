// How does an event of one case open another, once?
import { eq } from 'drizzle-orm'
import { findCommand, keepCommand } from '../db/cases/commands.ts'
import { enterprises } from '../db/schema/organisation/organisation.ts'
import { bodyHash, commandId } from '../domain/identity/commands.ts'
import type { ProcessDefinition } from '../domain/model/process.ts'
import type { CaseEffect } from '../domain/model/record.ts'
import type { Instant } from '../domain/time/instant.ts'
import type { ActivityDeps } from './deps.ts'
import { keepOutcome, outcomeOf, outcomeOfCommand } from './link-outcomes.ts'

type LinkedCase = { id: string; caseId: string; payload: CaseEffect }

/**
 * Writes the first command of the other case, named after the effect, begins it under the id of the link, and tells the own case that it runs,
 * or why it does not; a second try finds both. A process that does not run here leaves the link waiting. False: not answered yet, try again.
 */
export const openCase = async (
  deps: ActivityDeps,
  effect: LinkedCase,
  now: Instant,
): Promise<boolean> => {
  const { link, process, opener } = effect.payload
  const target = known(deps, process)
  if (!target) return true
  const id = commandId('link case', effect.id)
  const command =
    (await findCommand(deps.db, id)) ??
    (await keepCommand(deps.db, await firstCommand(deps, effect, target, now)))
  const answer = command.answer
    ? outcomeOf(command.answer)
    : await outcomeOfCommand(deps, { caseId: link, process, commandId: id })
  if (answer === null) return false
  const { outcome, reasons } = answer
  const kept =
    outcome === 'done'
      ? { outcome: 'started' as const, to: null, reasons }
      : { outcome: 'not-opened' as const, to: null, reasons }
  const own = { id: effect.caseId, process: opener.process }
  await keepOutcome(deps, { id: effect.id, record: own }, { link, ...kept }, now)
  return true
}

const firstCommand = async (
  { db }: ActivityDeps,
  { id, payload }: LinkedCase,
  { start }: ProcessDefinition,
  at: Instant,
) => {
  const body = await withName(db, payload.data)
  const type = start.type
  return {
    id: commandId('link case', id),
    caseId: payload.link,
    actor: { kind: 'person' as const, id: payload.by, opener: payload.opener },
    type,
    body,
    taskId: null,
    ifMatch: null,
    bodyHash: bodyHash({ type, body }),
    occurredAt: at,
    recordedAt: at,
  }
}

const known = ({ processFor }: ActivityDeps, id: string): ProcessDefinition | null => {
  try {
    return processFor(id, null)
  } catch {
    return null
  }
}

/** The register's name beside the key, as the API writes it. */
const withName = async (
  db: ActivityDeps['db'],
  data: Record<string, unknown>,
): Promise<Record<string, unknown>> => {
  if (typeof data.enterprise !== 'string') return data
  const [row] = await db
    .select({ name: enterprises.name })
    .from(enterprises)
    .where(eq(enterprises.id, data.enterprise))
  return row ? { ...data, enterpriseName: row.name } : data
}
