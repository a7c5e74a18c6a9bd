// What does the page of a device ask of the server?
import type { DeviceView, TrendView } from '../../contract/devices/devices.ts'
import { get } from '../client/client.ts'

export type Span = { from: string; to: string }

export const deviceApi = {
  device: (id: string) => get<DeviceView>(`/api/devices/${id}`),
  trend: (id: string, point: number, { from, to }: Span) => get<TrendView>(`/api/devices/${id}/trend`, { point, from, to }),
}
