// How are the rules asked of the server by which tasks are given out?
import type { BodyOf } from '../../../contract/contract.ts'
import { ask } from '../asking.ts'

type EnteredRule = BodyOf<'POST /api/routing/rules'>

export const routingApi = {
  rules: () => ask('GET /api/routing/rules'),
  holders: (group: string) => ask('GET /api/routing/holders', { query: { group } }),
  enter: (body: EnteredRule, key: string) => ask('POST /api/routing/rules', { body, key }),
  end: (id: string, reason: string, key: string) =>
    ask('POST /api/routing/rules/{id}/end', { path: { id }, body: { reason }, key }),
}
