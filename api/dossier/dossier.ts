// Which papers does the dossier of a case hold, what is missing, and how does it leave the product?
import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { type Context, Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import type { DossierRun, DossierView } from '../../contract/documents/dossier.ts'
import { looksOf, readDocuments } from '../../db/cases/documents-reads.ts'
import { askForDossier, type DossierRow, latestDossier } from '../../db/files/dossiers.ts'
import { type Reader, withScope } from '../../db/scope.ts'
import { recordExport } from '../../db/search/exports.ts'
import type { DossierPaper, OrderedDossier } from '../../domain/dossier/order.ts'
import { mayTakeDossier } from '../../domain/dossier/sight.ts'
import { isBarredReader, recusedReader } from '../../domain/engine/judging/barred-reader.ts'
import { itemFilesClosedTo, workersOnly } from '../../domain/engine/judging/item-files.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { type Text, text } from '../../domain/language/words.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import type { Actor } from '../../domain/organisation/actor.ts'
import { closedTo, lookFirst } from '../documents/confidential-papers.ts'
import { createFileStore } from '../evidence/file-store.ts'
import { createKeptBytes } from '../evidence/kept-bytes.ts'
import { endOf, untilEnd } from '../exports/export-stream.ts'
import { authorOf } from '../http/command.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { pieceOf } from '../http/piece.ts'
import { caseIn, processOf } from '../reading/case-reading.ts'
import { dossierOf, readOrdered } from './dossier-material.ts'

const described = (summary: string) => describeRoute({ tags: ['documents'], summary })
const notYours = text(
  '卷宗由本案办理人员和有管理职责的人员取用',
  'The dossier is for who handles the case and who answers for that',
)

export const createDossierRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get('/:id/dossier', described('The contents of the dossier of a case'), async (c) =>
      c.json<DossierView>(await viewOf(deps, await read(deps, c))),
    )
    .post('/:id/dossier', described('Have the dossier of a case made'), async (c) => {
      const found = await read(deps, c)
      const { record, ordered } = found
      const before = await latestDossier(deps.connection.db, record.id)
      if (!before || before.state === 'failed' || isOutdated(before, record, ordered)) {
        const { actor, at } = c.var
        const person = actor.kind === 'person' ? actor.id : ''
        const asked = { caseId: record.id, person, askedAt: at, facts: record.facts }
        await askForDossier(deps.connection.db, { id: randomUUID(), ...asked })
      }
      void deps.dossiers.kick().catch(() => undefined)
      return c.json<DossierView>(await viewOf(deps, found), 202)
    })
    .get('/:id/dossier/pdf', described('The dossier as one PDF'), (c) => send(deps, c, 'pdf'))
    .get('/:id/dossier/zip', described('All files of the dossier'), (c) => send(deps, c, 'zip'))

type Found = {
  reader: PaperReader
  record: CaseRecord
  ordered: OrderedDossier
  before: readonly string[]
}

/** Whose work it is not, and who has no hand in it any more. */
const refuseOthers = (reader: Parameters<typeof isBarredReader>[0]): void => {
  if (isBarredReader(reader)) throw new DomainError('not-allowed', [recusedReader])
  if (!mayTakeDossier(reader.record, reader.actor)) throw new DomainError('not-allowed', [notYours])
}

const read = async (deps: Deps, c: Context<ApiEnv>): Promise<Found> => {
  const { actor, scope } = c.var
  return withScope(deps.connection.pool, scope, async (tx) => {
    const { record } = await caseIn(tx, c.req.param('id') ?? '')
    const process = processOf(deps, record)
    refuseOthers({ process, record, actor })
    const { before } = dossierOf(process)
    const ordered = await readOrdered(tx, process, record)
    return { reader: { process, record, actor }, record, before, ordered }
  })
}

const viewOf = async (
  deps: Deps,
  { reader, record, ordered, before }: Found,
): Promise<DossierView> => {
  const latest = await latestDossier(deps.connection.db, record.id)
  return {
    parts: ordered.parts.map(({ words, papers }) => ({
      words,
      papers: papers.map((paper) => paperView(paper, isClosed(reader, paper))),
    })),
    missing: ordered.missing,
    before: [...before],
    run: latest && runView(latest, record, ordered),
  }
}

type PaperReader = Parameters<typeof itemFilesClosedTo>[0]

/** As on the page of the case: neither the bytes nor the name of a file that is for those who work on a person's matter. */
const isClosed = (reader: PaperReader, paper: DossierPaper): boolean =>
  paper.kind === 'file' && itemFilesClosedTo(reader, paper.item)

const paperView = (paper: DossierPaper, closed: boolean) =>
  paper.kind === 'document'
    ? {
        kind: paper.kind,
        title: paper.document.title,
        number: paper.document.number,
        at: paper.document.at,
      }
    : {
        kind: paper.kind,
        ...(closed ? { title: '', closed: workersOnly } : { title: paper.file.name }),
        number: null,
        at: paper.file.at,
      }

/**
 * Also one that has failed is asked for again; one under way takes what has come meanwhile along. A document that is made at last is no
 * fact of the case: what was missing tells of it.
 */
const isOutdated = (
  { state, facts, missing }: DossierRow,
  record: CaseRecord,
  ordered: OrderedDossier,
): boolean =>
  state === 'made' && (facts !== record.facts || named(missing) !== named(ordered.missing))

const named = (missing: readonly Text[]): string => JSON.stringify(missing.map(({ zh }) => zh))

const runView = (row: DossierRow, record: CaseRecord, ordered: OrderedDossier): DossierRun => ({
  state: row.state,
  done: row.done,
  total: row.total,
  askedAt: row.askedAt,
  madeAt: row.madeAt,
  outdated: isOutdated(row, record, ordered),
  pdf: fileOf(row.caseId, 'pdf', row.pdfSha256, row.pdfSize),
  zip: fileOf(row.caseId, 'zip', row.zipSha256, row.zipSize),
})

const fileOf = (id: string, kind: 'pdf' | 'zip', sha256: string | null, size: number | null) =>
  sha256 === null || size === null
    ? null
    : { url: `/api/cases/${id}/dossier/${kind}`, sha256, size }

const types = { pdf: 'application/pdf', zip: 'application/zip' } as const

const keptOf = ({ connection, clock, settings }: Deps) =>
  createKeptBytes({ db: connection.db, now: () => clock.now() }, createFileStore(settings.filesDir))

/** Who has taken it along is recorded before the first byte leaves, and how that ended. */
const send = async (deps: Deps, c: Context<ApiEnv>, kind: 'pdf' | 'zip') => {
  const { actor, scope, at } = c.var
  const record = await withScope(deps.connection.pool, scope, async (tx) => {
    const found = await caseIn(tx, c.req.param('id') ?? '')
    const process = processOf(deps, found.record)
    refuseOthers({ process, record: found.record, actor })
    dossierOf(process)
    await refuseUnseen(deps, tx, found.record, actor)
    return found.record
  })
  const row = await latestDossier(deps.connection.db, record.id)
  const file = row && fileOf(record.id, kind, row[`${kind}Sha256`], row[`${kind}Size`])
  if (!row || !file) throw new DomainError('not-found')
  const piece = pieceOf(c.req.header('range'), file.size, c.req.header('if-range'), file.sha256)
  if (piece === null) {
    c.header('content-range', `bytes */${file.size}`)
    return c.body(null, 416)
  }
  const ended = await recorded(deps, { person: actor.kind === 'person' ? actor.id : '', at }, row, {
    kind,
    rows: piece.to - piece.from + 1,
  })
  const stream = await keptOf(deps).read(file, piece)
  const name = `卷宗 ${record.number}.${kind}`
  const whole = piece.to - piece.from + 1 === file.size
  return c.body(
    untilEnd(
      Readable.toWeb(stream) as ReadableStream<Uint8Array>,
      endOf(c.req.raw.signal, ended),
      (error) =>
        deps.log.error(
          { kind: error instanceof Error ? error.name : typeof error },
          'dossier broke off',
        ),
    ),
    whole ? 200 : 206,
    {
      'content-type': types[kind],
      'content-length': String(piece.to - piece.from + 1),
      ...(whole ? {} : { 'content-range': `bytes ${piece.from}-${piece.to}/${file.size}` }),
      'accept-ranges': 'bytes',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'private, no-store',
      etag: `"${file.sha256}"`,
    },
  )
}

/** It holds the papers of every person: who takes it along works on each matter and has looked at each on record. */
const refuseUnseen = async (deps: Deps, tx: Reader, record: CaseRecord, actor: Actor) => {
  const documents = await readDocuments(tx, record.id)
  const looks = await looksOf(tx, record.id, authorOf(actor).id)
  const reader = { process: processOf(deps, record), record, looks, actor }
  if (documents.some((one) => closedTo(reader, one).confidential))
    throw new DomainError('not-allowed', [lookFirst])
  const { parts } = await readOrdered(tx, reader.process, record)
  if (parts.some(({ papers }) => papers.some((paper) => isClosed(reader, paper))))
    throw new DomainError('not-allowed', [workersOnly])
}

type Taker = { person: string; at: string }
type Taken = { kind: 'pdf' | 'zip'; rows: number }

const recorded = async (deps: Deps, taker: Taker, row: DossierRow, { kind, rows }: Taken) => {
  const { db } = deps.connection
  const query = { case: row.caseId, dossier: row.id }
  const event = { exportId: randomUUID(), list: 'dossier', format: kind, query, ...taker, rows }
  await recordExport(db, { ...event, event: 'begun' })
  return (whole: boolean): void => {
    const end = async () =>
      recordExport(db, {
        ...event,
        event: whole ? 'finished' : 'broken-off',
        at: await deps.clock.now(),
      })
    void end().catch(() => undefined)
  }
}
