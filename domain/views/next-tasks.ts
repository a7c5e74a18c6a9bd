// Who could have the case next, after each way that an act may take?
import type { AnyStateNode } from 'xstate'
import { activeNodes, candidates, nameOf, tasksOf } from '../model/chart.ts'
import type { ProcessDefinition } from '../model/process.ts'
import type { CaseRecord } from '../model/record.ts'
import { stepsFrom } from '../tasks/routing/climbing.ts'
import { addressesOfTask, groupsFor } from '../tasks/tasks.ts'

/** `up`: the same posts at each higher level, for when nobody holds the task's own. */
export type NextTask = { state: string; task: string; groups: string[]; up: string[][] }

/** The tasks that would be opened, each once, in the order of the chart. Which of them depends on what is said in the form. */
export const nextTasks = (
  process: ProcessDefinition,
  record: CaseRecord,
  type: string,
): NextTask[] => {
  const active = activeNodes(process.machine, record.snapshot).map(nameOf)
  const entered = candidates(process.machine, record.snapshot, type).flatMap(({ to }) =>
    to.flatMap((name) => within(process.machine.getStateNodeById(idOf(process, name)))),
  )
  const found = entered.flatMap((node): NextTask[] => {
    const [meta] = tasksOf(node)
    const state = nameOf(node)
    if (!meta || node.meta !== meta || active.includes(state)) return []
    const groups = groupsFor(addressesOfTask(meta, record.snapshot.context), record)
    return [{ state, task: meta.task, groups, up: stepsFrom(meta, groups, record) }]
  })
  return found.filter((one, at) => found.findIndex(({ state }) => state === one.state) === at)
}

const idOf = ({ machine }: ProcessDefinition, name: string): string => `${machine.id}.${name}`

/** A state with those that are entered with it. */
const within = (node: AnyStateNode): AnyStateNode[] => {
  const below: AnyStateNode[] =
    node.type === 'parallel'
      ? Object.values(node.states)
      : node.type === 'compound'
        ? node.initial.target.slice(0, 1)
        : []
  return [node, ...below.flatMap(within)]
}
