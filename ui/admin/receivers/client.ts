// What does the page of receivers ask of the server?
import type { OfficeView, ReceiversView } from '../../../contract/devices/receivers.ts'
import type { ReceiverView } from '../../../domain/warning/views.ts'
import { get, request } from '../../client/client.ts'

const keyed = (key: string) => ({ 'idempotency-key': key })
const base = '/api/registry/receivers'
/** Without a `secret` the earlier one stays. */
export type ReceiverBody = Pick<ReceiverView, 'name' | 'url' | 'format' | 'regions' | 'leastLevel' | 'exercises' | 'enabled'> & {
  secret?: string | null
  reason: string
}

export const receiversApi = {
  all: () => get<ReceiversView>(base),
  save: (id: string, body: ReceiverBody, key: string) =>
    request<{ id: string }>('PUT', `${base}/${encodeURIComponent(id)}`, body, keyed(key)),
  office: (body: OfficeView & { reason: string }, key: string) => request<{ id: string }>('PUT', `${base}/office`, body, keyed(key)),
  decide: (id: string, body: { proposal: string; approved: boolean; reason: string }, key: string) =>
    request<{ id: string }>('POST', `${base}/${encodeURIComponent(id)}/decision`, body, keyed(key)),
  test: (id: string, key: string) => request<{ identifier: string }>('POST', `${base}/${encodeURIComponent(id)}/test`, {}, keyed(key)),
}
