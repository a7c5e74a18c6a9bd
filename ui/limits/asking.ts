// How are the rules of time asked for, and how is a period reckoned?
import type { TimeLimit } from '../../domain/law/compute.ts'
import type { RuleRow } from '../../domain/law/rule-book.ts'
import { get, request } from '../client/client.ts'
import type { ComputeInput } from '../client/contract.ts'

export const allRules = () => ({
  queryKey: ['rules'],
  queryFn: () => get<{ items: RuleRow[] }>('/api/time-limits/rules'),
  staleTime: 600_000,
})
export const reckon = (input: ComputeInput) => request<TimeLimit>('POST', '/api/time-limits/compute', input)
