// How are statistics asked of the server, signed and submitted?
import type { QueryOf } from '../../contract/contract.ts'
import { addressOfRoute, ask } from './asking.ts'

/** `own`: the table of an enterprise, the reader's own or the one named. */
export type StatisticsQuery = {
  process: string
  period: string
  region: string
  enterprise: string
  own: boolean
}
export type Pen = {
  process: string
  period: string
  region: string
  enterprise: string
  remarks: string
  hash: string
  key: string
}
export type SoughtStatus = NonNullable<QueryOf<'GET /api/statistics/enterprises'>['status']>

const placeOf = ({ process, period, region, enterprise, own }: StatisticsQuery) =>
  own ? { process, period, enterprise } : { process, period, region }

export const statisticsApi = {
  read: (query: StatisticsQuery) =>
    ask(query.own ? 'GET /api/statistics/enterprise' : 'GET /api/statistics', {
      query: placeOf(query),
    }),
  cases: (query: StatisticsQuery, figure: string, cursor: string | null) =>
    ask('GET /api/statistics/cases', { query: { ...placeOf(query), figure, cursor } }),
  enterprises: (
    { process, period, region }: StatisticsQuery,
    status: SoughtStatus,
    cursor: string | null,
  ) =>
    ask('GET /api/statistics/enterprises', { query: { process, period, region, status, cursor } }),
  sign: ({ key, ...signing }: Pen) => ask('POST /api/statistics/signature', { body: signing, key }),
  submit: (id: string) => ask('POST /api/statistics/reports/{id}/submission', { path: { id } }),
  return: (id: string, reason: string) =>
    ask('POST /api/statistics/reports/{id}/return', { path: { id }, body: { reason } }),
  export: (query: StatisticsQuery, format: 'xlsx' | 'csv', lang: 'zh' | 'en') =>
    addressOfRoute('GET /api/statistics/export', { query: { ...placeOf(query), format, lang } }),
}

export const statisticsKey = (query: StatisticsQuery) => ['statistics', query] as const
