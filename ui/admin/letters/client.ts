// What does the page of dead letters ask of the server?
import type { CommandPage, CountPage, FramePage, FrameView, LettersView, OutboxPage } from '../../../contract/letters/letters.ts'
import type { LetterKind } from '../../../domain/letters/views.ts'
import { get, request } from '../../client/client.ts'

const base = '/api/letters'
const folders: Record<LetterKind, string> = { frame: 'frames', command: 'commands', outbox: 'outbox' }
export type Sought = { feed: string; reason: string; day: string; cursor: string }

const listed = <Page>(box: string, sought: Partial<Sought>) => ({
  queryKey: ['letters', box, sought],
  queryFn: () => get<Page>(`${base}/${box}`, { ...sought, limit: 50 }),
  placeholderData: (known: Page | undefined) => known,
  refetchOnMount: 'always' as const,
})

export const letterQueries = {
  overview: () => ({ queryKey: ['letters'], queryFn: () => get<LettersView>(base), refetchOnMount: 'always' as const }),
  frames: (sought: Sought) => listed<FramePage>('frames', sought),
  counts: (sought: Sought) => listed<CountPage>('counts', sought),
  commands: (cursor: string) => listed<CommandPage>('commands', { cursor }),
  outbox: (cursor: string) => listed<OutboxPage>('outbox', { cursor }),
  frame: (seq: number) => ({ queryKey: ['letters', 'frame', seq], queryFn: () => get<FrameView>(`${base}/frames/${seq}`) }),
}

export const tryAgain = (kind: LetterKind, id: string | number, reason: string, key: string) =>
  request<{ id: string }>('POST', `${base}/${folders[kind]}/${encodeURIComponent(id)}/replay`, { reason }, { 'idempotency-key': key })
