// How do photographs and documents come in, and who may see them again?
import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { type Context, Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { downloadQuery } from '../../contract/parts/date-inputs.ts'
import { itemsNaming, looksOf } from '../../db/cases/documents-reads.ts'
import { keepUpload, type NewFile, readUpload, type Upload } from '../../db/files/uploads.ts'
import { withScope } from '../../db/scope.ts'
import { isBarredReader, recusedReader } from '../../domain/engine/judging/barred-reader.ts'
import { itemFilesClosedTo, workersOnly } from '../../domain/engine/judging/item-files.ts'
import { type Taken, unknownTaken } from '../../domain/evidence/photo.ts'
import { takenFrom, takenInput } from '../../domain/evidence/photo-input.ts'
import { isPlayable } from '../../domain/evidence/recording.ts'
import { commandId } from '../../domain/identity/commands.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { audienceOf, enterpriseOf, mayUpload } from '../../domain/organisation/policy.ts'
import { fileClosedTo, lookFirst } from '../documents/confidential-papers.ts'
import { hasCopy, ofCopy } from '../http/browser-copy.ts'
import { asUuid, authorOf, keyOf } from '../http/command.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked, invalid, issuesOf } from '../http/input.ts'
import { caseIn, processOf, storyIn } from '../reading/case-reading.ts'
import { timelineFor } from '../reading/case-view.ts'
import { filesOf, fileView } from '../reading/fact-parts.ts'
import { scan } from './antivirus.ts'
import { kindOf } from './file-kind.ts'
import { plainName } from './file-name.ts'
import { createFileStore, type FileStore, type Received } from './file-store.ts'
import { createKeptBytes } from './kept-bytes.ts'
import { refuseTooManyLoose } from './loose-files.ts'
import { sendMedia } from './media.ts'
import { fileForm, openFilePart } from './upload.ts'

/** `taken`, as JSON: `{at, source, lat, lon, accuracy}` of a photograph. */
const upload = fileForm({ taken: { type: 'string' } })

export const createFileRoutes = (deps: Deps) => {
  const store = createFileStore(deps.settings.filesDir)
  const kept = createKeptBytes({ db: deps.connection.db, now: () => deps.clock.now() }, store)
  return new Hono<ApiEnv>()
    .post(
      '/',
      describeRoute({
        tags: ['files'],
        summary: 'Upload one file of up to 20 MB, as `file`',
        requestBody: upload,
      }),
      async (c) => {
        const author = authorOf(c.get('actor'))
        if (!mayUpload(author)) throw new DomainError('not-allowed')
        const key = keyOf(c)
        const id = key === undefined ? randomUUID() : asUuid(commandId(author.id, `file ${key}`))
        const mine = {
          id,
          uploadedBy: author.id,
          enterprise: enterpriseOf(author),
          caseId: null,
          at: c.get('at'),
        }
        return c.json(fileView(await receive(deps, c, store, mine)), 201)
      },
    )
    .get(
      '/:id',
      describeRoute({ tags: ['files'], summary: 'The bytes of a file' }),
      checked('query', downloadQuery),
      async (c) => {
        const found = await withScope(deps.connection.pool, c.get('scope'), (tx) =>
          readUpload(tx, c.req.param('id')),
        )
        if (!found || !(await mayRead(deps, c, found))) throw new DomainError('not-found')
        if (isPlayable(found.type)) return sendMedia(deps, c, kept, found)
        if (hasCopy(c, found.sha256)) return c.body(null, 304, ofCopy(found.sha256))
        const inline =
          /^(image\/|application\/pdf)/.test(found.type) &&
          c.req.valid('query').download === undefined
        const stream = await kept.read(found)
        return c.body(Readable.toWeb(stream) as ReadableStream, 200, {
          'content-type': found.type,
          'content-length': String(found.size),
          'content-disposition': `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(found.name)}`,
          ...(inline && found.type === 'application/pdf' ? ofPaper : ofAnythingElse),
          ...ofCopy(found.sha256),
        })
      },
    )
}

/** The browser's own reader shows a PDF only outside a sandbox, and in a frame of ours; whatever could act in it was refused on its way in. */
const ofPaper = {
  'content-security-policy':
    "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'",
  'x-frame-options': 'SAMEORIGIN',
}
const ofAnythingElse = { 'content-security-policy': "default-src 'none'; sandbox" }

type Mine = Pick<Upload, 'id' | 'uploadedBy' | 'enterprise' | 'caseId' | 'at'>

/** Streams the body to disk, looks into what has come, and keeps it under its hash. */
const receive = async (
  deps: Deps,
  c: Context<ApiEnv>,
  store: FileStore,
  mine: Mine,
): Promise<Upload> => {
  const part = await openFilePart(c.req.raw)
  const { at: takenAt, source: takenSource, ...place } = takenIn(part.fields.taken)
  const received = await store.receive(part.chunks)
  const about = { ...mine, name: plainName(part.filename), takenAt, takenSource, ...place }
  const row = await keepChecked(deps, store, received, about)
  if (row.sha256 !== received.sha256) throw new DomainError('key-reused')
  return row
}

/** A received file is kept when name, content, scanner and the quota of its uploader have nothing against it, and nowhere otherwise. */
export const keepChecked = async (
  { settings, connection }: Pick<Deps, 'settings' | 'connection'>,
  store: FileStore,
  received: Received,
  about: Omit<NewFile, 'sha256' | 'size' | 'type'>,
): Promise<Upload> => {
  try {
    const type = await kindOf(received.path, about.name)
    await scan(received.path, settings.clamavAddress)
    const { sha256, size } = received
    return await keepUpload(
      connection.db,
      { ...about, sha256, size, type },
      {
        place: () => store.keep(received),
        admit: (tx) => refuseTooManyLoose(tx, about.uploadedBy, size),
      },
    )
  } finally {
    await store.discard(received)
  }
}

/** What the client says of the photograph's time and place; nonsense is refused, and nothing is kept. */
const takenIn = (words: string | undefined): Taken => {
  if (words === undefined) return unknownTaken
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), takenInput), words)
  if (!read.success)
    throw invalid(
      issuesOf(read.issues).map(({ path, message }) => ({ path: `taken.${path}`, message })),
    )
  return takenFrom(read.output)
}

/** Row-level security has let the file through; the party also needs an item of its own timeline that shows it. */
const mayRead = async (
  deps: Deps,
  c: Context<ApiEnv>,
  { id, caseId, uploadedBy }: Upload,
): Promise<boolean> => {
  const actor = c.get('actor')
  if (caseId === null) return true
  const isOwn = actor.kind === 'person' && actor.id === uploadedBy
  if (audienceOf(actor) === 'internal') {
    await refuseUnseen(deps, c, { id, caseId, isOwn })
    return true
  }
  if (isOwn) return true
  const material = await storyIn(deps, c.get('scope'), caseId)
  return timelineFor(material, { audience: 'party', actor }).some(({ fields }) =>
    fields.flatMap(filesOf).some((file) => file.id === id),
  )
}

/** What was handed in in confidence opens to those whose look is on record. */
const refuseUnseen = async (
  deps: Deps,
  c: Context<ApiEnv>,
  { id, caseId, isOwn }: { id: string; caseId: string; isOwn: boolean },
): Promise<void> => {
  const actor = c.get('actor')
  const { items, ...reader } = await withScope(deps.connection.pool, c.get('scope'), async (tx) => {
    const { record } = await caseIn(tx, caseId)
    const process = processOf(deps, record)
    // To look for a file among thousands of facts is paid for only where it may be closed.
    const isOpen = isOwn || !process.items?.some(({ filesOpenTo }) => filesOpenTo)
    return {
      process,
      record,
      actor,
      looks: await looksOf(tx, caseId, authorOf(actor).id),
      items: isOpen ? [] : await itemsNaming(tx, caseId, id),
    }
  })
  if (isBarredReader(reader)) throw new DomainError('not-allowed', [recusedReader])
  if (isOwn) return
  if (fileClosedTo(reader, id)) throw new DomainError('not-allowed', [lookFirst])
  if (items.some((item) => itemFilesClosedTo(reader, item)))
    throw new DomainError('not-allowed', [workersOnly])
}
