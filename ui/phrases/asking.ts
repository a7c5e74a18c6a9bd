// How are phrases asked of the server and kept there?
import type { PhraseList, PhrasesView } from '../../domain/phrases/phrases.ts'
import { get, request } from '../client/client.ts'
import { remembered } from '../reading/queries.ts'

/** At hand without the network too, where opinions are written all the same. */
export const phrasesQuery = () => ({
  queryKey: ['phrases'],
  queryFn: () => remembered('phrases', () => get<PhrasesView>('/api/phrases')),
  staleTime: 60_000,
})

/** `office` null: one's own. */
export const savePhrases = (office: string | null, said: PhraseList) =>
  request<PhraseList>('PUT', office === null ? '/api/phrases/own' : `/api/phrases/offices/${encodeURIComponent(office)}`, said)
