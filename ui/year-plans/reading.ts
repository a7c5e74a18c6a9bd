// How do the screens of yearly plans read them?
import { yearPlansApi } from '../client/case/year-plans.ts'
import { client } from '../reading/queries.ts'

const fresh = { refetchOnMount: 'always' as const }

export const yearPlanQueries = {
  all: () => ({ queryKey: ['year-plans'], queryFn: () => yearPlansApi.all(), ...fresh }),
  overview: (year: number) => ({
    queryKey: ['year-plans', 'overview', year],
    queryFn: () => yearPlansApi.overview(year),
    ...fresh,
  }),
  one: (id: string) => ({
    queryKey: ['year-plans', id],
    queryFn: () => yearPlansApi.one(id),
    ...fresh,
  }),
  rows: (id: string, q: string, after: number) => ({
    queryKey: ['year-plans', id, 'rows', q, after],
    queryFn: () => yearPlansApi.rows(id, q, after),
    ...fresh,
  }),
  completion: (id: string) => ({
    queryKey: ['year-plans', id, 'completion'],
    queryFn: () => yearPlansApi.completion(id),
    ...fresh,
  }),
}

export const readPlansAnew = (): Promise<void> =>
  client.invalidateQueries({ queryKey: ['year-plans'] })
