// Which recordings of enforcement does a case have?
import { ask } from '../asking.ts'

export const askRecordings = (id: string) => ask('GET /api/cases/{id}/recordings', { path: { id } })
