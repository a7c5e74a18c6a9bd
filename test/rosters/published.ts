// How does a test bring a roster into force without its two people?
import { randomUUID } from 'node:crypto'
import type { Database } from '../../db/client.ts'
import { keepRosterDecision, keepVersion } from '../../db/organisation/rosters.ts'
import { rosterOffice } from '../../domain/rosters/offices.ts'
import type { RosterEntry } from '../../domain/rosters/roster.ts'
import { usualStarts } from '../../domain/rosters/shifts.ts'

type Published = {
  office: string
  month: string
  entries: RosterEntry[]
  starts?: string[]
  version?: number
  by?: string
  at?: string
}

/** Entered by `by`, published by somebody else. */
export const publishRoster = async (
  db: Database,
  { office, month, entries, starts = usualStarts, version = 1, by = 'dan', at }: Published,
): Promise<string> => {
  const found = rosterOffice(office)
  if (!found) throw new TypeError(office)
  const id = randomUUID()
  const proposedAt = at ?? '2026-01-01T00:00:00.000Z'
  const who = { proposedBy: by, proposedByName: by, proposedAt }
  const about = { office, region: found.region, month, version, starts, entries }
  await keepVersion(db, { id, bodyHash: '', reason: '', ...about, ...who })
  await keepRosterDecision(db, {
    roster: id,
    proposedBy: by,
    decision: 'approved',
    by: 'publisher',
    byName: 'publisher',
    at: proposedAt,
    reason: '',
  })
  return id
}
