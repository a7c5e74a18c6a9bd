// How is the register of licences asked of the server?
import type { QueryOf } from '../../contract/contract.ts'
import { ask } from './asking.ts'

export type LicencesSought = {
  q: string
  scope: string
  standing: NonNullable<QueryOf<'GET /api/licences'>['standing']> | ''
  within: string
}

export const licencesApi = {
  page: (sought: LicencesSought, cursor: string | null) =>
    ask('GET /api/licences', { query: { ...sought, cursor, limit: 50 } }),
  held: (process: string) =>
    ask('GET /api/licences', { query: { process, standing: 'in-force', limit: 10 } }),
  one: (id: string) => ask('GET /api/licences/{id}', { path: { id } }),
  lookUp: (q: string) => ask('GET /api/public/licences', { query: { q } }),
}
