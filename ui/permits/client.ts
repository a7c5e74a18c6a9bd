// What is asked of the server about permits?
import type { PermitDone, PermitList, WorkKinds } from '../../contract/devices/permits.ts'
import { get, request } from '../client/client.ts'

export type NewPermit = {
  device: string
  point: string | null
  number: string
  work: string
  askedBy: string
  reason: string
  until: string
}
const keyed = (key: string) => ({ 'idempotency-key': key })

export const permitApi = {
  list: () => get<PermitList>('/api/permits'),
  works: () => get<WorkKinds>('/api/permits/works'),
  take: (permit: NewPermit, key: string) => request<PermitDone>('POST', '/api/permits', permit, keyed(key)),
  end: (id: string, reason: string, key: string) =>
    request<PermitDone>('POST', `/api/permits/${encodeURIComponent(id)}/end`, { reason }, keyed(key)),
}
