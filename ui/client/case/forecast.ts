// What lies ahead of a case?
import { ask } from '../asking.ts'

export const askForecast = (id: string) => ask('GET /api/cases/{id}/forecast', { path: { id } })
