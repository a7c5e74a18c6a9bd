// Under which key are enterprises kept, as the pages ask for them?
import { enterprisesApi } from '../../client/organisation/enterprises.ts'

type Listed = Awaited<ReturnType<typeof enterprisesApi.list>>

export const enterpriseQueries = {
  list: (q: string) => ({
    queryKey: ['enterprises', 'list', q],
    queryFn: () => enterprisesApi.list(q),
    placeholderData: (known: Listed | undefined) => known,
    refetchOnMount: 'always' as const,
  }),
  one: (id: string) => ({
    queryKey: ['enterprises', 'one', id],
    queryFn: () => enterprisesApi.one(id),
    refetchOnMount: 'always' as const,
  }),
}
