// Under which key are phrases kept, also on this device?
import { askPhrases } from '../client/writing.ts'
import { remembered } from '../reading/queries.ts'

/** At hand without the network too, where opinions are written all the same. */
export const phrasesQuery = () => ({
  queryKey: ['phrases'],
  queryFn: () => remembered('phrases', askPhrases),
  staleTime: 60_000,
})
