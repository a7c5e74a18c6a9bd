// Which official documents does a case have?
import { ask } from '../asking.ts'

export const askDocuments = (id: string) => ask('GET /api/cases/{id}/documents', { path: { id } })

export const askSignature = (id: string) =>
  ask('GET /api/documents/{id}/signature', { path: { id } })
