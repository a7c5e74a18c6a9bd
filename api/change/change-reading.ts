// What does a administrator of calendars and rules read of a proposal, within his regions?
import type { ProposalView } from '../../contract/change/changes.ts'
import type { DifferenceView, MoveRow, WorkedExamples } from '../../contract/change/moves.ts'
import { loadBooks, readInForce } from '../../db/change/books.ts'
import { readChecks, readDifferences } from '../../db/change/differences.ts'
import {
  findProposal,
  type Proposal,
  readHistory,
  readUnfinished,
} from '../../db/change/proposals.ts'
import { progressOf, readRefusals } from '../../db/change/rearmings.ts'
import type { Executor } from '../../db/client.ts'
import { booksOf, causeOf, inForceWith, subjectOf, versionOf } from '../../domain/change/change.ts'
import { administratorOf } from '../../domain/change/proposal.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { type Text, text } from '../../domain/language/words.ts'
import type { Deps, Variables } from '../http/deps.ts'
import {
  actsOn,
  differenceView,
  dryRunView,
  examplesOf,
  historyView,
  moveRow,
  outcomeView,
  proposalRow,
  withPlaces,
} from './change-views.ts'

type ReadingDeps = Pick<Deps, 'connection' | 'processes'>
type Reader = Pick<Variables, 'actor' | 'scope'>

/** How many rows stand in the proposal itself; all of them are in its pages. */
export const previewRows = 50
const previewDifferences = 200
const beginning = { caseId: '', obligation: '' }

export const proposalIn = async (
  { connection }: Pick<Deps, 'connection'>,
  id: string,
): Promise<Proposal> => {
  const found = await findProposal(connection.db, id)
  if (!found) throw new DomainError('not-found')
  return found
}

/** What is in force, and whether it has reached every case. */
export const present = async (db: Pick<Executor, 'select'>) => {
  const [books, unfinished] = [await loadBooks(db), await readUnfinished(db)]
  return { version: versionOf(books), carriedOut: unfinished.length === 0 }
}

/** In words, what each of them changes or takes back, by its id. */
export const wordsOf = async (
  db: Pick<Executor, 'select'>,
  rows: Proposal[],
): Promise<Map<string, Text>> => {
  const known = new Map(rows.map(({ id, proposed }) => [id, proposed]))
  const words = new Map<string, Text>()
  for (const { id, proposed } of rows) {
    const subject =
      proposed.kind === 'revoke'
        ? (known.get(proposed.proposal) ?? (await findProposal(db, proposed.proposal))?.proposed)
        : proposed
    if (subject && subject.kind !== 'revoke') words.set(id, causeOf(proposed, subject))
  }
  return words
}

export const viewOf = async (
  deps: ReadingDeps,
  { actor, scope }: Reader,
  id: string,
): Promise<ProposalView> => {
  const by = administratorOf(actor)
  const { db } = deps.connection
  const one = await proposalIn(deps, id)
  const { regions } = scope
  const rows = await readChecks(db, id, { after: beginning, limit: previewRows, regions })
  const differing = one.outcome
    ? await readDifferences(db, id, { after: beginning, limit: previewDifferences, regions })
    : []
  const [now, progress, history] = [
    await present(db),
    await progressOf(db, id),
    await readHistory(db, id),
  ]
  const examples = one.status === 'proposed' ? await examplesIn(db, one) : noExamples
  const errors = progress.failed > 0 ? await readRefusals(db, id, regions, previewRows) : []
  return {
    ...proposalRow(one, await wordsOf(db, [one])),
    base: one.base,
    version: one.version,
    preview: dryRunView(deps, one.preview, rows),
    examples,
    outdated: one.status === 'proposed' && one.base !== now.version,
    approval: one.approval && withPlaces(one.approval),
    outcome: outcomeView(
      one,
      { ...progress, errors },
      differing.map((each) => differenceView(deps, each)),
    ),
    history: history.map(historyView),
    acts: actsOn(one, by, now),
  }
}

const noExamples: WorkedExamples = { checked: 0, changed: [] }

/** What is to be taken back may be gone meanwhile: then nothing follows from it. */
const examplesIn = async (
  db: Pick<Executor, 'select'>,
  { id, proposed }: Proposal,
): Promise<WorkedExamples> => {
  const inForce = await readInForce(db)
  if (proposed.kind === 'revoke' && !inForce.some((one) => one.id === proposed.proposal))
    return noExamples
  const next = booksOf(inForceWith(inForce, id, proposed))
  return examplesOf(subjectOf(inForce, proposed), booksOf(inForce), next)
}

type PartQuery = { id: string; part: 'moves' | 'differences' }

export const pageOf = async (
  deps: ReadingDeps,
  { actor, scope }: Reader,
  { id, part }: PartQuery,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ items: (MoveRow | DifferenceView)[]; cursor: string | null }> => {
  administratorOf(actor)
  await proposalIn(deps, id)
  const page = { after: placeOf(cursor), limit, regions: scope.regions }
  const { db } = deps.connection
  const items =
    part === 'moves'
      ? (await readChecks(db, id, page)).map((row) => moveRow(deps, row))
      : (await readDifferences(db, id, page)).map((row) => differenceView(deps, row))
  const last = items.length === limit ? items.at(-1) : undefined
  return {
    items,
    cursor: last
      ? Buffer.from(JSON.stringify([last.caseId, last.obligation])).toString('base64url')
      : null,
  }
}

const placeOf = (cursor: string | undefined) => {
  if (!cursor) return beginning
  try {
    const [caseId, obligation] = JSON.parse(
      Buffer.from(cursor, 'base64url').toString(),
    ) as unknown[]
    if (typeof caseId === 'string' && typeof obligation === 'string') return { caseId, obligation }
  } catch {
    // falls through to the refusal: a cursor is ours or it is nothing
  }
  throw new DomainError('invalid-input', [text('翻页标记无效', 'The cursor is not valid')])
}
