// What was a person told about a case?
import { ask } from '../asking.ts'

export const askMessages = (id: string) => ask('GET /api/cases/{id}/messages', { path: { id } })
