// What do the pages of people and roles ask of the server?
import type { Loss, OfficeChoice, OpenPostView, PeoplePage, PersonView } from '../../../contract/organisation/personnel.ts'
import type { VacancyView } from '../../../contract/routing/routing.ts'
import { get, request } from '../../client/client.ts'

const base = '/api/personnel'
const person = (id: string) => `${base}/people/${encodeURIComponent(id)}`
export type Asked = { q: string; office: string; standing: string; cursor: string }
export type Ground = { order: string | null; reason: string }
export type Post = { office: string; role: string; since: string }

const sent = (path: string, body: unknown, key: string) => request<PersonView>('POST', path, body, { 'idempotency-key': key })

export type NewPost = { office: string; role: string; from: string; until: string | null }
export type NewPerson = Ground & { username: string; name: string; mail: string; posts: NewPost[] }

export const peopleApi = {
  enrol: (body: NewPerson, key: string) => sent(`${base}/people`, body, key),
  link: (id: string, body: Ground, key: string) => sent(`${person(id)}/link`, body, key),
  removeFactor: (id: string, body: Ground, key: string) => sent(`${person(id)}/factor-removal`, body, key),
  decide: (id: string, decision: 'approval' | 'rejection' | 'withdrawal', reason: string) =>
    request<{ items: OpenPostView[] }>('POST', `${base}/proposals/${encodeURIComponent(id)}/${decision}`, { reason }),
  give: (id: string, body: Ground & { office: string; role: string; from: string; until: string | null }, key: string) =>
    sent(`${person(id)}/appointments`, body, key),
  end: (id: string, body: Ground & Post & { until: string | null; knowingly: boolean }, key: string) =>
    sent(`${person(id)}/appointments/end`, body, key),
  disable: (id: string, body: Ground & { knowingly: boolean }, key: string) => sent(`${person(id)}/disabling`, body, key),
  enable: (id: string, body: Ground, key: string) => sent(`${person(id)}/enabling`, body, key),
}

export const peopleQueries = {
  page: (asked: Asked) => ({
    queryKey: ['people', asked],
    queryFn: () => get<PeoplePage>(`${base}/people`, { ...asked, limit: 50 }),
    placeholderData: (known: PeoplePage | undefined) => known,
  }),
  proposals: () => ({
    queryKey: ['people', 'proposals'],
    queryFn: () => get<{ items: OpenPostView[] }>(`${base}/proposals`),
    refetchOnMount: 'always' as const,
  }),
  offices: () => ({
    queryKey: ['people', 'offices'],
    queryFn: () => get<{ items: OfficeChoice[] }>(`${base}/offices`),
    staleTime: 600_000,
  }),
  vacancies: () => ({
    queryKey: ['people', 'vacancies'],
    queryFn: () => get<{ items: VacancyView[] }>(`${base}/vacancies`),
    refetchOnMount: 'always' as const,
  }),
  one: (id: string) => ({ queryKey: ['people', 'one', id], queryFn: () => get<PersonView>(person(id)), refetchOnMount: 'always' as const }),
  loss: (id: string, post: (Post & { until: string }) | null) => ({
    queryKey: ['people', 'loss', id, post],
    queryFn: () => get<Loss>(`${person(id)}/loss`, post ?? {}),
    refetchOnMount: 'always' as const,
  }),
}
