// Under which key is kept what could not be used, as the page asks for it?
import { letterApi, type Sought } from '../../client/letters.ts'

const listed = <Page>(box: string, sought: Partial<Sought>, queryFn: () => Promise<Page>) => ({
  queryKey: ['letters', box, sought],
  queryFn,
  placeholderData: (known: Page | undefined) => known,
  refetchOnMount: 'always' as const,
})

export const letterQueries = {
  overview: () => ({
    queryKey: ['letters'],
    queryFn: letterApi.overview,
    refetchOnMount: 'always' as const,
  }),
  frames: (sought: Sought) => listed('frames', sought, () => letterApi.frames(sought)),
  counts: (sought: Sought) => listed('counts', sought, () => letterApi.counts(sought)),
  commands: (cursor: string) => listed('commands', { cursor }, () => letterApi.commands(cursor)),
  outbox: (cursor: string) => listed('outbox', { cursor }, () => letterApi.outbox(cursor)),
  frame: (seq: number) => ({
    queryKey: ['letters', 'frame', seq],
    queryFn: () => letterApi.frame(seq),
  }),
}
