// People as actors, for tests that never touch a database.
import type { Person } from '../../domain/case/actor.ts'
import { people } from './people.ts'

/** The named person of `people.ts` with his post. */
export const actor = (id: string): Person => {
  const post = people[id]
  if (!post) throw new Error(`nobody is called ${id}`)
  const [name, role, office, region, enterprise] = post
  return { kind: 'person', id, name, enterprise, appointments: [{ office, role, region }] }
}

export const everybody = (): Person[] => Object.keys(people).map(actor)
