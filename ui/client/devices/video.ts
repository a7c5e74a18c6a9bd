// How are video platforms asked of the server?
import type { BodyOf } from '../../../contract/contract.ts'
import { addressOfRoute, ask } from '../asking.ts'

/** Without a `secret` the earlier one stays. */
type SourceBody = BodyOf<'PUT /api/registry/cameras/sources/{id}'>

export const videoApi = {
  register: () => ask('GET /api/registry/cameras'),
  save: (id: string, body: SourceBody, key: string) =>
    ask('PUT /api/registry/cameras/sources/{id}', { path: { id }, body, key }),
  sheetAddress: (format: 'xlsx' | 'csv') =>
    addressOfRoute('GET /api/registry/cameras/sheet', { query: { format } }),
  sheet: (body: BodyOf<'POST /api/registry/cameras/sheet'>, key: string) =>
    ask('POST /api/registry/cameras/sheet', { body, key }),
  end: (id: string, reason: string, key: string) =>
    ask('POST /api/registry/cameras/{id}/end', { path: { id }, body: { reason }, key }),
}
