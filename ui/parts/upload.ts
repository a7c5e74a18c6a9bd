// How does a file reach the server while the form is still being filled?
import type { Text } from '../../domain/case/words.ts'
import type { PhotoView } from '../../domain/evidence/photo.ts'
import { asRefusal, Refusal } from '../client.ts'
import { words } from '../words.ts'
import type { KeptUpload } from './draft.ts'
import { formWords } from './form-words.ts'
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

/** Sends the bytes under the upload's own key: an answer that was lost makes no second file. */
const transmit = (parcel: Parcel, onProgress: (share: number) => void): Promise<PhotoView> =>
  new Promise((resolve, reject) => {
    const form = new FormData()
    if (Object.keys(parcel.taken).length > 0) form.set('taken', JSON.stringify(parcel.taken))
    form.set('file', parcel.bytes, parcel.name)
    const request = new XMLHttpRequest()
    request.open('POST', '/api/files')
    request.responseType = 'json'
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('idempotency-key', parcel.key)
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onload = () => {
      if (request.status >= 200 && request.status < 300 && request.response) resolve(request.response as PhotoView)
      else reject(new Refusal(request.status, (request.response ?? {}) as Record<string, unknown>))
    }
    request.onerror = () => reject(new Refusal(0, { code: 'unreachable', title: words.unreachable }))
    request.onabort = request.onerror
    request.send(form)
  })

type Ended = Pick<Upload, 'status' | 'stored' | 'storedAt' | 'why'>

/** How the upload ends: stored with the hash that was sent, still kept because the network is away, or failed with the reason. */
export const send = async (parcel: Parcel, onProgress: (share: number) => void): Promise<Ended> => {
  try {
    const stored = await transmit(parcel, onProgress)
    const own = await hashOf(parcel.bytes)
    if (own !== null && own !== stored.sha256) return { status: 'failed', stored: null, storedAt: null, why: formWords.hashDiffers }
    return { status: 'stored', stored, storedAt: new Date().toISOString(), why: null }
  } catch (error) {
    const refusal = asRefusal(error)
    const away = refusal.status === 0 || refusal.status === 503
    return { status: away ? 'kept' : 'failed', stored: null, storedAt: null, why: refusal.reasons[0] ?? refusal.title }
  }
}
