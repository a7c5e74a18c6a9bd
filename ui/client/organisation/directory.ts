// Which enterprises and which people can a form name?
import type { QueryOf } from '../../../contract/contract.ts'
import { ask } from '../asking.ts'

export type NamingVerb = NonNullable<QueryOf<'GET /api/people'>['verb']>

export const askEnterprises = (query: { q?: string; limit?: number }) =>
  ask('GET /api/enterprises', { query })
export const askPeople = (id: string, verb: NamingVerb | undefined, task: string | null) =>
  ask('GET /api/people', { query: { case: id, verb, task } })
export const askOfficers = (id: string, act: string) =>
  ask('GET /api/people', { query: { case: id, act } })
