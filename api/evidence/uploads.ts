// How does a file come in piece by piece, over a network that fails and servers that die in between?
import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import type { UploadView } from '../../contract/evidence/files.ts'
import { uploadBody } from '../../contract/evidence/files.ts'
import type { Executor } from '../../db/client.ts'
import {
  beginUpload,
  noteReceived,
  readUnfinished,
  type Unfinished,
  weighUnfinished,
} from '../../db/files/unfinished.ts'
import { aloneWithUploads, readUpload } from '../../db/files/uploads.ts'
import { withScope } from '../../db/scope.ts'
import { unknownTaken } from '../../domain/evidence/photo.ts'
import { takenFrom } from '../../domain/evidence/photo-input.ts'
import { largestUpload } from '../../domain/evidence/upload.ts'
import { commandId } from '../../domain/identity/commands.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import { enterpriseOf, mayUpload } from '../../domain/organisation/policy.ts'
import { behindOthers } from '../http/behind.ts'
import { asUuid, authorOf, keyOf } from '../http/command.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { fileView } from '../reading/fact-parts.ts'
import { checkEnding } from './file-endings.ts'
import { plainName } from './file-name.ts'
import { createFileStore, type FileStore, isDiskFull, tooLarge } from './file-store.ts'
import { refuseTooManyLoose } from './loose-files.ts'
import { admitRecording, makeRoom } from './recording-admission.ts'
import { createRecordingIntake, elsewhereThan } from './recording-intake.ts'
import { createSweep, giveUp, makeFile, type Places } from './upload-finishing.ts'

const mostUnfinished = 30
const mostWaiting = 300 * 1024 * 1024

const offsetHeader = v.pipe(v.string(), v.regex(/^\d{1,10}$/), v.transform(Number))

type C = Context<ApiEnv>

export const createUploadRoutes = (deps: Deps) => {
  const store = createFileStore(deps.settings.filesDir)
  const places = { store, intake: createRecordingIntake(deps, store) }
  const sweep = createSweep(deps, store)
  return new Hono<ApiEnv>()
    .post(
      '/',
      describeRoute({
        tags: ['files'],
        summary:
          'Begin an upload of up to 50 MB, a recording of up to 4 GB, or find again the one under this key',
      }),
      checked('json', uploadBody),
      async (c) => {
        await sweep()
        return answer(c, await behindOthers(() => begin(deps, c, store, c.req.valid('json'))), 201)
      },
    )
    .get('/:id', describeRoute({ tags: ['files'], summary: 'How much has arrived' }), async (c) =>
      answer(c, await find(deps, c, c.req.param('id')), 200),
    )
    .patch(
      '/:id',
      describeRoute({
        tags: ['files'],
        summary: 'Go on from `upload-offset`; the last piece makes the file',
      }),
      async (c) => answer(c, await goOn(deps, c, places), 200),
    )
    .delete(
      '/:id',
      describeRoute({ tags: ['files'], summary: 'Give an unfinished upload up' }),
      async (c) => {
        const { id } = await unfinished(deps, c, c.req.param('id'))
        await giveUp(deps, places, id)
        return c.body(null, 204)
      },
    )
}

/** The state also as headers, for clients that speak tus 1.0 or the IETF draft. */
const answer = (c: C, view: UploadView, status: 200 | 201) =>
  c.json(view, status, {
    'upload-offset': String(view.offset),
    'upload-length': String(view.size),
    ...(status === 201 ? { location: `/api/uploads/${view.id}` } : {}),
  })

const viewOf = ({ id, name, size, received }: Unfinished): UploadView => ({
  id,
  name,
  size,
  offset: received,
  file: null,
})

/** What the reader himself has sent; a machine reads nothing else of the cases. */
const own = <Result>(
  deps: Deps,
  c: C,
  work: (tx: Parameters<Parameters<typeof withScope<Result>>[2]>[0]) => Promise<Result>,
) =>
  withScope(deps.connection.pool, { ...c.get('scope'), person: authorOf(c.get('actor')).id }, work)

const unfinished = async (deps: Deps, c: C, id: string): Promise<Unfinished> => {
  const found = await own(deps, c, (tx) => readUnfinished(tx, id))
  if (!found) throw new DomainError('not-found')
  return found
}

/** The upload on its way, or the file that it has become. */
const find = async (deps: Deps, c: C, id: string): Promise<UploadView> => {
  const { waiting, file } = await own(deps, c, async (tx) => ({
    waiting: await readUnfinished(tx, id),
    file: await readUpload(tx, id),
  }))
  if (file && file.uploadedBy === authorOf(c.get('actor')).id)
    return { id, name: file.name, size: file.size, offset: file.size, file: fileView(file) }
  if (!waiting) throw new DomainError('not-found')
  return viewOf(waiting)
}

/** The same key is the same upload, however often it is begun and wherever it has stopped. */
const begin = async (
  deps: Deps,
  c: C,
  store: FileStore,
  wanted: v.InferOutput<typeof uploadBody>,
): Promise<UploadView> => {
  const author = authorOf(c.get('actor'))
  if (!mayUpload(author)) throw new DomainError('not-allowed')
  const name = plainName(wanted.name)
  await admit(deps, c, { ...wanted, name })
  const key = keyOf(c)
  const id = key === undefined ? randomUUID() : asUuid(commandId(author.id, `upload ${key}`))
  const known = await find(deps, c, id).catch(() => null)
  if (known?.file) return sameFile({ ...wanted, name }, known.file, known)
  const begun = await aloneWithUploads(deps.connection.db, author.id, async (tx) => {
    const about = { author: author.id, size: wanted.size }
    if (known === null)
      await (wanted.recording ? makeRoom(deps, tx, store, about) : weigh(tx, about))
    return beginUpload(tx, rowOf(c, id, { ...wanted, name }))
  })
  return sameFile({ ...wanted, name }, begun, viewOf(begun))
}

const admit = async (
  deps: Deps,
  c: C,
  { name, size, recording }: v.InferOutput<typeof uploadBody>,
): Promise<void> => {
  if (recording) return admitRecording(deps, c, { name, size, recording })
  checkEnding(name)
  if (size > largestUpload) throw tooLarge(largestUpload)
}

type About = { name: string; size: number; sha256?: string | null | undefined }

/** Whoever cannot reckon a hash sends none, and is believed by name and size. */
const sameFile = (wanted: About, known: About, view: UploadView): UploadView => {
  const differs = known.sha256 && wanted.sha256 && known.sha256 !== wanted.sha256
  if (known.name !== wanted.name || known.size !== wanted.size || differs)
    throw new DomainError('key-reused')
  return view
}

const rowOf = (
  c: C,
  id: string,
  { name, size, sha256, taken, recording }: v.InferOutput<typeof uploadBody>,
) => {
  const author = authorOf(c.get('actor'))
  return {
    id,
    name,
    size,
    sha256: sha256 ?? null,
    recording: recording ?? null,
    taken: taken ? takenFrom(taken) : unknownTaken,
    uploadedBy: author.id,
    enterprise: enterpriseOf(author),
    at: c.get('at'),
  }
}

/** What a person has begun and not finished, or not handed in, has a limit; nobody else's does not count. */
const weigh = async (
  tx: Executor,
  { author, size }: { author: string; size: number },
): Promise<void> => {
  const waiting = await weighUnfinished(tx, author)
  await refuseTooManyLoose(tx, author, size, waiting)
  const { files, bytes } = waiting
  if (files < mostUnfinished && bytes + size <= mostWaiting) return
  throw new DomainError('upload-quota', [
    text(
      '未传完的文件过多，请先传完或取消',
      'Finish or give up some of the unfinished uploads first',
    ),
  ])
}

/** Keeps what arrives, also when the rest does not, and makes the file once it is whole. Sent again after the end, it finds the file. */
const goOn = async (deps: Deps, c: C, places: Places): Promise<UploadView> => {
  const { store } = places
  const found = await find(deps, c, c.req.param('id') ?? '')
  if (found.file) return found
  const offset = v.safeParse(offsetHeader, c.req.header('upload-offset'))
  if (!offset.success) throw elsewhereThan(found.offset)
  const upload = await own(deps, c, (tx) => readUnfinished(tx, found.id))
  // Another request has finished it meanwhile.
  if (!upload) return find(deps, c, found.id)
  if (upload.recording) return record(deps, c, places, { upload, offset: offset.output })
  if (offset.output !== found.offset) throw elsewhereThan(found.offset)
  const chunks = (c.req.raw.body ?? []) as unknown as AsyncIterable<Uint8Array>
  const { written, broken } = await store.chunks.write(
    found.id,
    found.offset,
    chunks,
    found.size - found.offset,
  )
  const received = found.offset + written
  if (written > 0 && !(await noteReceived(deps.connection.db, found.id, found.offset, received)))
    throw elsewhereThan((await find(deps, c, found.id)).offset)
  if (broken) {
    const isKnown = broken instanceof DomainError || isDiskFull(broken)
    throw isKnown ? broken : new DomainError('invalid-input', [cutOff])
  }
  return received < found.size
    ? { ...found, offset: received }
    : behindOthers(() => finish(deps, c, places, upload))
}

/** A recording has pieces that count whole or not at all, and is not read again to be kept. */
const record = async (
  deps: Deps,
  c: C,
  places: Places,
  { upload, offset }: { upload: Unfinished; offset: number },
): Promise<UploadView> => {
  const body = (c.req.raw.body ?? []) as unknown as AsyncIterable<Buffer>
  const digest = c.req.header('content-digest')
  const received = await places.intake
    .take(upload, { offset, digest, body })
    .catch(async (error: unknown) => {
      const isOther = error instanceof DomainError && error.code === 'file-type-refused'
      if (isOther) await giveUp(deps, places, upload.id)
      throw error
    })
  if (received === null) return find(deps, c, upload.id)
  return received < upload.size
    ? { ...viewOf(upload), offset: received }
    : finish(deps, c, places, upload)
}

const cutOff = text(
  '上传中断，已收到的部分已保存',
  'The upload broke off; what had arrived is kept',
)

/** Any number of requests may finish the same upload at once, and any of them may die: the next one does it again. */
const finish = async (deps: Deps, c: C, at: Places, upload: Unfinished): Promise<UploadView> => {
  const { id, name, size } = upload
  try {
    const file = fileView(await makeFile(deps, at, upload, c.get('at')))
    await giveUp(deps, at, id)
    return { id, name, size, offset: size, file }
  } catch (error) {
    const known = await find(deps, c, id).catch(() => null)
    if (known?.file) return known
    if (error instanceof DomainError && error.code !== 'unavailable') await giveUp(deps, at, id)
    throw error
  }
}
