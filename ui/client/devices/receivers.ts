// How are those who take warnings asked of the server?
import type { BodyOf } from '../../../contract/contract.ts'
import { ask } from '../asking.ts'

/** Without a `secret` the earlier one stays. */
type ReceiverBody = BodyOf<'PUT /api/registry/receivers/{id}'>

export const receiversApi = {
  all: () => ask('GET /api/registry/receivers'),
  save: (id: string, body: ReceiverBody, key: string) =>
    ask('PUT /api/registry/receivers/{id}', { path: { id }, body, key }),
  office: (body: BodyOf<'PUT /api/registry/receivers/office'>, key: string) =>
    ask('PUT /api/registry/receivers/office', { body, key }),
  decide: (id: string, body: BodyOf<'POST /api/registry/receivers/{id}/decision'>, key: string) =>
    ask('POST /api/registry/receivers/{id}/decision', { path: { id }, body, key }),
  test: (id: string, key: string) =>
    ask('POST /api/registry/receivers/{id}/test', { path: { id }, key }),
}
