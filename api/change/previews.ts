// How is a dry run made for a proposal, in the background and once at a time?
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { readInForce } from '../../db/change/books.ts'
import { begun, dryRun } from '../../db/change/dry-run-reads.ts'
import {
  beginPreview,
  type Check,
  findProposal,
  keepChecks,
  keepPreview,
  keepStep,
  readUnfinished,
  withBooks,
} from '../../db/change/proposals.ts'
import { judgeAmount } from '../../domain/change/amount-entry.ts'
import {
  type Books,
  booksOf,
  inForceWith,
  isAmount,
  isEntered,
  type Proposed,
  reachOf,
  subjectOf,
  versionOf,
} from '../../domain/change/change.ts'
import { judgeEntry } from '../../domain/change/entry.ts'
import { refuseMoving } from '../../domain/change/proposal.ts'
import type { DryRun } from '../../domain/change/views.ts'
import { DomainError } from '../../domain/language/errors.ts'
import type { Person } from '../../domain/organisation/actor.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Deps } from '../http/deps.ts'
import { enterableIds } from './change-views.ts'

type PreviewDeps = Pick<Deps, 'connection' | 'processes' | 'processFor' | 'log'>
type Db = Deps['connection']['db']

/** How long a request waits for work that goes on without it. */
const patienceMs = 1_500

/** The books with and without the proposal, as things stand now, and what it can move; refuses what may not be entered. */
export const booksWith = async (
  { processes }: Pick<Deps, 'processes'>,
  db: Pick<Db, 'select'>,
  id: string,
  proposed: Proposed,
  at: Instant,
) => {
  const inForce = await readInForce(db)
  const base = booksOf(inForce)
  const subject = subjectOf(inForce, proposed)
  judgeProposed(processes, proposed, at, base)
  const next = booksOf(inForceWith(inForce, id, proposed))
  return {
    base,
    subject,
    next,
    reach: reachOf(subject, next),
    versions: { base: versionOf(base), version: versionOf(next) },
  }
}

const judgeProposed = (
  processes: Deps['processes'],
  proposed: Proposed,
  at: Instant,
  { rules, amounts }: Books,
): void => {
  if (proposed.kind === 'revoke') return
  if (isEntered(proposed)) judgeEntry(proposed, at, { ids: enterableIds(processes), rules })
  if (isAmount(proposed)) judgeAmount(proposed, at, amounts)
}

/** The first state of a preview, stored before anything is read. */
export const previewBegun = (versions: { base: string; version: string }, at: Instant): DryRun =>
  begun({ run: randomUUID(), ...versions, at, total: 0 })

/** Begins the preview of an undecided proposal again; any earlier run of it ends by itself. */
export const renew = async (
  deps: PreviewDeps,
  by: Person,
  id: string,
  at: Instant,
): Promise<void> => {
  const begun = await withBooks(deps.connection.db, async (tx) => {
    const one = await findProposal(tx, id)
    if (!one) throw new DomainError('not-found')
    if (one.status !== 'proposed') throw new DomainError('not-possible-now')
    refuseMoving({ carriedOut: (await readUnfinished(tx)).length === 0 })
    const { versions } = await booksWith(deps, tx, id, one.proposed, at)
    const preview = previewBegun(versions, at)
    await beginPreview(tx, id, { ...versions, preview })
    const before = { base: one.base, version: one.version }
    await keepStep(tx, {
      proposal: id,
      act: 'previewed',
      by: by.id,
      byName: by.name,
      at,
      before,
      after: versions,
    })
    return { proposed: one.proposed, preview }
  })
  await patiently(runPreview(deps, id, begun.proposed, begun.preview))
}

/** Runs the preview that has begun; ends in silence when it was decided meanwhile, or begun again. */
export const runPreview = async (
  deps: PreviewDeps,
  id: string,
  proposed: Proposed,
  preview: DryRun,
): Promise<void> => {
  const { db } = deps.connection
  const stop = new AbortController()
  try {
    const { run, base, at } = preview
    const { next: books, reach } = await booksWith(deps, db, id, proposed, at)
    const done = await dryRun(
      { ...deps, db },
      {
        books,
        reach,
        base,
        at,
        run,
        signal: stop.signal,
        onBatch: async ({ rows, sofar }) => {
          if (!(await keepBatch(db, id, rows, sofar))) stop.abort()
        },
      },
    )
    await keepPreview(db, id, done)
  } catch (error) {
    if (stop.signal.aborted) return
    deps.log.error({ proposal: id, kind: (error as Error).name }, 'a dry run has failed')
    await keepPreview(db, id, { ...preview, status: 'failed' })
  }
}

/** Progress and rows in one commit, so that a later run never finds rows of an earlier one. */
const keepBatch = (db: Db, id: string, rows: Check[], sofar: DryRun): Promise<boolean> =>
  db.transaction(async (tx) => {
    const mine = await keepPreview(tx, id, sofar)
    if (mine) await keepChecks(tx, id, rows)
    return mine
  })

/** Waits a moment for work in the background; its failure is its own affair. */
export const patiently = (work: Promise<void>): Promise<void> =>
  Promise.race([work.catch(() => undefined), sleep(patienceMs)])
