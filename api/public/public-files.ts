// How does a photograph of somebody nameless come in, without saying who took it?
import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import type { Executor } from '../../db/client.ts'
import { weighLoose } from '../../db/files/loose.ts'
import { keepUpload, type NewFile, type Upload } from '../../db/files/uploads.ts'
import { withoutMetadata } from '../../domain/evidence/metadata.ts'
import { unknownTaken } from '../../domain/evidence/photo.ts'
import { commandId } from '../../domain/identity/commands.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { type Text, text } from '../../domain/language/words.ts'
import { later } from '../../domain/time/instant.ts'
import { scan } from '../evidence/antivirus.ts'
import { hasEnding } from '../evidence/file-endings.ts'
import { kindOf } from '../evidence/file-kind.ts'
import { createFileStore, type FileStore } from '../evidence/file-store.ts'
import { fileForm, openFilePart, readWhole } from '../evidence/upload.ts'
import { asUuid } from '../http/command.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { brake, brakes, mostFiles, reportKey } from '../http/strangers.ts'
import { strangerOf } from './public-reports.ts'

const mostMegabytes = 10
const dayMs = 86_400_000
/** What a telephone makes, and letters. HEIC is not among them: its metadata cannot be taken out here. */
const endings: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
}

const summary = `Upload a picture or PDF of up to ${mostMegabytes} MB, as \`file\`, for the report with this upload token`

export const createPublicFiles = (deps: Deps) =>
  new Hono<ApiEnv>().post(
    '/files',
    describeRoute({ tags: ['public'], security: [], summary, requestBody: fileForm() }),
    brake(deps, brakes.file),
    async (c) => {
      const { id } = strangerOf(reportKey(c, 'x-upload-token'))
      const by = { id, key: c.req.header('idempotency-key'), tooMany: tooManyInReport }
      return c.json(await receiveFile(deps, c.req.raw, by), 201)
    },
  )

type Mine = Pick<Upload, 'id' | 'uploadedBy' | 'enterprise' | 'caseId' | 'at'>
type Uploader = { id: string; key: string | undefined; tooMany: Text }

/** The file of somebody who has no account, kept under the id by which he acts, without what it says of him. */
export const receiveFile = async (
  deps: Deps,
  request: Request,
  { id: uploadedBy, key, tooMany }: Uploader,
) => {
  const at = await deps.clock.now()
  const admit = async (db: Executor) => {
    const { files } = await weighLoose(db, uploadedBy, later(at, -dayMs))
    if (files >= mostFiles) throw new DomainError('invalid-input', [tooMany])
  }
  // Nothing of what would be too much is taken in; what comes at the same moment is refused when it is to be kept.
  await admit(deps.connection.db)
  const id =
    key === undefined ? randomUUID() : asUuid(commandId(uploadedBy, `file ${key.slice(0, 200)}`))
  const mine = { id, uploadedBy, enterprise: null, caseId: null, at }
  const row = await receive(deps, request, createFileStore(deps.settings.filesDir), (kept, place) =>
    keepUpload(deps.connection.db, { ...kept, ...mine }, { place, admit }),
  )
  return { id: row.id, name: row.name, type: row.type, size: row.size }
}

const tooManyInReport = text(
  `一次举报最多附${mostFiles}个文件`,
  `A report may have up to ${mostFiles} files`,
)
const refused = () =>
  new DomainError('file-type-refused', [
    text('只接受 JPG、PNG、WebP 图片和 PDF', 'Accepted are JPG, PNG and WebP pictures and PDF'),
  ])

/** As it stands it might say where it was taken. */
const torn = text(
  '图片不完整或已损坏，无法去除其中的拍摄信息，请重新拍摄或另存后上传',
  'The picture is broken, so that place and camera cannot be taken out of it; take it again or save it anew',
)

/** Held whole, for its metadata is cut out before anything is written; the file's own name goes too. */
const receive = async (
  { settings }: Deps,
  request: Request,
  store: FileStore,
  keep: (kept: Omit<NewFile, keyof Mine>, place: () => Promise<void>) => Promise<Upload>,
): Promise<Upload> => {
  const part = await openFilePart(request)
  if (!hasEnding(part.filename, Object.keys(endings))) throw refused()
  const bytes = new Uint8Array(await readWhole(part.chunks, mostMegabytes))
  const plain = withoutMetadata(bytes)
  if (plain === null) throw new DomainError('file-unsafe', [torn])
  const received = await store.receive(one(plain))
  try {
    const type = await kindOf(received.path, part.filename, 'behind')
    const ending = endings[type]
    if (ending === undefined) throw refused()
    await scan(received.path, settings.clamavAddress)
    const { sha256, size } = received
    const name = `${type === 'application/pdf' ? 'document' : 'photo'}-${sha256.slice(0, 6)}.${ending}`
    const row = await keep({ sha256, name, type, size, ...fromPhoto }, () => store.keep(received))
    if (row.sha256 !== sha256) throw new DomainError('key-reused')
    return row
  } finally {
    await store.discard(received)
  }
}

const { at: takenAt, source: takenSource, ...place } = unknownTaken
const fromPhoto = { takenAt, takenSource, ...place }

async function* one(bytes: Uint8Array<ArrayBuffer>): AsyncGenerator<Buffer> {
  yield Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
