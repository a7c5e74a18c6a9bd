// How does a test put a notice into force without its two administrators?
import { loadBooks } from '../../../db/change/books.ts'
import { keepProposal } from '../../../db/change/proposals.ts'
import type { Database } from '../../../db/client.ts'
import type { Publication } from '../../../domain/change/published.ts'

const at = '2026-11-20T01:00:00.000Z'

/** Approved and carried out, as far as the table is concerned; answers the version from now on. */
export const publishAtOnce = async (
  db: Database,
  id: string,
  proposed: Publication,
): Promise<string> => {
  const run = {
    run: id,
    status: 'done' as const,
    at,
    base: '',
    version: '',
    clocks: [],
    digest: null,
  }
  const preview = {
    ...run,
    places: [],
    newlyOverdue: 0,
    noLongerOverdue: 0,
    cases: 0,
    total: 0,
    checked: 0,
    movedCount: 0,
    unmoved: 0,
    firmed: 0,
  }
  const decided = {
    decidedBy: 'wu',
    decidedByName: 'wu',
    decidedAt: at,
    decisionReason: '',
    place: Number(id.replace(/\D/g, '')),
  }
  await keepProposal(db, {
    id,
    kind: proposed.kind,
    proposed,
    bodyHash: '',
    reason: '',
    status: 'approved',
    base: '',
    version: '',
    preview,
    proposedBy: 'lin',
    proposedByName: 'lin',
    proposedAt: at,
    ...decided,
    outcome: { movedCount: 0, digest: '', differing: 0, at },
  })
  return (await loadBooks(db)).calendars.version
}
