// Who would work a case after an act?
import { ask } from '../asking.ts'

export const askNext = (id: string, type: string) =>
  ask('GET /api/cases/{id}/next', { path: { id }, query: { type } })
