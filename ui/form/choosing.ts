// Which enterprises and which colleagues does the server offer to choose from?
import {
  askEnterprises,
  askOfficers,
  askPeople,
  type NamingVerb,
} from '../client/organisation/directory.ts'
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

/** Whom an act may name. */
export const officersFor = (id: string, act: string) => ({
  queryKey: ['officers', id, act],
  queryFn: () => askOfficers(id, act),
})

export const peopleFor = (id: string, verb: string, task: string | null) => ({
  queryKey: ['people', id, verb, task],
  queryFn: () => askPeople(id, choiceOf(naming, verb), task),
})
