// How are cameras and the links to their pictures asked of the server?
import { ask } from '../asking.ts'

export type Place = { lon: number; lat: number }

export const camerasApi = {
  found: (region: string, q: string) => ask('GET /api/cameras', { query: { region, q } }),
  near: ({ lon, lat }: Place, km: number) => ask('GET /api/cameras', { query: { lon, lat, km } }),
  link: (id: string) => ask('POST /api/cameras/{id}/link', { path: { id } }),
}
