// From where do walks over the desk begin: cases of a process in many states, with nobody's hand on them yet?
import type { Person } from '../../domain/case/actor.ts'
import { stateKey } from '../../domain/case/chart.ts'
import type { ProcessDefinition } from '../../domain/case/process.ts'
import type { CaseRecord } from '../../domain/case/record.ts'
import { playing } from '../case/acting.ts'
import { lookedUpIn } from './desk.ts'
import { dice, oneOf } from './dice.ts'
import type { Samples } from './walk.ts'

type Begun = { process: ProcessDefinition; by: Person; data: Record<string, unknown>; at: string; people: Person[]; forms: Samples }

/** Whatever a few people come to who fill in the forms of the process at random: one case of each state. */
export const startsOf = ({ process, by, data, at, people, forms }: Begun, tries: number): { record: CaseRecord; at: string }[] => {
  const roll = dice(7)
  const found = new Map<string, { record: CaseRecord; at: string }>()
  const types = [...Object.keys(forms), 'sign', 'sign', 'sign']
  let play = playing(process, by, data, at)
  for (let one = 0; one < tries; one += 1) {
    const record = play.record()
    if (record.status === 'open') found.set(stateKey(record.snapshot.value), { record: structuredClone(record), at })
    if (record.status === 'closed' || one % 400 === 0) play = playing(process, by, data, at)
    const type = oneOf(roll, types) as string
    const form = oneOf(roll, forms[type] ?? [{}]) ?? {}
    const person = oneOf(roll, people) as Person
    try {
      play.act(person, type, form, { lookedUp: lookedUpIn(people, form) })
    } catch {
      // most wishes are refused
    }
  }
  return [...found.values()]
}
