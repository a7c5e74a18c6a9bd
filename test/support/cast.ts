// People as actors, for tests that never touch a database.
import type { Person } from '../../domain/case/actor.ts'
import { licensers, people, posts } from './people.ts'

/** The named person of `people.ts` with his post. */
export const actor = (id: string): Person => {
  const post = posts[id]
  if (!post) throw new Error(`nobody is called ${id}`)
  const [name, role, office, region, enterprise] = post
  return { kind: 'person', id, name, enterprise, appointments: [{ office, role, region }] }
}

export const everybody = (): Person[] => Object.keys(people).map(actor)

/** Those who have to do with a licence. */
export const licensing = (): Person[] => [...['chen', 'gao', 'qi', 'mao', 'hao'], ...Object.keys(licensers)].map(actor)
