// What was written down at the place of a case?
import { ask } from '../asking.ts'

export const askFieldNotes = (id: string) =>
  ask('GET /api/cases/{id}/field-notes', { path: { id } })
