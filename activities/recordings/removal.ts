// Which recordings and loose files does a night remove with their bytes, and who can still be told that they were there?
import type { Database, Executor } from '../../db/client.ts'
import { forgetLoose, readLoose } from '../../db/files/loose.ts'
import { noteRemoved, readExpiredRecordings, readUnattached } from '../../db/files/recordings.ts'
import { forgetAbandoned, readAbandoned, waitsForDays } from '../../db/files/unfinished.ts'
import {
  forgetMark,
  holdBytes,
  isNeeded,
  oweRemoval,
  readOwed,
  settleRemoval,
} from '../../db/files/unneeded-bytes.ts'
import { recordExport } from '../../db/search/exports.ts'
import { looseForDays } from '../../domain/evidence/upload.ts'
import { derivedId } from '../../domain/identity/commands.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import { type Instant, later, yearsEarlier } from '../../domain/time/instant.ts'

/** Takes bytes away for good; what is not there any more is no failure. */
export type ByteRemoval = {
  /** Of a file that nothing refers to any more. */
  remove: (sha256: string) => Promise<void>
  /** Of what has arrived of an upload. */
  discardPieces: (id: string) => Promise<void>
}

type Deps = {
  db: Database
  removal: ByteRemoval
  processes: readonly ProcessDefinition[]
  now: Instant
}

const atOnce = 50
const dayMs = 86_400_000

/** Some of them, each in a transaction of its own; answers whether any are left. Bytes go last, whoever has owed them. */
export const removeUnkept = async (deps: Deps, patienceMs: number): Promise<boolean> => {
  const until = Date.now() + patienceMs
  const mayGoOn = () => Date.now() < until
  for (const kind of [removeAbandoned, removeUnattached, removeExpired, removeLoose, takeOwed])
    if ((await kind(deps, mayGoOn)) === 'more') return true
  return false
}

type MayGoOn = () => boolean
type Left = 'more' | 'none'

/** One after the other; what is beyond this piece, or takes too long, is left for the next. */
const each = async <One>(
  found: readonly One[],
  mayGoOn: MayGoOn,
  work: (one: One) => Promise<void>,
): Promise<Left> => {
  for (const one of found) {
    await work(one)
    if (!mayGoOn()) return 'more'
  }
  return found.length === atOnce ? 'more' : 'none'
}

type Removed = { file: string; case: string | null; sha256: string | null; [more: string]: unknown }

/** Appended once, in the name of the product. */
const record = (
  tx: Executor,
  [list, format]: ['recording' | 'file', 'removed' | 'forgotten'],
  query: Removed,
  at: Instant,
) =>
  recordExport(tx, {
    exportId: derivedId(list, query.file, format),
    event: 'finished',
    person: 'system',
    list,
    format,
    query,
    rows: 1,
    at,
  })

/** Begun, and gone on with by nobody. */
const removeAbandoned = async ({ db, removal, now }: Deps, mayGoOn: MayGoOn): Promise<Left> =>
  each(await readAbandoned(db, atOnce), mayGoOn, (id) =>
    db.transaction(async (tx) => {
      const gone = await forgetAbandoned(tx, id)
      if (!gone?.recording) return
      const { uploadedBy: sentBy, received, recording } = gone
      const query = { file: id, case: recording.caseId, sha256: null, sentBy, received }
      await record(tx, ['recording', 'forgotten'], query, now)
      await removal.discardPieces(id)
    }),
  )

/** Whole, and attached to no case. */
const removeUnattached = async (deps: Deps, mayGoOn: MayGoOn): Promise<Left> => {
  const before = later(deps.now, -waitsForDays * dayMs)
  return each(await readUnattached(deps.db, before, atOnce), mayGoOn, (id) =>
    forget(deps, 'recording', id),
  )
}

/** Uploaded, and taken up by no act and no entry of a ledger. */
const removeLoose = async (deps: Deps, mayGoOn: MayGoOn): Promise<Left> => {
  const before = later(deps.now, -looseForDays * dayMs)
  return each(await readLoose(deps.db, before, atOnce), mayGoOn, (id) => forget(deps, 'file', id))
}

const forget = ({ db, now }: Deps, list: 'recording' | 'file', id: string): Promise<void> =>
  db.transaction(async (tx) => {
    const gone = await forgetLoose(tx, id)
    if (!gone) return
    const { sha256, uploadedBy: sentBy, recording } = gone
    const query = { file: id, case: recording?.caseId ?? null, sha256, sentBy }
    await record(tx, [list, 'forgotten'], query, now)
    await oweRemoval(tx, sha256, now)
  })

/** What has just been forgotten, and what somebody who died has left. Who puts the same bytes there meanwhile waits, and puts them there anew. */
const takeOwed = async ({ db, removal }: Deps, mayGoOn: MayGoOn): Promise<Left> =>
  each(await readOwed(db, atOnce), mayGoOn, (sha256) =>
    db.transaction(async (tx) => {
      await holdBytes(tx, sha256)
      if (!(await isNeeded(tx, sha256))) {
        await removal.remove(sha256)
        await forgetMark(tx, sha256)
      }
      await settleRemoval(tx, sha256)
    }),
  )

/** Of cases that have been closed for longer than their process keeps them; what is on record of them stays. */
const removeExpired = async (deps: Deps, mayGoOn: MayGoOn): Promise<Left> => {
  const { db, processes, now: at } = deps
  for (const { id: process, recordings } of processes) {
    if (!recordings || recordings.retention.years === null) continue
    const { id: period, years } = recordings.retention
    const found = await readExpiredRecordings(db, process, yearsEarlier(at, years), atOnce)
    const left = await each(found, mayGoOn, (one) =>
      db.transaction(async (tx) => {
        const { id: file, caseId, sha256 } = one
        await noteRemoved(tx, file, { at, period })
        await record(tx, ['recording', 'removed'], { file, case: caseId, sha256, period }, at)
        await oweRemoval(tx, sha256, at)
      }),
    )
    if (left === 'more') return left
  }
  return 'none'
}
