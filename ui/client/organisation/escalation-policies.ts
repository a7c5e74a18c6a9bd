// How are the escalation policies asked of the server, and changes to them?
import type { BodyOf } from '../../../contract/contract.ts'
import type { DecisionPath } from '../../../domain/change/four-eyes.ts'
import { ask } from '../asking.ts'

type WantedEscalationPolicy = BodyOf<'POST /api/ladders/{process}/{clock}/proposals'>

export const escalationPolicyApi = {
  list: () => ask('GET /api/ladders'),
  one: (process: string, clock: string) =>
    ask('GET /api/ladders/{process}/{clock}', { path: { process, clock } }),
  periods: (process: string, clock: string, proposal: string, cursor: string | null) =>
    ask('GET /api/ladders/{process}/{clock}/periods', {
      path: { process, clock },
      query: { proposal, cursor, limit: 50 },
    }),
  propose: (process: string, clock: string, body: WantedEscalationPolicy, key: string) =>
    ask('POST /api/ladders/{process}/{clock}/proposals', { path: { process, clock }, body, key }),
  decide: (id: string, what: DecisionPath, reason: string) =>
    ask(`POST /api/ladders/proposals/{id}/${what}`, { path: { id }, body: { reason } }),
}
