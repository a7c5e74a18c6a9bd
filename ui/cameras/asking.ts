// What do the pages of cameras ask of the server?
import type { CameraLink, CameraList } from '../../contract/devices/cameras.ts'
import { get, request } from '../client/client.ts'

export type Place = { lon: number; lat: number }

export const camerasApi = {
  found: (region: string, q: string) => get<CameraList>('/api/cameras', { region, q }),
  near: ({ lon, lat }: Place, km: number) => get<CameraList>('/api/cameras', { lon, lat, km }),
  link: (id: string) => request<CameraLink>('POST', `/api/cameras/${encodeURIComponent(id)}/link`, {}),
}
