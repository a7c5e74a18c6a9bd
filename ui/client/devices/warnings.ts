// How are warnings asked of the server and given?
import type { BodyOf } from '../../../contract/contract.ts'
import { addressOfRoute, ask } from '../asking.ts'

/** What somebody wants to be told; `after` is the message that he has seen last, null: nothing has been said yet. */
export type WarningGiven = BodyOf<'POST /api/warnings'>

export const warningsApi = {
  list: (incident: string) => ask('GET /api/warnings', { query: { incident } }),
  one: (identifier: string) => ask('GET /api/warnings/{identifier}', { path: { identifier } }),
  file: (identifier: string, format: 'cap' | 'geojson') =>
    addressOfRoute('GET /api/warnings/{identifier}/document', { path: { identifier }, query: { format } }),
  preview: (given: WarningGiven) => ask('POST /api/warnings/preview', { body: given }),
  give: (given: WarningGiven, key: string) => ask('POST /api/warnings', { body: given, key }),
}
