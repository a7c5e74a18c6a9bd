// How are enterprises and their accounts asked of the server?
import type { BodyOf } from '../../../contract/contract.ts'
import { ask } from '../asking.ts'

type NewEnterprise = BodyOf<'POST /api/personnel/enterprises'>
export type NewAccount = BodyOf<'POST /api/personnel/enterprises/{id}/accounts'>

export const enterprisesApi = {
  list: (q: string) => ask('GET /api/personnel/enterprises', { query: { q } }),
  one: (id: string) => ask('GET /api/personnel/enterprises/{id}', { path: { id } }),
  add: (body: NewEnterprise, key: string) => ask('POST /api/personnel/enterprises', { body, key }),
  addAccount: (id: string, body: NewAccount, key: string) =>
    ask('POST /api/personnel/enterprises/{id}/accounts', { path: { id }, body, key }),
}
