// What do the pages of statistics ask of the server?
import type { BehindPage, EnterprisePage, StatisticsView } from '../../contract/statistics/statistics.ts'
import { get, request } from '../client/client.ts'
import { locale } from '../client/words.ts'

const base = '/api/statistics'
/** `own`: the table of an enterprise, the reader's own or the one named. */
export type Asked = { process: string; period: string; region: string; enterprise: string; own: boolean }

const placeOf = ({ process, period, region, enterprise, own }: Asked) =>
  own ? { process, period, enterprise } : { process, period, region }

export type Pen = { process: string; period: string; region: string; enterprise: string; remarks: string; hash: string; key: string }

export const statisticsApi = {
  read: (asked: Asked) => get<StatisticsView>(asked.own ? `${base}/enterprise` : base, placeOf(asked)),
  cases: (asked: Asked, figure: string, cursor: string | null) => get<BehindPage>(`${base}/cases`, { ...placeOf(asked), figure, cursor }),
  enterprises: ({ process, period, region }: Asked, status: string, cursor: string | null) =>
    get<EnterprisePage>(`${base}/enterprises`, { process, period, region, status, cursor }),
  sign: ({ key, ...signing }: Pen) => request<StatisticsView>('POST', `${base}/signature`, signing, { 'idempotency-key': key }),
  submit: (report: string) => request<StatisticsView>('POST', `${base}/reports/${report}/submission`, {}),
  return: (report: string, reason: string) => request<StatisticsView>('POST', `${base}/reports/${report}/return`, { reason }),
}

export const statisticsKey = (asked: Asked) => ['statistics', asked] as const

export const exportPath = (asked: Asked, format: 'xlsx' | 'csv') => {
  const wanted = Object.entries({ ...placeOf(asked), format, lang: locale() }).filter(([, value]) => value !== '')
  return `${base}/export?${new URLSearchParams(wanted)}`
}
