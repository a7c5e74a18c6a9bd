// How does what has arrived become a file, and what happens to what nobody goes on with?
import { forgetOld, forgetUpload, type Unfinished } from '../../db/files/unfinished.ts'
import { keepUpload, type Upload } from '../../db/files/uploads.ts'
import { largestUpload } from '../../domain/evidence/upload.ts'
import { DomainError } from '../../domain/language/errors.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Deps } from '../http/deps.ts'
import type { FileStore } from './file-store.ts'
import { keepChecked } from './files.ts'
import type { RecordingIntake } from './recording-intake.ts'

/** Where pieces lie, and who puts those of recordings together. */
export type Places = { store: FileStore; intake: RecordingIntake }

/** The file of an upload of which everything has arrived, kept under its id. */
export const makeFile = async (
  deps: Deps,
  { store, intake }: Places,
  upload: Unfinished,
  at: Instant,
): Promise<Upload> => {
  const { id, name, taken, uploadedBy, enterprise, recording: said } = upload
  const { at: takenAt, source: takenSource, ...place } = taken
  const about = { id, name, takenAt, takenSource, ...place, uploadedBy, enterprise, at }
  if (!said) return copied(deps, store, upload, { ...about, caseId: null })
  const { seconds, ...whole } = await intake.whole(upload)
  return keepUpload(
    deps.connection.db,
    { ...about, ...whole, caseId: null, recording: { ...said, seconds } },
    { place: () => store.chunks.keep(id, whole.sha256) },
  )
}

const copied = async (
  deps: Deps,
  store: FileStore,
  { id, size, sha256 }: Unfinished,
  about: Parameters<typeof keepChecked>[3],
): Promise<Upload> => {
  const received = await store.receive(store.chunks.read(id), largestUpload)
  if (received.size < size || (sha256 !== null && received.sha256 !== sha256)) {
    await store.discard(received)
    throw new DomainError('hash-differs')
  }
  return keepChecked(deps, store, received, about)
}

/** Nothing of it is waited for any more; what has become a file stays one. */
export const giveUp = async (
  deps: Pick<Deps, 'connection'>,
  { store, intake }: Places,
  id: string,
): Promise<void> => {
  await forgetUpload(deps.connection.db, id)
  intake.forget(id)
  await store.chunks.discard(id)
}

const hourMs = 3_600_000

/** Once an hour whoever begins something tidies up what others have left; recordings go by night. */
export const createSweep = (deps: Deps, store: FileStore) => {
  let last = 0
  return async () => {
    if (Date.now() - last < hourMs) return
    last = Date.now()
    for (const id of await forgetOld(deps.connection.db)) await store.chunks.discard(id)
    await store.sweep()
  }
}
