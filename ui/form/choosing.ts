// Which enterprises and which colleagues does the server offer to choose from?
import type { EnterpriseChoice, PersonChoice } from '../../contract/organisation/enterprises.ts'
import { get } from '../client/client.ts'

export const enterprisesLike = (q: string) => ({
  queryKey: ['enterprises', q],
  queryFn: () => get<{ items: EnterpriseChoice[] }>('/api/enterprises', { q }),
})

export const peopleFor = (id: string, verb: string, task: string | null) => ({
  queryKey: ['people', id, verb, task],
  queryFn: () => get<{ items: PersonChoice[] }>('/api/people', { case: id, verb, task }),
})
