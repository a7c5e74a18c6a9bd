// How are search and kept filters asked of the server?
import type { SavedFilter, SearchView } from '../../contract/search/search.ts'
import type { FilteredList } from '../../domain/search/saved-filter.ts'
import { get, request } from './client.ts'

type Said = Pick<SavedFilter, 'name' | 'query' | 'sharedWith'>

export const askSearch = (q: string, limit: number) => get<SearchView>('/api/search', { q, limit })

export const filtersOf = (list: FilteredList) => get<{ items: SavedFilter[] }>('/api/filters', { list })
export const keepFilter = (said: Said & { list: FilteredList }, key: string) =>
  request<SavedFilter>('POST', '/api/filters', said, { 'idempotency-key': key })
export const changeFilter = (id: string, said: Said) => request<SavedFilter>('PUT', `/api/filters/${id}`, said)
export const dropFilter = (id: string) => request<undefined>('DELETE', `/api/filters/${id}`)
