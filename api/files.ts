// How do photographs and documents come in, and who may see them again?
import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { type Context, Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { withScope } from '../db/reads/scope.ts'
import { keepUpload, readUpload, type Upload } from '../db/uploads.ts'
import { commandId } from '../domain/case/commands.ts'
import { DomainError } from '../domain/case/errors.ts'
import { type Taken, unknownTaken } from '../domain/evidence/photo.ts'
import { takenFrom, takenInput } from '../domain/evidence/photo-input.ts'
import { audienceOf, mayUpload } from '../domain/organisation/policy.ts'
import { materialIn } from './case-reading.ts'
import { timelineFor } from './case-view.ts'
import { asUuid, authorOf, keyOf } from './command.ts'
import type { ApiEnv, Deps } from './deps.ts'
import { filesShown, fileView } from './fact-parts.ts'
import { kindOf } from './file-kind.ts'
import { createFileStore, type FileStore } from './file-store.ts'
import { checked, invalid, issuesOf, shortText } from './input.ts'
import { boundaryOf, readFilePart } from './multipart.ts'

const upload = {
  content: {
    'multipart/form-data': {
      schema: {
        type: 'object' as const,
        required: ['file'],
        properties: {
          file: { type: 'string' as const, format: 'binary' },
          /** Before the file, as JSON: `{at, source, lat, lon, accuracy}` of a photograph. */
          taken: { type: 'string' as const },
        },
      },
    },
  },
}

export const createFileRoutes = (deps: Deps) => {
  const store = createFileStore(deps.settings.filesDir)
  return new Hono<ApiEnv>()
    .post('/', describeRoute({ tags: ['files'], summary: 'Upload one file of up to 20 MB, as `file`', requestBody: upload }), async (c) => {
      const author = authorOf(c.get('actor'))
      if (!mayUpload(author)) throw new DomainError('not-allowed')
      const key = keyOf(c)
      const kept = await receive(c, store)
      const id = key === undefined ? randomUUID() : asUuid(commandId(author.id, `file ${key}`))
      const row = await keepUpload(deps.connection.db, { id, ...kept, uploadedBy: author.id, caseId: null, at: c.get('at') })
      if (row.sha256 !== kept.sha256) throw new DomainError('key-reused')
      return c.json(fileView(row), 201)
    })
    .get(
      '/:id',
      describeRoute({ tags: ['files'], summary: 'The bytes of a file' }),
      checked('query', v.object({ download: v.optional(shortText) })),
      async (c) => {
        const found = await withScope(deps.connection.pool, c.get('scope'), (tx) => readUpload(tx, c.req.param('id')))
        if (!found || !(await mayRead(deps, c, found))) throw new DomainError('not-found')
        const inline = /^(image\/|application\/pdf)/.test(found.type) && c.req.valid('query').download === undefined
        const stream = await store.read(found.sha256)
        return c.body(Readable.toWeb(stream) as ReadableStream, 200, {
          'content-type': found.type,
          'content-length': String(found.size),
          'content-disposition': `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(found.name)}`,
          'content-security-policy': "default-src 'none'; sandbox",
          'cache-control': 'private, max-age=3600, immutable',
          etag: `"${found.sha256}"`,
        })
      },
    )
}

type Received = Omit<Upload, 'id' | 'uploadedBy' | 'caseId' | 'at'>

/** Streams the body to disk, looks into what has come, and keeps it under its hash. */
const receive = async (c: Context<ApiEnv>, store: FileStore): Promise<Received> => {
  const boundary = boundaryOf(c.req.header('content-type'))
  if (!c.req.raw.body) throw new DomainError('invalid-input')
  const part = await readFilePart(c.req.raw.body as unknown as AsyncIterable<Uint8Array>, boundary, 'file')
  const name = plainName(part.filename)
  const { at: takenAt, source: takenSource, ...place } = takenIn(part.fields.taken)
  const received = await store.receive(part.chunks)
  try {
    const type = await kindOf(received.path, name)
    await store.keep(received)
    return { sha256: received.sha256, name, type, size: received.size, takenAt, takenSource, ...place }
  } catch (error) {
    await store.discard(received)
    throw error
  }
}

/** What the client says of the photograph's time and place; nonsense is refused, and nothing is kept. */
const takenIn = (words: string | undefined): Taken => {
  if (words === undefined) return unknownTaken
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), takenInput), words)
  if (!read.success) throw invalid(issuesOf(read.issues).map(({ path, message }) => ({ path: `taken.${path}`, message })))
  return takenFrom(read.output)
}

/** The last part of a path, without signs that a file system or a header could take for more than a name. */
const plainName = (given: string): string => {
  const name = (given.split(/[\\/]/).at(-1) ?? '').replace(/[\p{Cc}\p{Cf}"<>|:*?]/gu, '').trim()
  return name === '' ? 'file' : name.slice(-120).toWellFormed()
}

/** Row-level security has let the file through; the party also needs an item of its own timeline that shows it. */
const mayRead = async (deps: Deps, c: Context<ApiEnv>, { id, caseId, uploadedBy }: Upload): Promise<boolean> => {
  const actor = c.get('actor')
  if (caseId === null || audienceOf(actor) === 'internal' || (actor.kind === 'person' && actor.id === uploadedBy)) return true
  const material = await materialIn(deps, c.get('scope'), caseId)
  return timelineFor(material, 'party').some(({ fields }) => fields.flatMap(filesShown).some((file) => file.id === id))
}
