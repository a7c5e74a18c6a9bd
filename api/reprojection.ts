// How does a new decree reach the cases that are running?
import { keepCommand } from '../db/commands.ts'
import { readStaleCases, type StaleCase } from '../db/reads/stale-calendars.ts'
import { bodyHash, commandId } from '../domain/case/commands.ts'
import type { Instant } from '../domain/case/instant.ts'
import type { Deps } from './deps.ts'

export type Reprojected = { checked: number; failed: number }

const atOnce = 8

/**
 * Asks every open case with a running period under older calendars to reckon it again; the case itself records what moved.
 * Idempotent by case and version: after an interruption the same call goes on where it stopped.
 */
export const reprojectCases = async (
  deps: Pick<Deps, 'connection' | 'cases' | 'log'>,
  version: string,
  at: Instant,
): Promise<Reprojected> => {
  const stale = await readStaleCases(deps.connection.db, version)
  let failed = 0
  for (let from = 0; from < stale.length; from += atOnce) {
    const answers = await Promise.allSettled(stale.slice(from, from + atOnce).map((one) => reprojectOne(deps, one, version, at)))
    for (const answer of answers) if (answer.status === 'rejected') failed += 1
  }
  if (failed > 0) deps.log.error({ failed, version }, 'some cases could not be reckoned again')
  return { checked: stale.length, failed }
}

const reprojectOne = async (
  { connection, cases }: Pick<Deps, 'connection' | 'cases'>,
  stale: StaleCase,
  version: string,
  at: Instant,
): Promise<void> => {
  const id = commandId('system', `reproject:${stale.caseId}:${version}`)
  const order = { caseId: stale.caseId, type: 'reproject', taskId: null, body: { calendar: version }, ifMatch: null }
  await keepCommand(connection.db, {
    ...order,
    id,
    actor: { kind: 'system', id: 'system' },
    bodyHash: bodyHash({ version }),
    occurredAt: at,
    recordedAt: at,
  })
  await cases.act({ ...stale, commandId: id })
}
