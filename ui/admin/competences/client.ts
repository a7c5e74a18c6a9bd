// Under which key is the table of competences kept, as the pages ask for it?
import { competenceApi } from '../../client/organisation/competences.ts'

export const competenceQueries = {
  table: () => ({
    queryKey: ['competences'],
    queryFn: competenceApi.table,
    refetchOnMount: 'always' as const,
  }),
}
