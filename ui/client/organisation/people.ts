// How are people and their posts asked of the server?
import type { BodyOf, QueryOf } from '../../../contract/contract.ts'
import { ask } from '../asking.ts'

export type PeopleSought = {
  q: string
  office: string
  standing: NonNullable<QueryOf<'GET /api/personnel/people'>['standing']>
  cursor: string
}
export type Ground = BodyOf<'POST /api/personnel/people/{id}/link'>
export type Post = { office: string; role: string; since: string }
type NewPerson = BodyOf<'POST /api/personnel/people'>

export const peopleApi = {
  page: (sought: PeopleSought) =>
    ask('GET /api/personnel/people', { query: { ...sought, limit: 50 } }),
  proposals: () => ask('GET /api/personnel/proposals'),
  offices: () => ask('GET /api/personnel/offices'),
  vacancies: () => ask('GET /api/personnel/vacancies'),
  one: (id: string) => ask('GET /api/personnel/people/{id}', { path: { id } }),
  loss: (id: string, post: (Post & { until: string }) | null) =>
    ask('GET /api/personnel/people/{id}/loss', { path: { id }, query: post ?? {} }),
  enrol: (body: NewPerson, key: string) => ask('POST /api/personnel/people', { body, key }),
  link: (id: string, body: Ground, key: string) =>
    ask('POST /api/personnel/people/{id}/link', { path: { id }, body, key }),
  removeFactor: (id: string, body: Ground, key: string) =>
    ask('POST /api/personnel/people/{id}/factor-removal', { path: { id }, body, key }),
  phone: (id: string, body: BodyOf<'POST /api/personnel/people/{id}/phone'>, key: string) =>
    ask('POST /api/personnel/people/{id}/phone', { path: { id }, body, key }),
  decide: (id: string, decision: 'approval' | 'rejection' | 'withdrawal', reason: string) =>
    ask('POST /api/personnel/proposals/{id}/{decision}', {
      path: { id, decision },
      body: { reason },
    }),
  give: (id: string, body: BodyOf<'POST /api/personnel/people/{id}/appointments'>, key: string) =>
    ask('POST /api/personnel/people/{id}/appointments', { path: { id }, body, key }),
  end: (
    id: string,
    body: BodyOf<'POST /api/personnel/people/{id}/appointments/end'>,
    key: string,
  ) => ask('POST /api/personnel/people/{id}/appointments/end', { path: { id }, body, key }),
  disable: (id: string, body: BodyOf<'POST /api/personnel/people/{id}/disabling'>, key: string) =>
    ask('POST /api/personnel/people/{id}/disabling', { path: { id }, body, key }),
  enable: (id: string, body: Ground, key: string) =>
    ask('POST /api/personnel/people/{id}/enabling', { path: { id }, body, key }),
}
