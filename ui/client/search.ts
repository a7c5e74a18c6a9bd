// How are search and saved filters asked of the server?
import type { BodyOf } from '../../contract/contract.ts'
import type { FilteredList } from '../../domain/search/saved-filter.ts'
import { ask } from './asking.ts'

export const askSearch = (q: string, limit: number) =>
  ask('GET /api/search', { query: { q, limit } })

export const filtersOf = (list: FilteredList) => ask('GET /api/filters', { query: { list } })
export const keepFilter = (body: BodyOf<'POST /api/filters'>, key: string) =>
  ask('POST /api/filters', { body, key })
export const changeFilter = (id: string, body: BodyOf<'PUT /api/filters/{id}'>) =>
  ask('PUT /api/filters/{id}', { path: { id }, body })
export const dropFilter = (id: string) => ask('DELETE /api/filters/{id}', { path: { id } })
