// What lies nearest to a case that one of its acts may call, as the browser keeps it?
import { ask } from '../client/asking.ts'

export type NearQuestion = {
  type: string
  kind?: string
  km?: number
  at?: string
  number?: string
}

/** Read again with everything else of the case: an order that ends frees what it held. */
export const nearestOf = (id: string, query: NearQuestion) => ({
  queryKey: ['case', id, 'nearest', query],
  queryFn: () => ask('GET /api/cases/{id}/nearest', { path: { id }, query }),
})
