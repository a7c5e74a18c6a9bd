// Which events may a part of a case still meet, now or after others?
import type { AnyStateMachine } from 'xstate'
import { activeNodes, nameOf, type StateView, statesOf, transitionsOf } from '../../model/chart.ts'
import type { Snapshot } from '../../model/record.ts'

/** A state with those around it, and those that are entered with it. */
const enteredWith = (states: readonly StateView[], name: string): string[] => {
  const found = states.find((one) => one.name === name)
  if (!found) return [name]
  const around = (parent: string | null): string[] => {
    const next = states.find((one) => one.name === parent)
    return next ? [next.name, ...around(next.parent)] : []
  }
  const inside = found.initial ? enteredWith(states, found.initial) : []
  return [name, ...around(found.parent), ...inside]
}

/** By the chart alone: whether a rule lets one happen is judged when it arrives. */
export const eventsToFollow = (
  machine: AnyStateMachine,
  snapshot: Pick<Snapshot, 'value'>,
): Set<string> => {
  const [states, transitions] = [statesOf(machine), transitionsOf(machine)]
  const reached = new Set(activeNodes(machine, snapshot).map(nameOf))
  for (let before = -1; before < reached.size; ) {
    before = reached.size
    for (const { from, to } of transitions)
      if (reached.has(from))
        for (const name of to.flatMap((one) => enteredWith(states, one))) reached.add(name)
  }
  return new Set(transitions.flatMap(({ from, event }) => (reached.has(from) ? [event] : [])))
}
