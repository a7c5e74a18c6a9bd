// What does the dossier of a case hold, and how is it made?
import { ask } from '../asking.ts'

export const askDossier = (id: string) => ask('GET /api/cases/{id}/dossier', { path: { id } })
export const makeDossier = (id: string) => ask('POST /api/cases/{id}/dossier', { path: { id } })
