// What do the pages of warnings ask of the server?
import type { WarningPreview } from '../../contract/devices/warnings.ts'
import type { WarningGiven, WarningRow, WarningView } from '../../domain/warning/views.ts'
import { get, request } from '../client/client.ts'

const path = (identifier: string) => `/api/warnings/${encodeURIComponent(identifier)}`

export const warningsApi = {
  list: (incident: string) => get<{ items: WarningRow[]; mayGive: boolean }>('/api/warnings', { incident }),
  one: (identifier: string) => get<WarningView>(path(identifier)),
  file: (identifier: string, format: 'cap' | 'geojson') => `${path(identifier)}/document?format=${format}`,
  preview: (given: WarningGiven) => request<WarningPreview>('POST', '/api/warnings/preview', given),
  give: (given: WarningGiven, key: string) => request<{ identifier: string }>('POST', '/api/warnings', given, { 'idempotency-key': key }),
}
