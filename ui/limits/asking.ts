// How are the rules of time asked for, and how is a period reckoned?
import { get, request } from '../client/client.ts'
import type { Computed, ComputeInput, RuleRow } from '../client/contract.ts'

export const allRules = () => ({
  queryKey: ['rules'],
  queryFn: () => get<{ items: RuleRow[] }>('/api/time-limits/rules'),
  staleTime: 600_000,
})
export const reckon = (input: ComputeInput) => request<Computed>('POST', '/api/time-limits/compute', input)
