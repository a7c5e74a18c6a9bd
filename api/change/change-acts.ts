// How does a change of calendars, rules or promises come into being, and what follows when a second person has decided?
import type { Context } from 'hono'
import type { ProposalView } from '../../contract/change/changes.ts'
import type { TriedOut } from '../../contract/change/moves.ts'
import { dryRun } from '../../db/change/dry-run-reads.ts'
import {
  type Check,
  decideProposal,
  findProposal,
  keepProposal,
  keepStep,
  type Proposal,
  revokeProposal,
  withBooks,
} from '../../db/change/proposals.ts'
import type { Proposed } from '../../domain/change/change.ts'
import { type Decision, decisionOutcomes } from '../../domain/change/four-eyes.ts'
import { administratorOf, judgeDecision, refuseMoving } from '../../domain/change/proposal.ts'
import { DomainError } from '../../domain/language/errors.ts'
import type { Person } from '../../domain/organisation/actor.ts'
import { inScope } from '../../domain/organisation/policy.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { type IdempotentRequest, requestOf } from '../http/command.ts'
import type { ApiEnv, Deps, Variables } from '../http/deps.ts'
import { present, previewRows, proposalIn, viewOf } from './change-reading.ts'
import { dryRunView, examplesOf } from './change-views.ts'
import { booksWith, patiently, previewBegun, runPreview } from './previews.ts'

type ActDeps = Pick<Deps, 'connection' | 'reprojections' | 'log' | 'processes' | 'processFor'>
type Wanted = { proposed: Proposed; reason: string }

/** Stores the proposal and begins its dry run; the same key again answers with the same proposal. */
export const propose = async (
  deps: ActDeps,
  c: Context<ApiEnv>,
  wanted: Wanted,
): Promise<ProposalView> => {
  const { actor, at } = c.var
  const by = administratorOf(actor)
  const request = requestOf(c, wanted)
  const fresh = await keep(deps, request, wanted, by, at)
  if (fresh) await patiently(runPreview(deps, fresh.id, fresh.proposed, fresh.preview))
  return viewOf(deps, c.var, request.id)
}

/** Null when it is there already. */
const keep = (
  deps: ActDeps,
  request: IdempotentRequest,
  { proposed, reason }: Wanted,
  by: Person,
  at: Instant,
) =>
  withBooks(deps.connection.db, async (tx) => {
    const known = await findProposal(tx, request.id)
    if (known && known.bodyHash !== request.hash) throw new DomainError('key-reused')
    if (known) return null
    const { versions } = await booksWith(deps, tx, request.id, proposed, at)
    refuseMoving(await present(tx))
    const preview = previewBegun(versions, at)
    const row = {
      id: request.id,
      kind: proposed.kind,
      proposed,
      bodyHash: request.hash,
      reason,
      status: 'proposed' as const,
      preview,
    }
    await keepProposal(tx, {
      ...row,
      ...versions,
      proposedBy: by.id,
      proposedByName: by.name,
      proposedAt: at,
    })
    const after = { status: 'proposed', version: versions.base, proposed, reason }
    await keepStep(tx, {
      proposal: request.id,
      act: 'proposed',
      by: by.id,
      byName: by.name,
      at,
      before: null,
      after,
    })
    return row
  })

/** What would move, and nothing kept: ends with the request that asked. */
export const tryOut = async (
  deps: ActDeps,
  { actor, scope, at }: Variables,
  proposed: Proposed,
  signal: AbortSignal,
): Promise<TriedOut> => {
  administratorOf(actor)
  const { db } = deps.connection
  const {
    base,
    subject,
    next: books,
    reach,
    versions,
  } = await booksWith(deps, db, '', proposed, at)
  refuseMoving(await present(db))
  const rows: Check[] = []
  const keepFirst = async (batch: { rows: Check[] }) => {
    const seen = batch.rows.filter(
      ({ isMoved, region }) => isMoved && inScope(scope, { region, owner: null }),
    )
    rows.push(...seen.slice(0, previewRows - rows.length))
  }
  const dryRunInput = { books, reach, base: versions.base, at, signal, onBatch: keepFirst }
  const run = await dryRun({ ...deps, db }, dryRunInput)
  return { ...dryRunView(deps, run, rows), examples: examplesOf(subject, base, books) }
}

export const decide = async (
  deps: ActDeps,
  { actor, scope, at }: Variables,
  id: string,
  { type, reason }: { type: Decision; reason: string },
): Promise<ProposalView> => {
  const by = administratorOf(actor)
  await proposalIn(deps, id)
  await withBooks(deps.connection.db, async (tx) => {
    const one = await findProposal(tx, id)
    if (!one) throw new DomainError('not-found')
    const now = await present(tx)
    judgeDecision(type, by, { ...one, previewed: one.preview.status === 'done' }, now)
    const version = await versionAfter(deps, tx, one, type, at)
    const decided = {
      status: decisionOutcomes[type],
      decidedBy: by.id,
      decidedByName: by.name,
      decidedAt: at,
      decisionReason: reason,
      version,
    }
    await decideProposal(tx, id, decided)
    if (type === 'approve' && one.proposed.kind === 'revoke')
      await revokeProposal(tx, one.proposed.proposal, id)
    const before = { status: one.status, version: now.version }
    const after = {
      status: decisionOutcomes[type],
      version: type === 'approve' ? version : now.version,
      reason,
    }
    await keepStep(tx, {
      proposal: id,
      act: decisionOutcomes[type],
      by: by.id,
      byName: by.name,
      at,
      before,
      after,
    })
  })
  if (type === 'approve')
    await patiently(
      deps.reprojections
        .begin(id)
        .catch((error: Error) =>
          deps.log.error({ proposal: id, kind: error.name }, 'a batch could not begin'),
        ),
    )
  return viewOf(deps, { actor, scope }, id)
}

/** Checked once more at the moment of approval: what is to be taken back may be gone. */
const versionAfter = async (
  deps: ActDeps,
  tx: Parameters<typeof booksWith>[1],
  one: Proposal,
  type: Decision,
  at: Instant,
): Promise<string> =>
  type === 'approve'
    ? (await booksWith(deps, tx, one.id, one.proposed, at)).versions.version
    : one.version
