// What do a statechart and a snapshot of it say: where is the case, who is wanted, what may come next and why not?
import type { AnyMachineSnapshot, AnyStateMachine, AnyStateNode, StateSchemaFrom } from 'xstate'
import { text } from '../language/words.ts'
import type { CaseEvent, Rule, TaskMeta, Verdict } from './process.ts'
import type { Snapshot } from './record.ts'

/** All state names of a machine as a type: a name is the path in the chart, `handling.verifying`. */
export type StateNameOf<Machine extends AnyStateMachine> = Below<StateSchemaFrom<Machine>>
type Below<Schema> = Schema extends { states: infer States }
  ? { [Key in keyof States & string]: Key | `${Key}.${Below<States[Key]>}` }[keyof States & string]
  : never

/** A guard as the chart names it; its reason comes from the rule of the same name. */
export type GuardUse = { name: string; params: Record<string, unknown> }
/** `to` is empty for a transition that stays where it is. */
export type Transition = { from: string; event: string; to: string[]; guard: GuardUse | null }
export type StateView = {
  name: string
  parent: string | null
  kind: AnyStateNode['type']
  task: TaskMeta | null
  final: boolean
  initial: string | null
  /** Tagged `quiet`: nothing goes on in it that anybody need be told in the words of the whole. */
  quiet: boolean
}

/** Words, facts, `meta.returnTo` and diagrams name states by this and nothing else; the root is ''. */
export const nameOf = (node: AnyStateNode): string => kept(names, node, () => node.path.join('.'))

/** A chart never changes, so what it says of a node is worked out once. */
const kept = <Value>(
  known: WeakMap<AnyStateNode, Value>,
  node: AnyStateNode,
  find: () => Value,
): Value => {
  const before = known.get(node)
  if (before !== undefined) return before
  const found = find()
  known.set(node, found)
  return found
}
const names = new WeakMap<AnyStateNode, string>()
const outgoing = new WeakMap<AnyStateNode, Transition[]>()

/** The event that the chart itself sends when a state with this name has come to one of its ends. */
export const endOf = <Machine extends string, Name extends string>(machine: Machine, name: Name) =>
  `xstate.done.state.${machine}.${name}` as const

// ── rules and guards ────────────────────────────────────────────────────────────────────────────────────────────────

type GuardInput = { context: unknown; event: unknown }
type Guards<Rules> = {
  [Name in keyof Rules]: (input: GuardInput, params: Record<string, unknown> | undefined) => boolean
}

/** The rule's answer, whatever happens: a rule that throws refuses. */
export const ask = (
  rule: Rule<never>,
  input: GuardInput,
  params?: Record<string, unknown>,
): Verdict => {
  try {
    return (rule as Rule<unknown>)(
      { context: input.context, event: input.event as CaseEvent },
      params,
    )
  } catch {
    return text(
      '规则无法判断，请联系管理员',
      'The rule could not be judged, please tell the administrator',
    )
  }
}

/** XState's guards for `setup`: a rule that answers with a reason is a guard that says no. */
export const toGuards = <Rules extends Record<string, Rule<never>>>(rules: Rules): Guards<Rules> =>
  Object.fromEntries(
    Object.entries(rules).map(([name, rule]) => [
      name,
      (input: GuardInput, params?: Record<string, unknown>) => ask(rule, input, params) === true,
    ]),
  ) as Guards<Rules>

/** XState's actions for `setup`: each note says what the chart remembers of an event, under the name that the chart uses. */
export const toActions = <Note, Action, Notes extends Record<string, Note>>(
  assign: (note: Note) => Action,
  notes: Notes,
) =>
  Object.fromEntries(Object.entries(notes).map(([name, note]) => [name, assign(note)])) as Record<
    keyof Notes,
    Action
  >

/** Whether `return` means this target; without a target it asks whether one may return at all. */
export const returnsTo: Rule<unknown> = ({ event }, params) =>
  event.data.to === undefined ||
  event.data.to === params?.to ||
  text('不能退回到该环节', 'It cannot be returned to that step')

/** The `return` transitions of a state to earlier sibling states, named as everywhere (`handling.verifying`). */
export const returns = (...states: string[]) => ({
  return: states.map((to) => ({
    guard: { type: 'returnsTo' as const, params: { to } },
    target: to.slice(to.lastIndexOf('.') + 1),
  })),
})

// ── snapshots ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** What is stored of a snapshot: plain JSON, sharing nothing with the machine. */
export const persist = (
  snapshot: Pick<AnyMachineSnapshot, 'value' | 'context' | 'status'>,
): Snapshot =>
  JSON.parse(
    JSON.stringify({ value: snapshot.value, context: snapshot.context, status: snapshot.status }),
  )

/** The live snapshot of stored JSON, or an error when it does not fit the chart: `resolveState` would complete it silently. */
export const restore = (machine: AnyStateMachine, snapshot: Snapshot): AnyMachineSnapshot => {
  activeNodes(machine, snapshot)
  const live: AnyMachineSnapshot = machine.restoreSnapshot(
    { ...snapshot, context: {}, children: {} } as never,
    {} as never,
  )
  // XState would look through the whole memory of the case for children that a chart may not have. No step writes into what it is given.
  return Object.assign(live, { context: snapshot.context })
}

export const isFinished = (snapshot: Pick<Snapshot, 'status'>): boolean =>
  snapshot.status === 'done'

/** The deepest active states, one per region, sorted because JSON keeps no order: `handling.verifying|supervision.none`. */
export const stateKey = (value: unknown): string => leaves(value, []).sort().join('|')

const leaves = (value: unknown, path: string[]): string[] =>
  typeof value === 'string'
    ? [[...path, value].join('.')]
    : Object.entries(value as object).flatMap(([key, below]) => leaves(below, [...path, key]))

// ── what is active, who is wanted, what may follow ──────────────────────────────────────────────────────────────────

/** The active states, the deepest first, regions in the order of the chart; the root comes last. */
export const activeNodes = (
  machine: AnyStateMachine,
  { value }: Pick<Snapshot, 'value'>,
): AnyStateNode[] => {
  if (typeof value !== 'object' || value === null) return foundBefore(machine, value)
  const known = standing.get(value)
  if (known && known[known.length - 1] === machine.root) return known
  const nodes = foundBefore(machine, value)
  standing.set(value, nodes)
  return nodes
}

/** Snapshots are replaced, not changed; so are the nodes a value stands for. */
const standing = new WeakMap<object, AnyStateNode[]>()

/** Of the thousands of ways in which a chart can stand few come again and again. */
const foundBefore = (machine: AnyStateMachine, value: unknown): AnyStateNode[] => {
  const known = standings.get(machine) ?? new Map<string, AnyStateNode[]>()
  const key = JSON.stringify(value)
  const nodes = known.get(key) ?? found(machine, value)
  if (known.size > 20_000) known.clear()
  standings.set(machine, known.set(key, nodes))
  return nodes
}
const standings = new WeakMap<AnyStateMachine, Map<string, AnyStateNode[]>>()

const found = (machine: AnyStateMachine, value: unknown): AnyStateNode[] =>
  entered(machine.root, value).sort(
    (one, other) => other.path.length - one.path.length || one.order - other.order,
  )

const entered = (node: AnyStateNode, value: unknown): AnyStateNode[] => {
  const below =
    typeof value === 'string' ? { [value]: {} } : ((value ?? {}) as Record<string, unknown>)
  const children: AnyStateNode[] = Object.keys(below).flatMap((key) => node.states[key] ?? [])
  const needed = node.type === 'compound' ? 1 : Object.keys(node.states).length
  if (children.length !== needed || Object.keys(below).length !== needed)
    throw new Error(
      `the chart ${node.machine.id} cannot be in ${nameOf(node) || 'itself'} as ${JSON.stringify(value)}`,
    )
  return [node, ...children.flatMap((child) => entered(child, below[child.key]))]
}

/** The tasks of a state and of those around it, the nearest first: all of them are open while it is active. */
export const tasksOf = (node: AnyStateNode): TaskMeta[] =>
  (isTask(node.meta) ? [node.meta] : []).concat(node.parent ? tasksOf(node.parent) : [])

const isTask = (meta: unknown): meta is TaskMeta =>
  typeof meta === 'object' && meta !== null && 'task' in meta

/** Everybody who is wanted now: each active task once, with the state that asks for it, in the order of the chart. */
export const wanted = (
  machine: AnyStateMachine,
  snapshot: Snapshot,
): { state: string; task: TaskMeta }[] =>
  isFinished(snapshot)
    ? []
    : activeNodes(machine, snapshot)
        .filter((node) => isTask(node.meta))
        .sort((one, other) => one.order - other.order)
        .map((node) => ({ state: nameOf(node), task: node.meta as TaskMeta }))

/** Every transition that an event could take from here, the deepest first; whether one does is for its guard. */
export const transitionsNow = (
  machine: AnyStateMachine,
  snapshot: Snapshot,
  eventType: string,
): Transition[] =>
  isFinished(snapshot)
    ? []
    : activeNodes(machine, snapshot).flatMap((node) => leavingBy(node).get(eventType) ?? [])

const leavingBy = (node: AnyStateNode): Map<string, Transition[]> =>
  kept(leaving, node, () => Map.groupBy(transitionsFrom(node), ({ event }) => event))
const leaving = new WeakMap<AnyStateNode, Map<string, Transition[]>>()

/**
 * Those on which it depends whether the event may happen. An event belongs to the first region of the chart that knows it;
 * where it appears in later ones, these only follow, and never let it happen by themselves.
 */
export const candidates = (
  machine: AnyStateMachine,
  snapshot: Snapshot,
  eventType: string,
): Transition[] => {
  const home = homesOf(machine).get(eventType)
  return transitionsNow(machine, snapshot, eventType).filter(
    ({ from }) => home === undefined || from === home || from.startsWith(`${home}.`),
  )
}

const homes = new WeakMap<AnyStateMachine, Map<string, string>>()

const homesOf = (machine: AnyStateMachine): Map<string, string> => {
  const known = homes.get(machine)
  if (known) return known
  const found = new Map<string, string>()
  if (machine.root.type === 'parallel')
    for (const { from, event } of transitionsOf(machine))
      if (!found.has(event)) found.set(event, from.split('.')[0] ?? from)
  homes.set(machine, found)
  return found
}

/** The top-level region of the chart that a state lies in; a chart without parallel regions is one region. */
export const regionOf = ({ machine }: { machine: AnyStateMachine }, state: string): string =>
  machine.root.type === 'parallel' ? (state.split('.')[0] ?? 'whole') : 'whole'

// ── the whole chart ─────────────────────────────────────────────────────────────────────────────────────────────────

const nodesBelow = (node: AnyStateNode): AnyStateNode[] =>
  Object.values(node.states).flatMap((child: AnyStateNode) => [child, ...nodesBelow(child)])

/** Every state of the chart in its written order, the root left out. */
export const statesOf = ({ root }: AnyStateMachine): readonly StateView[] =>
  kept(states, root, () =>
    nodesBelow(root).map((node) => ({
      name: nameOf(node),
      parent: node.parent && node.parent !== root ? nameOf(node.parent) : null,
      kind: node.type,
      task: isTask(node.meta) ? node.meta : null,
      final: node.type === 'final',
      initial: node.type === 'compound' ? [nameOf(node), node.config.initial].join('.') : null,
      quiet: node.tags.includes('quiet'),
    })),
  )
const states = new WeakMap<AnyStateNode, StateView[]>()

/** Every transition of the chart in its written order. */
export const transitionsOf = ({ root }: AnyStateMachine): readonly Transition[] =>
  kept(transitions, root, () => [root, ...nodesBelow(root)].flatMap(transitionsFrom))
const transitions = new WeakMap<AnyStateNode, Transition[]>()

const transitionsFrom = (node: AnyStateNode): Transition[] =>
  kept(outgoing, node, () =>
    [...node.transitions.values(), node.always ?? []].flat().map((found) => ({
      from: nameOf(node),
      event: found.eventType,
      to: (found.target ?? []).map((target) => nameOf(target as AnyStateNode)),
      guard: guardOf(found.guard),
    })),
  )

const guardOf = (guard: unknown): GuardUse | null => {
  if (guard === undefined) return null
  if (typeof guard === 'string') return { name: guard, params: {} }
  const named = guard as { type?: string; params?: Record<string, unknown> }
  return {
    name: named.type ?? '(anonymous)',
    params: typeof named.params === 'object' ? named.params : {},
  }
}
