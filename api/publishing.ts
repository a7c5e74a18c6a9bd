// How does an approved change of the calendars reach every running case, also when this process dies on the way?
import { createHash } from 'node:crypto'
import { loadCalendars } from '../db/calendars.ts'
import { keepCommand } from '../db/commands.ts'
import { forgetDifferences, keepDifferences } from '../db/differences.ts'
import { findProposal, keepResult, readUnfinished } from '../db/proposals.ts'
import { type Differing, readDiffering, readMoved } from '../db/reads/moves.ts'
import { keepRearmings, markFailed, markRearmed, type Rearming, readPending } from '../db/rearmings.ts'
import type { Outcome } from '../db/schema/proposals.ts'
import { bodyHash } from '../domain/case/commands.ts'
import { DomainError } from '../domain/case/errors.ts'
import { causeOf, type Difference } from '../domain/case/move-causes.ts'
import type { Deps } from './deps.ts'
import { dryRun, printOf } from './dry-run.ts'

export type PublishingDeps = Pick<Deps, 'connection' | 'cases' | 'log' | 'clock' | 'processFor'>

const atOnce = 8
const batchSize = 200

/** Carries out whatever was approved and is not finished; harmless beside another process that does the same. */
export const publishUnfinished = async (deps: PublishingDeps, signal?: AbortSignal): Promise<void> => {
  for (const id of await readUnfinished(deps.connection.db)) await publish(deps, id, signal)
}

/** Every step may be repeated: the cases are listed once, asked under one command each, compared when all have answered. */
export const publish = async (deps: PublishingDeps, id: string, signal?: AbortSignal): Promise<void> => {
  await alone(deps, id, async () => {
    const proposal = await findProposal(deps.connection.db, id)
    if (proposal?.status !== 'approved' || proposal.outcome) return
    if (proposal.approval?.status !== 'done') await collect(deps, id, proposal.base, signal)
    if (await rearmAll(deps, id, signal)) await conclude(deps, id)
  })
}

/** Held by a connection of its own, so a process that dies lets go of it. */
const alone = async ({ connection }: PublishingDeps, id: string, work: () => Promise<void>): Promise<void> => {
  const client = await connection.pool.connect()
  try {
    const { rows } = await client.query('SELECT pg_try_advisory_lock(hashtext($1)) AS mine', [`calendar:${id}`])
    if (!rows[0]?.mine) return
    try {
      await work()
    } finally {
      await client.query('SELECT pg_advisory_unlock(hashtext($1))', [`calendar:${id}`])
    }
  } finally {
    client.release()
  }
}

/** The dry run once more, now that the calendars are in force; what it reads is what must be asked. */
const collect = async (deps: PublishingDeps, id: string, base: string, signal: AbortSignal | undefined): Promise<void> => {
  const { db } = deps.connection
  const [calendars, at] = [await loadCalendars(db), await deps.clock.now()]
  const approval = await dryRun(deps, {
    calendars,
    base,
    at,
    ...(signal ? { signal } : {}),
    onBatch: async ({ cases, sofar }) => {
      await keepRearmings(
        db,
        id,
        cases.map(({ caseId }) => caseId),
      )
      await keepResult(db, id, { approval: sofar })
    },
  })
  await keepResult(db, id, { approval })
}

/** True when nobody is left to be asked; false when the engine does not answer and it must be tried again. */
const rearmAll = async (deps: PublishingDeps, id: string, signal: AbortSignal | undefined): Promise<boolean> => {
  const { db } = deps.connection
  const { version } = await loadCalendars(db)
  let left = false
  for (let after = ''; ; ) {
    signal?.throwIfAborted()
    const pending = await readPending(db, id, after, batchSize)
    const last = pending.at(-1)
    if (!last) return !left
    after = last.caseId
    for (let from = 0; from < pending.length; from += atOnce) {
      const some = pending.slice(from, from + atOnce)
      const answers = await Promise.all(some.map((one) => rearm(deps, one, { proposal: id, calendar: version })))
      await markRearmed(
        db,
        id,
        some.filter((_, place) => answers[place] === 'done').map(({ caseId }) => caseId),
      )
      left ||= answers.includes('later')
      if (answers.every((answer) => answer === 'later')) return false
    }
  }
}

const rearm = async (
  deps: PublishingDeps,
  one: Rearming,
  body: { proposal: string; calendar: string },
): Promise<'done' | 'failed' | 'later'> => {
  try {
    await ask(deps, one, body)
    return 'done'
  } catch (error) {
    if (!(error instanceof DomainError)) return 'later'
    if (error.code === 'case-closed') return 'done'
    if (error.code === 'unavailable') return 'later'
    await markFailed(deps.connection.db, body.proposal, one.caseId, error.message)
    deps.log.error({ case: one.caseId, code: error.code }, 'a case could not be reckoned again')
    return 'failed'
  }
}

const ask = async (deps: PublishingDeps, { caseId, commandId, process, life }: Rearming, body: Record<string, string>): Promise<void> => {
  const at = await deps.clock.now()
  const order = { caseId, type: 'reproject', taskId: null, body, ifMatch: null, bodyHash: bodyHash(body) }
  const actor = { kind: 'system' as const, id: 'system' }
  await keepCommand(deps.connection.db, { ...order, id: commandId, actor, occurredAt: at, recordedAt: at })
  const { committed } = await deps.cases.act({ caseId, process, life, commandId })
  if (!committed) throw new DomainError('unavailable')
}

/** What moved, its digest, and each difference with its cause. */
const conclude = async (deps: PublishingDeps, id: string): Promise<void> => {
  const { db } = deps.connection
  const [print, since] = [createHash('sha256'), (await findProposal(db, id))?.preview.at ?? '']
  let moved = 0
  for (let after = ''; ; ) {
    const batch = await readMoved(db, id, after, 1_000)
    for (const one of batch) {
      const rows = (one.moved ?? []).sort((a, b) => (a.obligation < b.obligation ? -1 : 1))
      for (const row of rows) print.update(printOf({ ...row, caseId: one.caseId }))
      moved += rows.length
    }
    const last = batch.at(-1)
    if (!last) break
    after = last.caseId
  }
  const differing = await compare(deps, id, since)
  const outcome: Outcome = { moved, digest: print.digest('hex'), differing, at: await deps.clock.now() }
  await keepResult(db, id, { outcome })
}

const compare = async ({ connection: { db } }: PublishingDeps, id: string, since: string): Promise<number> => {
  await forgetDifferences(db, id)
  let count = 0
  for (let after = { caseId: '', obligation: '' }; ; ) {
    const batch = await readDiffering(db, id, after, 500)
    const last = batch.at(-1)
    if (!last) return count
    await keepDifferences(
      db,
      batch.map(({ caseId, obligation, number, process, region, clock, expected, happened, ...known }) => ({
        ...{ proposal: id, caseId, obligation, number, process, region, clock, expected, happened },
        cause: causeOf(differenceOf({ obligation, ...known }, since)),
        acts: (known.acts ?? []).map(({ type }) => type),
      })),
    )
    count += batch.length
    after = last
  }
}

type Known = Pick<Differing, 'obligation' | 'checked' | 'knownCase' | 'openedAt' | 'closed' | 'running' | 'rearming' | 'acts'>

const differenceOf = ({ checked, knownCase, openedAt, acts, ...rest }: Known, since: string): Difference => ({
  ...rest,
  previewed: checked ? 'period' : knownCase ? 'case' : 'nothing',
  openedSince: openedAt >= since,
  acts: acts ?? [],
})
