// How does a test of the desk name people and posts, and which small process has a step for every way of signing?
import { createMachine } from 'xstate'
import { returns, returnsTo, toGuards } from '../../../domain/model/chart.ts'
import type { LookedUp } from '../../../domain/model/decision-context.ts'
import type { ProcessDefinition, SignerMode } from '../../../domain/model/process.ts'
import type { Person } from '../../../domain/organisation/actor.ts'
import { playing } from '../../case/acting.ts'
import { actor } from '../people/cast.ts'
import { chiefs, counter, counters } from './counter.ts'

/** What the registers say of everybody and every post a command may name. */
export const lookedUpIn = (people: Person[], data: Record<string, unknown>): LookedUp => {
  const groups = (person: Person) =>
    person.appointments.map(({ office, role }) => `${office}/${role}`)
  const post = String(data.to).includes('/') ? String(data.to) : null
  return {
    people: people
      .filter(({ id }) => id === data.to)
      .map((person) => ({ id: person.id, name: person.name, groups: groups(person) })),
    posts:
      post === null
        ? []
        : [
            {
              group: post,
              name: post,
              holders: people.filter((one) => groups(one).includes(post)).length,
            },
          ],
    fact: null,
  }
}

export const at = '2026-03-02T01:00:00.000Z'

/** The counter with its second step signed in another way; `approve` ends it, and it may be returned. */
export const signedBy = (signers: SignerMode | undefined, to = chiefs): ProcessDefinition => ({
  ...counter,
  machine: createMachine(
    {
      id: 'signing',
      initial: 'checking',
      states: {
        counting: { meta: { task: 'count', to: counters }, on: { finish: { target: 'checking' } } },
        checking: {
          meta: { task: 'check', to, ...(signers ? { signers } : {}) },
          on: {
            approve: { target: 'done' },
            'fall-late': { target: 'counting' },
            ...returns('counting'),
          },
        },
        done: { type: 'final' },
      },
    },
    { guards: toGuards({ returnsTo }) },
  ),
})

/** A case in memory whose commands look people up among `people`. */
export const tasksOf = (process: ProcessDefinition, people: Person[]) => {
  const play = playing(process, actor('lin'), { region: '330802', date: '2026-03-10' }, at)
  return {
    ...play,
    act: (by: Person, type: string, data: Record<string, unknown> = {}) =>
      play.act(by, type, data, { lookedUp: lookedUpIn(people, data) }),
  }
}
