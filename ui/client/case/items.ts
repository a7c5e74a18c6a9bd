// Which orders, reports and the like does a case have?
import { ask } from '../asking.ts'

export const askItems = (id: string) => ask('GET /api/cases/{id}/items', { path: { id } })
