// Under which key are changes kept, as the pages ask for them?
import { type About, changeApi } from '../../client/change.ts'

export const changeQueries = {
  list: (about: About) => ({
    queryKey: ['changes', about],
    queryFn: () => changeApi.list(about),
    refetchOnMount: 'always' as const,
  }),
  one: (id: string) => ({
    queryKey: ['changes', 'one', id],
    queryFn: () => changeApi.one(id),
    refetchOnMount: 'always' as const,
  }),
  amounts: () => ({ queryKey: ['changes', 'amounts'], queryFn: changeApi.amounts }),
  enterable: () => ({ queryKey: ['changes', 'rules'], queryFn: changeApi.enterable }),
}

/** What a change touches is asked for again. */
export const touchedByChanges = [['changes'], ['calendars'], ['rule-book'], ['amounts']]
