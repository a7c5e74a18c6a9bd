// What do the pages of the register ask of the server?
import type { FeedsView } from '../../../contract/devices/feeds.ts'
import type { ImportView, RegistryDevice, RegistryView, RegistryWaiting } from '../../../contract/devices/registry.ts'
import type { RegistryDeviceSettings } from '../../../domain/duty/registry-views.ts'
import { get, request } from '../../client/client.ts'

const ofFeed = (id: string) => `/api/registry/feeds/${encodeURIComponent(id)}`
type Done = { id: string }

const keyed = (key: string) => ({ 'idempotency-key': key })
export type NewFeedBody = {
  id: string
  protocol: string
  name: string
  region: string
  port: number | null
  silenceSeconds: number
  settings: Record<string, unknown>
  secret: string | null
  synthetic: boolean
  reason: string
}
export type SheetBody = { format: 'xlsx' | 'csv'; content: string; apply: boolean; reason: string }

export const registryApi = {
  registry: () => get<RegistryView>('/api/registry'),
  waiting: () => get<RegistryWaiting>('/api/registry/waiting'),
  devices: (feed: string, q: string) => get<{ items: RegistryDevice[] }>('/api/registry/devices', { feed, q }),
  device: (id: string) => get<RegistryDeviceSettings>(`/api/registry/devices/${id}`),
  enrolFeed: (body: NewFeedBody, key: string) => request<Done>('POST', '/api/registry/feeds', body, keyed(key)),
  setFeed: (id: string, body: Pick<NewFeedBody, 'port' | 'settings' | 'reason'>, key: string) =>
    request<Done>('PUT', `${ofFeed(id)}/settings`, body, keyed(key)),
  decideFeed: (id: string, body: { proposal: string; approved: boolean; reason: string }, key: string) =>
    request<Done>('POST', `${ofFeed(id)}/decision`, body, keyed(key)),
  /** Our own certificate before that feed’s plant. */
  certificate: (id: string) => `${ofFeed(id)}/certificate`,
  feed: (id: string, body: { name: string; silenceSeconds: number; enabled: boolean; reason: string }, key: string) =>
    request<Done>('PUT', ofFeed(id), body, keyed(key)),
  end: (id: string, reason: string, key: string) => request<Done>('POST', `/api/registry/devices/${id}/end`, { reason }, keyed(key)),
  feeds: () => get<FeedsView>('/api/registry/feeds'),
  pause: (id: string, act: 'pause' | 'resume', reason: string, key: string) =>
    request<Done>('POST', `${ofFeed(id)}/${act}`, { reason }, keyed(key)),
  trust: (feed: string, thumbprint: string, body: { reason: string; typed: string }, key: string) =>
    request<Done>('POST', `${ofFeed(feed)}/certificates/${thumbprint}/trust`, body, keyed(key)),
  withdraw: (feed: string, thumbprint: string, reason: string, key: string) =>
    request<Done>('POST', `${ofFeed(feed)}/certificates/${thumbprint}/withdraw`, { reason }, keyed(key)),
  sheet: (body: SheetBody, key: string) => request<ImportView>('POST', '/api/registry/sheet', body, keyed(key)),
}

/** What a spreadsheet would not take for more than one cell, or for a formula. */
const quoted = (cell: string) => `"${(/^[=+\-@]/.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`
export const csvOf = (rows: string[][]) => rows.map((row) => row.map(quoted).join(',')).join('\r\n')
