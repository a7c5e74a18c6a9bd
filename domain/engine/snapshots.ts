// Where does a chart stand at its beginning, and after an event?
import { type AnyActorScope, type AnyStateMachine, createActor } from 'xstate'
import { persist, restore } from '../model/chart.ts'
import type { CaseEvent, ProcessDefinition } from '../model/process.ts'
import type { Snapshot } from '../model/record.ts'

/** Where the chart of a case, or of one of its items, begins. */
export const firstSnapshot = (
  { machine }: Pick<ProcessDefinition, 'machine'>,
  event: CaseEvent,
): Snapshot => reach(machine, (scope) => machine.getInitialSnapshot(scope, event as never))

/** Where an event leads from here; nothing is judged and nothing is said. */
export const nextSnapshot = (
  { machine }: Pick<ProcessDefinition, 'machine'>,
  before: Snapshot,
  event: CaseEvent,
): Snapshot =>
  reach(machine, (scope) => machine.transition(restore(machine, before), event as never, scope))

const reach = (
  machine: AnyStateMachine,
  move: (scope: AnyActorScope) => ReturnType<AnyStateMachine['transition']>,
): Snapshot => {
  const used: string[] = []
  const after = move({
    ...apartOf(machine),
    id: '',
    sessionId: '',
    logger: ignore,
    defer: ignore,
    emit: ignore,
    stopChild: ignore,
    actionExecutor: ({ type }) => used.push(type),
  })
  // Charts may only raise at once: timers, children and unnamed actions belong to no record.
  const foreign = used.find((type) => type.startsWith('xstate.') && type !== 'xstate.raise')
  if (foreign) throw new Error(`a chart may not use ${foreign}`)
  // XState keeps what went wrong at the beginning as a snapshot, which would be stored.
  if (after.status === 'error') throw after.error
  return persist(after)
}

/**
 * XState's own `transition` makes an actor for every event and works out where its chart begins, which is three quarters of the time of a
 * step. An actor that never runs can serve all events of a chart: in a chart that has no children nothing is ever asked of it.
 */
const apartOf = (machine: AnyStateMachine): Pick<AnyActorScope, 'self' | 'system'> => {
  const known = apart.get(machine)
  if (known) return known
  const self = createActor(machine)
  const made = { self, system: self.system }
  apart.set(machine, made)
  return made
}
const apart = new WeakMap<AnyStateMachine, Pick<AnyActorScope, 'self' | 'system'>>()
const ignore = () => undefined
