// How are cases, tasks and processes asked of the server?
import type { QueryOf } from '../../../contract/contract.ts'
import { ask } from '../asking.ts'

type InboxQuery = Omit<QueryOf<'GET /api/inbox'>, 'limit' | 'cursor'> & {
  limit?: number
  cursor?: string | null
}
export type CasesQuery = Omit<QueryOf<'GET /api/cases'>, 'limit' | 'cursor'> & {
  limit?: number
  cursor?: string | null
}
type ActInput = {
  id: string
  type: string
  data: Record<string, unknown>
  taskId?: string | null
  key: string
  material: number
}

export const caseApi = {
  inbox: (query: InboxQuery) => ask('GET /api/inbox', { query }),
  cases: (query: CasesQuery) => ask('GET /api/cases', { query }),
  case: (id: string) => ask('GET /api/cases/{id}', { path: { id } }),
  timeline: (id: string) => ask('GET /api/cases/{id}/timeline', { path: { id } }),
  act: ({ id, type, data, taskId, key, material }: ActInput) =>
    ask('POST /api/cases/{id}/acts', {
      path: { id },
      body: { type, data, taskId: taskId || undefined },
      key,
      ifMatch: material,
    }),
  processes: () => ask('GET /api/processes'),
  process: (id: string) => ask('GET /api/processes/{id}', { path: { id } }),
}
