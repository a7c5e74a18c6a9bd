// How are the wall of clocks, flow, the deviation of fines, digests and reachability asked of the server?
import type { QueryOf } from '../../contract/contract.ts'
import { addressOfRoute, ask } from './asking.ts'

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

export type DiscretionFilters = Required<QueryOf<'GET /api/supervision/discretion'>>
export type FinesPlace = Omit<QueryOf<'GET /api/supervision/discretion/cases'>, 'limit' | 'cursor'>

export const askDiscretion = (query: DiscretionFilters) =>
  ask('GET /api/supervision/discretion', { query })
export const askFines = (place: FinesPlace, limit: number, cursor: string | null) =>
  ask('GET /api/supervision/discretion/cases', { query: { ...place, limit, cursor } })
/** One step of it; `more` asks for another. */
export const askDiscretionAgain = () => ask('POST /api/supervision/discretion/recompute')
export const discretionFile = (
  query: DiscretionFilters,
  rows: 'offices' | 'decisions',
  lang: 'zh' | 'en',
) =>
  addressOfRoute('GET /api/supervision/discretion/export', {
    query: { ...query, rows, format: 'xlsx', lang },
  })
