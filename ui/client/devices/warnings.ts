// How are warnings asked of the server and given?
import type { WarningOrder } from '../../../contract/devices/warnings.ts'
import { addressOfRoute, ask } from '../asking.ts'

export const warningsApi = {
  list: (incident: string) => ask('GET /api/warnings', { query: { incident } }),
  one: (identifier: string) => ask('GET /api/warnings/{identifier}', { path: { identifier } }),
  file: (identifier: string, format: 'cap' | 'geojson') =>
    addressOfRoute('GET /api/warnings/{identifier}/document', {
      path: { identifier },
      query: { format },
    }),
  preview: (order: WarningOrder) => ask('POST /api/warnings/preview', { body: order }),
  give: (order: WarningOrder, key: string) => ask('POST /api/warnings', { body: order, key }),
}
