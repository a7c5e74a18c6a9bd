// Under which key are charts and their counts kept?

import { askCounts, askProcess } from '../client/case/processes.ts'
import { queries, remembered } from '../reading/queries.ts'

const oneVersion = (id: string, version: string) =>
  remembered(`process:${id}@${version}`, () => askProcess(id, version))

/** `version` empty: the newest, under the key that every page shares. */
export const chartQuery = (id: string, version: string) =>
  version === ''
    ? queries.process(id)
    : {
        queryKey: ['process', id, version],
        queryFn: () => oneVersion(id, version),
        staleTime: 600_000,
      }

export const countsKey = (id: string) => ['process-counts', id]

/** Never older than a minute while somebody looks. */
export const countsQuery = (id: string, enabled: boolean) => ({
  queryKey: countsKey(id),
  queryFn: () => askCounts(id),
  staleTime: 30_000,
  refetchInterval: 60_000,
  enabled,
})
