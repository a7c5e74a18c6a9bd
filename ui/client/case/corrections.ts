// Which answers of a record may be corrected?
import { ask } from '../asking.ts'

export const askCorrectable = (id: string, seq: number) =>
  ask('GET /api/cases/{id}/corrections', { path: { id }, query: { seq: String(seq) } })
