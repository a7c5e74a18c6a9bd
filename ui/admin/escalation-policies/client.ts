// What do the pages of the escalation policies ask of the server?
import type {
  EscalationPolicyList,
  EscalationPolicyPeriods,
  EscalationPolicyProposalView,
  EscalationPolicyView,
} from '../../../domain/views/escalation-policy-views.ts'
import { get, request } from '../../client/client.ts'

const base = '/api/ladders'
export type WantedEscalationPolicy = {
  escalationLevels: { escalationLevel: string; n: number; notify: string[] }[]
  order: string
  reason: string
}
export type Deciding = 'approval' | 'rejection' | 'withdrawal'

export const escalationPolicyApi = {
  propose: (process: string, clock: string, wanted: WantedEscalationPolicy, key: string) =>
    request<EscalationPolicyProposalView>('POST', `${base}/${process}/${clock}/proposals`, wanted, { 'idempotency-key': key }),
  decide: (id: string, what: Deciding, reason: string) =>
    request<EscalationPolicyProposalView>('POST', `${base}/proposals/${id}/${what}`, { reason }),
}

export const escalationPolicyQueries = {
  list: () => ({ queryKey: ['escalationPolicies'], queryFn: () => get<EscalationPolicyList>(base), refetchOnMount: 'always' as const }),
  one: (process: string, clock: string) => ({
    queryKey: ['escalationPolicies', process, clock],
    queryFn: () => get<EscalationPolicyView>(`${base}/${process}/${clock}`),
    refetchOnMount: 'always' as const,
  }),
  periods: (process: string, clock: string, proposal: string, cursor: string | null) => ({
    queryKey: ['escalationPolicies', process, clock, 'periods', proposal, cursor],
    queryFn: () => get<EscalationPolicyPeriods>(`${base}/${process}/${clock}/periods`, { proposal, cursor, limit: 50 }),
  }),
}
