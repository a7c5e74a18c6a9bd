// How are the work of an office and its substitutions asked of the server?
import type { BodyOf } from '../../contract/contract.ts'
import { ask } from './asking.ts'

export type GrantInput = BodyOf<'POST /api/substitutions'>
export type UrgeInput = BodyOf<'POST /api/team/urges'>
type ReassignInput = BodyOf<'POST /api/team/reassignments'>

export const team = {
  queue: (query: { office: string; holder: string; cursor: string | null; limit: number }) =>
    ask('GET /api/team', { query }),
  urge: (body: UrgeInput, key: string) => ask('POST /api/team/urges', { body, key }),
  reassign: (body: ReassignInput, key: string) =>
    ask('POST /api/team/reassignments', { body, key }),
  substitutions: (past: boolean) =>
    ask('GET /api/substitutions', { query: { past: past ? '1' : '0', limit: 100 } }),
  people: () => ask('GET /api/substitutions/people'),
  grant: (body: GrantInput, key: string) => ask('POST /api/substitutions', { body, key }),
  agree: (id: string) => ask('POST /api/substitutions/{id}/agree', { path: { id } }),
  end: (id: string, reason: string) =>
    ask('POST /api/substitutions/{id}/end', { path: { id }, body: { reason } }),
}
