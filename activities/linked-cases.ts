// How does an event of one case open another, once?
import { eq } from 'drizzle-orm'
import { findCommand, keepCommand } from '../db/cases/commands.ts'
import { enterprises } from '../db/schema/organisation/organisation.ts'
import { bodyHash, commandId } from '../domain/identity/commands.ts'
import { DomainError } from '../domain/language/errors.ts'
import type { ProcessDefinition } from '../domain/model/process.ts'
import type { CaseEffect } from '../domain/model/record.ts'
import type { Instant } from '../domain/time/instant.ts'
import type { ActivityDeps } from './deps.ts'

type LinkedCase = { id: string; payload: CaseEffect }

/**
 * Writes the first command of the other case, named after the effect, and begins it under the id of the link; a second try finds both.
 * A process that does not run here leaves the link waiting, and so does a form that it refuses. False: not answered yet, try again.
 */
export const openCase = async (
  deps: ActivityDeps,
  effect: LinkedCase,
  now: Instant,
): Promise<boolean> => {
  const { link, process, by, opener } = effect.payload
  const target = known(deps, process)
  if (!target) return true
  const id = commandId('link case', effect.id)
  const command =
    (await findCommand(deps.db, id)) ??
    (await keepCommand(deps.db, await first(deps, effect, target, now)))
  if (command.answer) return true
  try {
    await deps.cases.act({ caseId: link, process, commandId: id })
    return true
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return error.code !== 'unavailable' && error.code !== 'internal'
  }

  async function first(
    { db }: ActivityDeps,
    { payload }: LinkedCase,
    { start }: ProcessDefinition,
    at: Instant,
  ) {
    const body = await withName(db, payload.data)
    const type = start.type
    return {
      id,
      caseId: link,
      actor: { kind: 'person' as const, id: by, opener },
      type,
      body,
      taskId: null,
      ifMatch: null,
      bodyHash: bodyHash({ type, body }),
      occurredAt: at,
      recordedAt: at,
    }
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
