// How is a dry run made for a proposal, in the background and once at a time?
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { readInForce } from '../db/calendars.ts'
import { beginPreview, findProposal, keepChecks, keepPreview, keepStep, lockCalendars, readUnfinished } from '../db/proposals.ts'
import { refuseMoving } from '../domain/calendar/proposal.ts'
import { calendarsOf, inForceWith, type Proposed } from '../domain/calendar/published.ts'
import type { DryRun } from '../domain/calendar/views.ts'
import type { Person } from '../domain/case/actor.ts'
import { DomainError } from '../domain/case/errors.ts'
import type { Instant } from '../domain/case/instant.ts'
import type { Deps } from './deps.ts'
import { begun, type Checked, dryRun } from './dry-run.ts'

type PreviewDeps = Pick<Deps, 'connection' | 'processFor' | 'log'>
type Db = Deps['connection']['db']

/** How long a request waits for work that goes on without it. */
const patienceMs = 1_500

/** The calendars with and without the proposal, as things stand now. */
export const calendarsWith = async (db: Pick<Db, 'select'>, id: string, proposed: Proposed) => {
  const inForce = await readInForce(db)
  const set = (of: typeof inForce) => calendarsOf(of.map(({ publication }) => publication))
  return { base: set(inForce), next: set(inForceWith(inForce, id, proposed)) }
}

/** The first state of a preview, stored before anything is read. */
export const previewBegun = (base: string, version: string, at: Instant): DryRun =>
  begun({ run: randomUUID(), base, version, at, total: 0 })

/** Begins the preview of an undecided proposal again; any earlier run of it ends by itself. */
export const renew = async (deps: PreviewDeps, by: Person, id: string, at: Instant): Promise<void> => {
  const begun = await deps.connection.db.transaction(async (tx) => {
    await lockCalendars(tx)
    const one = await findProposal(tx, id)
    if (!one) throw new DomainError('not-found')
    if (one.status !== 'proposed') throw new DomainError('not-possible-now')
    refuseMoving({ carriedOut: (await readUnfinished(tx)).length === 0 })
    const { base, next } = await calendarsWith(tx, id, one.proposed)
    const preview = previewBegun(base.version, next.version, at)
    await beginPreview(tx, id, { base: base.version, version: next.version, preview })
    const [before, after] = [
      { base: one.base, version: one.version },
      { base: base.version, version: next.version },
    ]
    await keepStep(tx, { proposal: id, act: 'previewed', by: by.id, byName: by.name, at, before, after })
    return { proposed: one.proposed, preview }
  })
  await patiently(runPreview(deps, id, begun.proposed, begun.preview))
}

/** Runs the preview that has begun; ends in silence when it was decided meanwhile, or begun again. */
export const runPreview = async (deps: PreviewDeps, id: string, proposed: Proposed, preview: DryRun): Promise<void> => {
  const { db } = deps.connection
  const stop = new AbortController()
  try {
    const { next } = await calendarsWith(db, id, proposed)
    const { run, base, at } = preview
    const done = await dryRun(deps, {
      ...{ calendars: next, base, at, run, signal: stop.signal },
      onBatch: async ({ rows, sofar }) => {
        if (!(await keepBatch(db, id, rows, sofar))) stop.abort()
      },
    })
    await keepPreview(db, id, done)
  } catch (error) {
    if (stop.signal.aborted) return
    deps.log.error({ proposal: id, kind: (error as Error).name }, 'a dry run has failed')
    await keepPreview(db, id, { ...preview, status: 'failed' })
  }
}

/** Progress and rows in one commit, so that a later run never finds rows of an earlier one. */
const keepBatch = (db: Db, id: string, rows: Checked[], sofar: DryRun): Promise<boolean> =>
  db.transaction(async (tx) => {
    const mine = await keepPreview(tx, id, sofar)
    if (mine) await keepChecks(tx, id, rows)
    return mine
  })

/** Waits a moment for work in the background; its failure is its own affair. */
export const patiently = (work: Promise<void>): Promise<void> => Promise.race([work.catch(() => undefined), sleep(patienceMs)])
