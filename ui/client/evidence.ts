// How does a file reach the server piece by piece?
import type { BodyOf } from '../../contract/contract.ts'
import type { UploadView } from '../../contract/evidence/files.ts'
import { addressOfRoute, ask } from './asking.ts'
import { Refusal, unreachable } from './client.ts'

export const uploadApi = {
  begin: (body: BodyOf<'POST /api/uploads'>, key: string, signal: AbortSignal) =>
    ask('POST /api/uploads', { body, key, signal }),
  look: (id: string) => ask('GET /api/uploads/{id}', { path: { id } }),
  giveUp: (id: string) => ask('DELETE /api/uploads/{id}', { path: { id } }),
}

/** A connection over which nothing moves for so long is dead, though the telephone has not noticed. */
export const silentMs = 90_000

/** One piece from where the server stands; what it has received stays there, also when the rest of the piece is lost. */
export const sendChunk = (
  { id, offset }: UploadView,
  chunk: Blob,
  onSent: (bytes: number) => void,
  signal: AbortSignal,
  digest?: string,
): Promise<UploadView> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PATCH', addressOfRoute('PATCH /api/uploads/{id}', { path: { id } }))
    request.responseType = 'json'
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('content-type', 'application/offset+octet-stream')
    request.setRequestHeader('upload-offset', String(offset))
    if (digest) request.setRequestHeader('content-digest', digest)
    let silence: ReturnType<typeof setTimeout> | undefined
    const listen = () => {
      clearTimeout(silence)
      silence = setTimeout(() => request.abort(), silentMs)
    }
    request.upload.onprogress = ({ loaded }) => {
      listen()
      onSent(loaded)
    }
    request.onloadend = () => clearTimeout(silence)
    request.onload = () => {
      if (request.status === 200 && request.response) resolve(request.response as UploadView)
      else reject(new Refusal(request.status, (request.response ?? {}) as Record<string, unknown>))
    }
    request.onerror = () => reject(unreachable())
    request.onabort = request.onerror
    signal.addEventListener('abort', () => request.abort(), { once: true })
    if (signal.aborted) return reject(unreachable())
    listen()
    request.send(chunk)
  })
