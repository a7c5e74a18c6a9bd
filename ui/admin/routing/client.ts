// What does the page of the rules ask of the server?
import type { PostHolder, RulePage, RuleView } from '../../../domain/tasks/routing/views.ts'
import { get, request } from '../../client/client.ts'

const base = '/api/routing'
export type Entered = {
  group: string
  process: string | null
  region: string | null
  field: string | null
  value: string | null
  way: RuleView['way']
  person: string | null
  from: string
  until: string | null
  order: string | null
  reason: string
}

export const routingApi = {
  enter: (body: Entered, key: string) => request<RuleView>('POST', `${base}/rules`, body, { 'idempotency-key': key }),
  end: (id: string, reason: string, key: string) =>
    request<RuleView>('POST', `${base}/rules/${id}/end`, { reason }, { 'idempotency-key': key }),
}

export const routingQueries = {
  rules: () => ({ queryKey: ['routing'], queryFn: () => get<RulePage>(`${base}/rules`), refetchOnMount: 'always' as const }),
  holders: (group: string) => ({
    queryKey: ['routing', 'holders', group],
    queryFn: () => get<{ items: PostHolder[] }>(`${base}/holders`, { group }),
    enabled: group !== '',
  }),
}
