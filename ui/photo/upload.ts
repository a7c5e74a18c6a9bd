// How does a file reach the server while the form is still being filled?

import type { UploadView } from '../../contract/evidence/files.ts'
import type { Text } from '../../domain/language/words.ts'
import { asRefusal, Refusal, unreachable } from '../client/client.ts'
import { sendChunk, silentMs, uploadApi } from '../client/evidence.ts'
import type { KeptUpload } from '../reading/draft.ts'
import { formWords } from '../screen/form-words.ts'
import { hashOf } from './photo.ts'

/** `kept`: safe on this device and not yet sent. `bytes` is missing when only the draft knew of the file. */
export type Upload = Omit<KeptUpload, 'keptAt'> & {
  keptAt: string | null
  bytes: Blob | null
  status: 'preparing' | 'kept' | 'uploading' | 'stored' | 'failed'
  progress: number
  why: Text | null
}

type Parcel = { key: string; name: string; bytes: Blob; taken: KeptUpload['taken'] }

/** Small enough that a bad network gets some through, large enough that a good one is not slowed. */
const chunk = 1024 * 1024

type Progress = (share: number) => void

/** The next piece, from where the server stands. */
const sendNext = (upload: UploadView, bytes: Blob, onProgress: Progress, signal: AbortSignal) => {
  const { offset, size } = upload
  return sendChunk(
    upload,
    bytes.slice(offset, offset + chunk),
    (sent) => onProgress((offset + sent) / size),
    signal,
  )
}

/** Asked again under the same key, an answer that comes too late is not missed. */
const orSilence = <Answer>(asked: Promise<Answer>): Promise<Answer> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(unreachable()), silentMs)
  })
  return Promise.race([asked, silence]).finally(() => clearTimeout(timer))
}

/** The upload's own key finds it again at the server, with all that has arrived: nothing is sent twice, no second file is made. */
const transmit = async (
  { key, name, bytes, taken }: Parcel,
  sha256: string | null,
  onProgress: Progress,
  signal: AbortSignal,
) => {
  const begin = {
    name,
    size: bytes.size,
    ...(sha256 ? { sha256 } : {}),
    ...(Object.keys(taken).length > 0 ? { taken } : {}),
  }
  let upload = await orSilence(uploadApi.begin(begin, key, signal))
  signal.addEventListener('abort', () => giveUp(upload.id), { once: true })
  while (!upload.file) {
    onProgress(upload.offset / upload.size)
    upload = await sendNext(upload, bytes, onProgress, signal).catch((error: unknown) =>
      goOnFrom(upload, error),
    )
  }
  return upload.file
}

/** Another request has brought the upload further, or less far than was thought. */
const goOnFrom = (upload: UploadView, error: unknown): UploadView | Promise<UploadView> => {
  if (!(error instanceof Refusal) || error.code !== 'upload-offset') throw error
  return uploadApi.look(upload.id)
}

/** What the person took away need not wait for its end at the server; without a network it is forgotten there in time. */
const giveUp = (id: string) => void uploadApi.giveUp(id).catch(() => undefined)

/** `answered`: the status with which it was not taken, 0 for the network; null: nobody has said so. */
type Ended = Pick<Upload, 'status' | 'stored' | 'storedAt' | 'why'> & { answered: number | null }

const failed = { status: 'failed', stored: null, storedAt: null } as const

/** How the upload ends: stored with the hash that was sent, still kept because the network is away, or failed with the reason. */
export const send = async (
  parcel: Parcel,
  onProgress: Progress,
  signal: AbortSignal,
): Promise<Ended> => {
  try {
    const own = await hashOf(parcel.bytes)
    const stored = await transmit(parcel, own, onProgress, signal)
    if (own !== null && own !== stored.sha256)
      return { ...failed, why: formWords.hashDiffers, answered: null }
    const storedAt = new Date().toISOString()
    return { status: 'stored', stored, storedAt, why: null, answered: null }
  } catch (error) {
    const refusal = asRefusal(error)
    const away = refusal.status === 0 || refusal.status === 503
    return {
      ...failed,
      status: away ? 'kept' : 'failed',
      why: refusal.reasons[0] ?? refusal.title,
      answered: error instanceof Refusal ? error.status : null,
    }
  }
}
