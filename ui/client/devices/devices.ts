// How are devices, and what was heard of them too late, asked of the server?
import { ask } from '../asking.ts'

export type Span = { from: string; to: string }

export const deviceApi = {
  device: (id: string) => ask('GET /api/devices/{id}', { path: { id } }),
  trend: (id: string, point: number, { from, to }: Span) =>
    ask('GET /api/devices/{id}/trend', { path: { id }, query: { point, from, to } }),
}

/** Of one device, or of all in scope. */
export const askLate = (device: string | undefined) => ask('GET /api/devices/late', { query: { device } })
export const askAttended = (device: string) => ask('GET /api/devices/late/attended', { query: { device } })
