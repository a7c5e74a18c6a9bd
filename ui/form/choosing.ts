// Which enterprises and which colleagues does the server offer to choose from?
import { get } from '../client/client.ts'
import type { Enterprise, PersonChoice } from '../client/contract.ts'

export const enterprisesLike = (q: string) => ({
  queryKey: ['enterprises', q],
  queryFn: () => get<{ items: Enterprise[] }>('/api/enterprises', { q }),
})

export const peopleFor = (id: string, verb: string, task: string | null) => ({
  queryKey: ['people', id, verb, task],
  queryFn: () => get<{ items: PersonChoice[] }>('/api/people', { case: id, verb, task }),
})
