// Under which key are the rules kept by which tasks are given out, as the page asks for them?
import { routingApi } from '../../client/organisation/routing.ts'

export const routingQueries = {
  rules: () => ({
    queryKey: ['routing'],
    queryFn: routingApi.rules,
    refetchOnMount: 'always' as const,
  }),
  holders: (group: string) => ({
    queryKey: ['routing', 'holders', group],
    queryFn: () => routingApi.holders(group),
    enabled: group !== '',
  }),
}
