// Under which key are people and roles kept, as the pages ask for them?
import { type PeopleSought, type Post, peopleApi } from '../../client/organisation/people.ts'

type PageOfPeople = Awaited<ReturnType<typeof peopleApi.page>>

export const peopleQueries = {
  page: (sought: PeopleSought) => ({
    queryKey: ['people', sought],
    queryFn: () => peopleApi.page(sought),
    placeholderData: (known: PageOfPeople | undefined) => known,
  }),
  proposals: () => ({
    queryKey: ['people', 'proposals'],
    queryFn: peopleApi.proposals,
    refetchOnMount: 'always' as const,
  }),
  offices: () => ({
    queryKey: ['people', 'offices'],
    queryFn: peopleApi.offices,
    staleTime: 600_000,
  }),
  vacancies: () => ({
    queryKey: ['people', 'vacancies'],
    queryFn: peopleApi.vacancies,
    refetchOnMount: 'always' as const,
  }),
  one: (id: string) => ({
    queryKey: ['people', 'one', id],
    queryFn: () => peopleApi.one(id),
    refetchOnMount: 'always' as const,
  }),
  loss: (id: string, post: (Post & { until: string }) | null) => ({
    queryKey: ['people', 'loss', id, post],
    queryFn: () => peopleApi.loss(id, post),
    refetchOnMount: 'always' as const,
  }),
}
