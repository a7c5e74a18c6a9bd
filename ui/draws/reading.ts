// How do the screens of draws read them?
import type { DrawView } from '../../contract/drawing/draws.ts'
import { drawsApi } from '../client/case/draws.ts'
import { client } from '../reading/queries.ts'

export const drawQueries = {
  all: () => ({
    queryKey: ['draws'],
    queryFn: () => drawsApi.all(),
    refetchOnMount: 'always' as const,
  }),
  one: (id: string) => ({
    queryKey: ['draws', id],
    queryFn: () => drawsApi.one(id),
    refetchOnMount: 'always' as const,
    // Another person is awaited, until it is drawn.
    refetchInterval: ({ state }: { state: { data?: DrawView | undefined } }) =>
      state.data?.phase === 'drawn' ? (false as const) : 5_000,
  }),
}

export const readDrawsAnew = (): Promise<void> => client.invalidateQueries({ queryKey: ['draws'] })
