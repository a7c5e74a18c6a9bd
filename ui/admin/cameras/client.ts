// What does the page of video platforms ask of the server?
import type { CameraImport, VideoRegister } from '../../../contract/devices/cameras.ts'
import type { VideoSourceView } from '../../../domain/video/views.ts'
import { get, request } from '../../client/client.ts'
import type { SheetBody } from '../devices/client.ts'

export const cameraSheet = '/api/registry/cameras/sheet'
const base = '/api/registry/cameras'
/** Without a `secret` the earlier one stays. */
export type SourceBody = Omit<VideoSourceView, 'id' | 'cameras'> & { secret?: string; reason: string }

export const videoApi = {
  register: () => get<VideoRegister>(base),
  save: (id: string, body: SourceBody, key: string) =>
    request<{ id: string }>('PUT', `${base}/sources/${encodeURIComponent(id)}`, body, { 'idempotency-key': key }),
  sheet: (body: SheetBody, key: string) => request<CameraImport>('POST', cameraSheet, body, { 'idempotency-key': key }),
  end: (id: string, reason: string, key: string) =>
    request<{ id: string }>('POST', `${base}/${encodeURIComponent(id)}/end`, { reason }, { 'idempotency-key': key }),
}
