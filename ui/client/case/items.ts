// Which orders, reports and the like does a case have, and by which entry of a register may an act go?
import { ask } from '../asking.ts'

export const askItems = (id: string) => ask('GET /api/cases/{id}/items', { path: { id } })

export const askEntriesToChoose = (id: string, type: string) =>
  ask('GET /api/cases/{id}/entries', { path: { id }, query: { type } })
