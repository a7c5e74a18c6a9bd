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

/** One piece from where the server stands; what it has received stays there, also when the rest of the piece is lost. */
export const sendPiece = (
  { id, offset }: UploadView,
  piece: Blob,
  onSent: (bytes: number) => void,
  signal: AbortSignal,
): Promise<UploadView> =>
  new Promise((resolve, reject) => {
    const asked = new XMLHttpRequest()
    asked.open('PATCH', addressOfRoute('PATCH /api/uploads/{id}', { path: { id } }))
    asked.responseType = 'json'
    asked.setRequestHeader('accept', 'application/json')
    asked.setRequestHeader('content-type', 'application/offset+octet-stream')
    asked.setRequestHeader('upload-offset', String(offset))
    asked.upload.onprogress = ({ loaded }) => onSent(loaded)
    asked.onload = () => {
      if (asked.status === 200 && asked.response) resolve(asked.response as UploadView)
      else reject(new Refusal(asked.status, (asked.response ?? {}) as Record<string, unknown>))
    }
    asked.onerror = () => reject(unreachable())
    asked.onabort = asked.onerror
    signal.addEventListener('abort', () => asked.abort(), { once: true })
    if (signal.aborted) reject(unreachable())
    else asked.send(piece)
  })
