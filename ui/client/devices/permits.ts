// How are permits asked of the server, under which devices stand out of service?
import type { BodyOf } from '../../../contract/contract.ts'
import { ask } from '../asking.ts'

export type NewPermit = BodyOf<'POST /api/permits'>

export const permitApi = {
  list: () => ask('GET /api/permits'),
  works: () => ask('GET /api/permits/works'),
  take: (permit: NewPermit, key: string) => ask('POST /api/permits', { body: permit, key }),
  end: (id: string, reason: string, key: string) =>
    ask('POST /api/permits/{id}/end', { path: { id }, body: { reason }, key }),
}
