// How does the team's page ask the server?

import type { SubstitutionView } from '../../domain/organisation/substitution-views.ts'
import type { SubstitutionPage, TeamOutcome, TeamView } from '../../domain/views/team-views.ts'
import { get, request } from '../client/client.ts'
import type { PersonChoice } from '../client/contract.ts'

export type TeamItem = { caseId: string; taskId: string; revision: number }
export type BulkVerb = 'reassignments' | 'urges'
export type BulkInput = { tasks: TeamItem[]; to?: string; reason: string; dryRun: boolean }
export type GrantInput = {
  person: string
  substitute: string
  from: string
  to: string
  order: string
  reason: string
  posts: string[] | null
  knowingly: boolean
}

export const team = {
  queue: (query: { office: string; holder: string; cursor: string | null; limit: number }) => get<TeamView>('/api/team', query),
  bulk: (verb: BulkVerb, input: BulkInput, key: string) =>
    request<TeamOutcome>('POST', `/api/team/${verb}`, input, { 'idempotency-key': key }),
  substitutions: (past: boolean) => get<SubstitutionPage>('/api/substitutions', { past: past ? 1 : 0, limit: 100 }),
  people: () => get<{ items: PersonChoice[] }>('/api/substitutions/people'),
  grant: (input: GrantInput, key: string) => request<SubstitutionView>('POST', '/api/substitutions', input, { 'idempotency-key': key }),
  agree: (id: string) => request<SubstitutionView>('POST', `/api/substitutions/${id}/agree`),
  end: (id: string, reason: string) => request<SubstitutionView>('POST', `/api/substitutions/${id}/end`, { reason }),
}
