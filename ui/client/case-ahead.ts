// How is asked what lies ahead of a case, and what belongs to it?
import { ask } from './asking.ts'

export const askForecast = (id: string) => ask('GET /api/cases/{id}/forecast', { path: { id } })
export const askNext = (id: string, type: string) => ask('GET /api/cases/{id}/next', { path: { id }, query: { type } })
export const askDocuments = (id: string) => ask('GET /api/cases/{id}/documents', { path: { id } })
export const askMaterials = (id: string) => ask('GET /api/cases/{id}/materials', { path: { id } })
export const askMessages = (id: string) => ask('GET /api/cases/{id}/messages', { path: { id } })
