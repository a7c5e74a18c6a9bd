// How are charts, their counts and their migrations asked of the server?

import type { ChartCounts, MigrationPage, ProcessView } from '../../domain/views/chart/chart-views.ts'
import { get, request } from '../client/client.ts'
import { queries, remembered } from '../reading/queries.ts'

const oneVersion = (id: string, version: string) =>
  remembered(`process:${id}@${version}`, () => get<ProcessView>(`/api/processes/${encodeURIComponent(id)}`, { version }))

/** `version` empty: the newest, under the key that every page shares. */
export const chartQuery = (id: string, version: string) =>
  version === '' ? queries.process(id) : { queryKey: ['process', id, version], queryFn: () => oneVersion(id, version), staleTime: 600_000 }

export const countsKey = (id: string) => ['process-counts', id]

/** Never older than a minute while somebody looks. */
export const countsQuery = (id: string, enabled: boolean) => ({
  queryKey: countsKey(id),
  queryFn: () => get<ChartCounts>(`/api/processes/${encodeURIComponent(id)}/counts`),
  staleTime: 30_000,
  refetchInterval: 60_000,
  enabled,
})

export const askMigration = (id: string, from: number, dryRun: boolean, after: string) =>
  request<MigrationPage>('POST', `/api/processes/${encodeURIComponent(id)}/migrations`, { from, dryRun, after })
