// How are cameras and video platforms asked of the server?
import type { BodyOf } from '../../../contract/contract.ts'
import { addressOf, ask } from '../asking.ts'

export type Place = { lon: number; lat: number }
/** Without a `secret` the earlier one stays. */
export type SourceBody = BodyOf<'PUT /api/registry/cameras/sources/{id}'>

export const camerasApi = {
  found: (region: string, q: string) => ask('GET /api/cameras', { query: { region, q } }),
  near: ({ lon, lat }: Place, km: number) => ask('GET /api/cameras', { query: { lon, lat, km } }),
  link: (id: string) => ask('POST /api/cameras/{id}/link', { path: { id } }),
}

export const videoApi = {
  register: () => ask('GET /api/registry/cameras'),
  save: (id: string, body: SourceBody, key: string) => ask('PUT /api/registry/cameras/sources/{id}', { path: { id }, body, key }),
  sheetAddress: (format: 'xlsx' | 'csv') => addressOf('GET /api/registry/cameras/sheet', { query: { format } }),
  sheet: (body: BodyOf<'POST /api/registry/cameras/sheet'>, key: string) => ask('POST /api/registry/cameras/sheet', { body, key }),
  end: (id: string, reason: string, key: string) => ask('POST /api/registry/cameras/{id}/end', { path: { id }, body: { reason }, key }),
}
