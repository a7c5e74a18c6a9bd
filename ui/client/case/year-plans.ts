// How are yearly plans of inspections asked of the server, and brought further?
import type { BodyOf } from '../../../contract/contract.ts'
import { addressOfRoute, ask } from '../asking.ts'

const at = (id: string) => ({ path: { id } })

export const yearPlansApi = {
  all: () => ask('GET /api/year-plans'),
  overview: (year: number) => ask('GET /api/year-plans/overview', { query: { year } }),
  one: (id: string) => ask('GET /api/year-plans/{id}', at(id)),
  rows: (id: string, q: string, after: number) =>
    ask('GET /api/year-plans/{id}/rows', { ...at(id), query: { q, after } }),
  completion: (id: string) => ask('GET /api/year-plans/{id}/completion', at(id)),
  document: (id: string) => addressOfRoute('GET /api/year-plans/{id}/document', at(id)),
  make: (body: BodyOf<'POST /api/year-plans'>, key: string) =>
    ask('POST /api/year-plans', { body, key }),
  except: (id: string, body: BodyOf<'POST /api/year-plans/{id}/exceptions'>, key: string) =>
    ask('POST /api/year-plans/{id}/exceptions', { ...at(id), body, key }),
  remove: (id: string, body: BodyOf<'POST /api/year-plans/{id}/removals'>, key: string) =>
    ask('POST /api/year-plans/{id}/removals', { ...at(id), body, key }),
  submit: (id: string, key: string) =>
    ask('POST /api/year-plans/{id}/submission', { ...at(id), key }),
  approve: (id: string, reason: string, key: string) =>
    ask('POST /api/year-plans/{id}/approval', { ...at(id), body: { reason }, key }),
  reject: (id: string, reason: string, key: string) =>
    ask('POST /api/year-plans/{id}/rejection', { ...at(id), body: { reason }, key }),
  withdraw: (id: string, key: string) =>
    ask('POST /api/year-plans/{id}/withdrawal', { ...at(id), key }),
  receive: (id: string, key: string) =>
    ask('POST /api/year-plans/{id}/receipt', { ...at(id), key }),
  begin: (id: string, body: BodyOf<'POST /api/year-plans/{id}/visits'>, key: string) =>
    ask('POST /api/year-plans/{id}/visits', { ...at(id), body, key }),
}
