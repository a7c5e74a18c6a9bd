// How are the wall of clocks, flow, digests and reachability asked of the server?
import type { QueryOf } from '../../contract/contract.ts'
import { ask } from './asking.ts'

export type WallFilters = Required<{
  [Name in 'process' | 'region' | 'level' | 'late']: NonNullable<
    QueryOf<'GET /api/supervision/clocks'>[Name]
  >
}>

export const askWall = (filters: WallFilters, limit: number, cursor: string | null) =>
  ask('GET /api/supervision/clocks', { query: { ...filters, limit, cursor } })
export const askFlow = (query: QueryOf<'GET /api/supervision/flow'>) =>
  ask('GET /api/supervision/flow', { query })
export type FlowPlace = Omit<QueryOf<'GET /api/supervision/flow/cases'>, 'limit' | 'cursor'>
export const askFlowCases = (place: FlowPlace, limit: number, cursor: string | null) =>
  ask('GET /api/supervision/flow/cases', { query: { ...place, limit, cursor } })
/** One step of it; `more` asks for another. */
export const askRecompute = () => ask('POST /api/supervision/flow/recompute')
export const askDigest = (date: string) => ask('GET /api/supervision/digest', { query: { date } })
export const askReachability = () => ask('GET /api/supervision/reachability')
