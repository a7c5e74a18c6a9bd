// From where do walks over the desk begin: cases of a process in many states, as a few people have brought them there?

import { DomainError } from '../../../domain/language/errors.ts'
import { candidates, stateKey } from '../../../domain/model/chart.ts'
import type { ProcessDefinition } from '../../../domain/model/process.ts'
import type { CaseRecord, Snapshot } from '../../../domain/model/record.ts'
import type { Machine, Person } from '../../../domain/organisation/actor.ts'
import { isMember } from '../../../domain/tasks/assignment.ts'
import { playing } from '../../case/acting.ts'
import { dice, oneOf } from '../dice.ts'
import { lookedUpIn } from '../processes/task-operations.ts'
import type { Samples } from './walk.ts'

export type Start = { record: CaseRecord; at: string }
/** Who opens a case of the process, with which forms and when, and who acts on it afterwards. */
export type Begun = {
  process: ProcessDefinition
  by: Person | Machine
  openings: { data: Record<string, unknown>; at: string }[]
  people: Person[]
  /** Machines that report in between. */
  reporters?: Machine[]
  forms: Samples
}

const possible = new WeakMap<ProcessDefinition, Map<string, string[]>>()

/** The acts that the chart may take in a state, and those of the desk; worked out once for each state. */
export const actsIn = (
  process: ProcessDefinition,
  forms: Samples,
  snapshot: Snapshot,
): string[] => {
  const known = possible.get(process) ?? new Map<string, string[]>()
  possible.set(process, known)
  const key = stateKey(snapshot.value)
  const types =
    known.get(key) ??
    Object.keys(forms).filter(
      (type) => !(type in process.events) || candidates(process.machine, snapshot, type).length > 0,
    )
  known.set(key, types)
  return types
}

/** How long one of them is gone on with before it is another's turn. */
const tries = 50

/** Whatever people come to who fill in the forms at random: one case of each state. A long way is gone on with from where an earlier one came to. */
export const startsOf = (
  { process, by, openings, people, reporters = [], forms }: Begun,
  rounds: number,
): Start[] => {
  const roll = dice(7)
  const found = new Map<string, Start>()
  for (let round = 0; round < rounds; round += 1) {
    const opening = openings[round % openings.length] as Begun['openings'][number]
    const from = round < 4 * openings.length ? undefined : oneOf(roll, [...found.values()])
    const at = from?.at ?? opening.at
    const play = playing(process, by, opening.data, at, from?.record)
    for (let one = 0; one < tries && play.record().status === 'open'; one += 1) {
      const record = play.record()
      found.set(stateKey(record.snapshot.value), { record, at })
      const type = oneOf(roll, [
        ...actsIn(process, forms, record.snapshot),
        'sign',
        'sign',
      ]) as string
      const form = oneOf(roll, forms[type] ?? [{}]) ?? {}
      const near = people.filter((by) =>
        Object.values(record.openTasks).some((task) => isMember(task, by)),
      )
      const reporter = process.events[type]?.by === 'machine' ? oneOf(roll, reporters) : undefined
      const by =
        reporter ?? (roll(5) > 0 ? oneOf(roll, near) : undefined) ?? (oneOf(roll, people) as Person)
      try {
        play.act(by, type, form, { lookedUp: lookedUpIn(people, form) })
      } catch (error) {
        // Most of it is refused.
        if (!(error instanceof DomainError)) throw error
      }
    }
  }
  return [...found.values()]
}
