// How are devices and their measurements asked of the server?
import { ask } from '../asking.ts'

export type Span = { from: string; to: string }

export const deviceApi = {
  device: (id: string) => ask('GET /api/devices/{id}', { path: { id } }),
  trend: (id: string, point: number, { from, to }: Span) =>
    ask('GET /api/devices/{id}/trend', { path: { id }, query: { point, from, to } }),
}
