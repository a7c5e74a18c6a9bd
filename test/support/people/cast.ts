// People as actors, for tests that never touch a database.
import type { Machine, Person } from '../../../domain/organisation/actor.ts'
import { bureausOnDuty, licensers, people, posts } from './people.ts'

/** The named person of `people.ts` with his post. */
export const actor = (id: string): Person => {
  const post = posts[id] ?? bureausOnDuty[id]
  if (!post) throw new Error(`nobody is called ${id}`)
  const [name, role, office, region, enterprise] = post
  return { kind: 'person', id, name, enterprise, appointments: [{ office, role, region }] }
}

/** What stands for all devices: it reports alarms. */
export const devices: Machine = {
  kind: 'machine',
  id: 'devices',
  name: '设备接入',
  scopes: ['alarms'],
  region: '330800',
}

/** A person of `people.ts`, or the devices. */
export const author = (id: string): Person | Machine => (id === devices.id ? devices : actor(id))

export const everybody = (): Person[] => Object.keys(people).map(actor)

/** Those who have to do with a licence. */
export const licensing = (): Person[] =>
  ['chen', 'gao', 'qi', 'mao', 'hao', ...Object.keys(licensers)].map(actor)
