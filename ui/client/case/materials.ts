// Which materials does a case have?
import { ask } from '../asking.ts'

export const askMaterials = (id: string) => ask('GET /api/cases/{id}/materials', { path: { id } })
