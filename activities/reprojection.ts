// How does an approved change reach every running case, piece by piece, so that any piece may be done again?
import { setTimeout as sleep } from 'node:timers/promises'
import { nameless } from '../commit/transient.ts'
import { keepCommand } from '../db/cases/commands.ts'
import { loadBooks } from '../db/change/books.ts'
import { dryRun } from '../db/change/dry-run-reads.ts'
import { findProposal, keepApproval, type Proposal } from '../db/change/proposals.ts'
import {
  keepRearmings,
  markFailed,
  markRearmed,
  progressOf,
  type Rearming,
  readPending,
} from '../db/change/rearmings.ts'
import { type Change, causeOf, reachOf } from '../domain/change/change.ts'
import { bodyHash } from '../domain/identity/commands.ts'
import { DomainError } from '../domain/language/errors.ts'
import type { ProcessDefinition } from '../domain/model/process.ts'
import type { Instant } from '../domain/time/instant.ts'
import type { ReprojectionActivities, ReprojectionStep } from './contract.ts'
import type { ActivityDeps } from './deps.ts'
import { conclude } from './reprojection-outcome.ts'

type CellReader = (key: { caseId: string; process: string; commandId: string }) => Promise<unknown>

export type ReprojectionDeps = Pick<ActivityDeps, 'db' | 'now'> & {
  processFor: (id: string, version: number) => ProcessDefinition | undefined
  processes: Readonly<Record<string, ProcessDefinition>>
  /** `startAndAct` for a case that is open while nothing lives for it. */
  cases: { act: CellReader }
  /** No more cases in a second than this, so that people and clocks are served as ever. */
  casesPerSecond: number
  /** Of the piece at hand: `beat` says that it is still being worked on, `signal` that somebody else will. */
  liveness: () => Liveness
}
type Liveness = { beat: () => void; signal: AbortSignal }

const atOnce = 8
const batchSize = 120
const beatMs = 1_500

/** The three pieces of a batch: list the cases once, ask some of them, compare what moved with what was said. */
export const createReprojection = (deps: ReprojectionDeps): ReprojectionActivities => ({
  listReprojected: ({ id }) => beating(deps, (signal) => list(deps, id, signal)),
  reprojectSome: ({ id, after }) => beating(deps, (signal) => askSome(deps, { id, after }, signal)),
  concludeReprojection: ({ id }) => beating(deps, () => conclude(deps, id)),
})

const beating = async <Done>(
  deps: ReprojectionDeps,
  work: (signal: AbortSignal) => Promise<Done>,
): Promise<Done> => {
  const { beat, signal } = deps.liveness()
  beat()
  const timer = setInterval(beat, beatMs)
  try {
    return await work(signal)
  } catch (error) {
    throw nameless(error)
  } finally {
    clearInterval(timer)
  }
}

const approved = async ({ db }: ReprojectionDeps, id: string): Promise<Proposal> => {
  const found = await findProposal(db, id)
  if (found?.status !== 'approved') throw new Error('only what was approved is carried out')
  return found
}

/** What a revocation has taken back is in force no more, but its row still says what it was. */
const subjectIn = async (deps: ReprojectionDeps, { proposed }: Proposal): Promise<Change> =>
  proposed.kind === 'revoke'
    ? ((await approved(deps, proposed.proposal)).proposed as Change)
    : proposed

/** The dry run once more, now that the change is in force; what it reads is what must be asked. */
const list = async (deps: ReprojectionDeps, id: string, signal: AbortSignal): Promise<void> => {
  const { db } = deps
  const one = await approved(deps, id)
  if (one.approval?.status === 'done') return
  const [books, subject, at] = [await loadBooks(db), await subjectIn(deps, one), await deps.now(db)]
  const approval = await dryRun(deps, {
    books,
    reach: reachOf(subject, books),
    base: one.base,
    at,
    signal,
    onBatch: async ({ cases, sofar }) => {
      await keepRearmings(
        db,
        id,
        cases.map(({ caseId }) => caseId),
      )
      await keepApproval(db, id, sofar)
    },
  })
  await keepApproval(db, id, approval)
}

type Place = { id: string; after: string }
type Order = { proposal: string; at: Instant; body: Record<string, unknown> }

/** The next cases after `after`; those that cannot answer for the moment stay on the list for the next round. */
const askSome = async (
  deps: ReprojectionDeps,
  { id, after }: Place,
  signal: AbortSignal,
): Promise<ReprojectionStep> => {
  const { db } = deps
  const pending = await readPending(db, id, after, batchSize)
  const order = await orderOf(deps, id)
  for (let from = 0; from < pending.length; from += atOnce) {
    signal.throwIfAborted()
    const [some, began] = [pending.slice(from, from + atOnce), performance.now()]
    const answers = await Promise.all(some.map((one) => askOne(deps, one, order)))
    await markRearmed(
      db,
      id,
      some.filter((_, place) => answers[place] === 'done').map(({ caseId }) => caseId),
    )
    await sleep(
      Math.max(0, (some.length * 1_000) / deps.casesPerSecond - (performance.now() - began)),
    )
  }
  const { total, done, failed } = await progressOf(db, id)
  const last = pending.length === batchSize ? (pending.at(-1)?.caseId ?? null) : null
  return { after: last, left: total - done - failed, total }
}

const orderOf = async (deps: ReprojectionDeps, id: string): Promise<Order> => {
  const one = await approved(deps, id)
  const { calendars } = await loadBooks(deps.db)
  const cause = causeOf(one.proposed, await subjectIn(deps, one))
  return {
    proposal: id,
    at: await deps.now(deps.db),
    body: { proposal: id, calendar: calendars.version, cause },
  }
}

const askOne = async (
  deps: ReprojectionDeps,
  one: Rearming,
  order: Order,
): Promise<'done' | 'failed' | 'later'> => {
  try {
    await ask(deps, one, order)
    return 'done'
  } catch (error) {
    if (!(error instanceof DomainError) || error.code === 'unavailable') return 'later'
    if (error.code === 'case-closed') return 'done'
    await markFailed(deps.db, order.proposal, one.caseId, error.message)
    return 'failed'
  }
}

/** The same case under the same command, whoever asks and how often. */
const ask = async (
  deps: ReprojectionDeps,
  { caseId, commandId, process }: Rearming,
  { at, body }: Order,
): Promise<void> => {
  const order = {
    caseId,
    type: 'reproject',
    taskId: null,
    body,
    ifMatch: null,
    bodyHash: bodyHash(body),
  }
  const actor = { kind: 'system' as const, id: 'system' }
  await keepCommand(deps.db, { ...order, id: commandId, actor, occurredAt: at, recordedAt: at })
  await deps.cases.act({ caseId, process, commandId })
}
