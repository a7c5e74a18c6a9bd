// Under which key are escalation policies kept, as the pages ask for them?
import { escalationPolicyApi } from '../../client/organisation/escalation-policies.ts'

export const escalationPolicyQueries = {
  list: () => ({
    queryKey: ['escalationPolicies'],
    queryFn: escalationPolicyApi.list,
    refetchOnMount: 'always' as const,
  }),
  one: (process: string, clock: string) => ({
    queryKey: ['escalationPolicies', process, clock],
    queryFn: () => escalationPolicyApi.one(process, clock),
    refetchOnMount: 'always' as const,
  }),
  periods: (process: string, clock: string, proposal: string, cursor: string | null) => ({
    queryKey: ['escalationPolicies', process, clock, 'periods', proposal, cursor],
    queryFn: () => escalationPolicyApi.periods(process, clock, proposal, cursor),
  }),
}
