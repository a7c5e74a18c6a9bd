// How are the tokens of machines asked of the server?
import type { BodyOf } from '../../../contract/contract.ts'
import { ask } from '../asking.ts'

export const machinesApi = {
  page: () => ask('GET /api/personnel/machines'),
  make: (body: BodyOf<'POST /api/personnel/machines'>, key: string) =>
    ask('POST /api/personnel/machines', { body, key }),
  revoke: (id: string, reason: string, key: string) =>
    ask('POST /api/personnel/machines/{id}/revocation', { path: { id }, body: { reason }, key }),
}
