// Which orders, reports and the like does a case have, by which entry of a register may an act go, and what were like cases fined?
import { ask } from '../asking.ts'

export const askItems = (id: string) => ask('GET /api/cases/{id}/items', { path: { id } })

export const askEntriesToChoose = (id: string, type: string) =>
  ask('GET /api/cases/{id}/entries', { path: { id }, query: { type } })

export const askLikeFines = (id: string, cause: string, of: 'enterprise' | 'person') =>
  ask('GET /api/cases/{id}/like-fines', { path: { id }, query: { cause, of } })
