// Which enterprises and which colleagues does the server offer to choose from?
import { askEnterprises, askPeople, type NamingVerb } from '../client/organisation/directory.ts'
import { choiceOf } from '../reading/choice.ts'

export const enterprisesLike = (q: string) => ({
  queryKey: ['enterprises', q],
  queryFn: () => askEnterprises({ q }),
})

const naming = [
  'transfer',
  'copy',
  'reassign',
  'add-signer',
  'delegate',
] as const satisfies NamingVerb[]

export const peopleFor = (id: string, verb: string, task: string | null) => ({
  queryKey: ['people', id, verb, task],
  queryFn: () => askPeople(id, choiceOf(naming, verb), task),
})
