// What may no chart hold?
import type { AnyStateMachine, AnyStateNode } from 'xstate'
import { nameOf, transitionsOf } from '../../../domain/model/chart.ts'

/** Timers, children, history, and steps without a name, which no rule explains and no record shows. */
export const faultsOfChart = (machine: AnyStateMachine): string[] =>
  nodesFrom(machine.root).flatMap((node) =>
    faultsAt(node).map((fault) => `${nameOf(node) || machine.id}: ${fault}`),
  )

const nodesFrom = (node: AnyStateNode): AnyStateNode[] => [
  node,
  ...Object.values(node.states).flatMap(nodesFrom),
]

const faultsAt = (node: AnyStateNode): string[] => {
  const leaving = [...node.transitions.values(), node.always ?? []].flat()
  const acts = [...node.entry, ...node.exit, ...leaving.flatMap(({ actions }) => actions)]
  const unnamed = transitionsOf(node.machine).filter(
    ({ from, guard }) => from === nameOf(node) && guard?.name === '(anonymous)',
  )
  return [
    ...(node.after.length > 0 ? ['after'] : []),
    ...(node.invoke.length > 0 ? ['invoke'] : []),
    ...(node.type === 'history' ? ['history'] : []),
    ...(acts.some((act) => typeof act === 'function') ? ['anonymous action'] : []),
    ...(unnamed.length > 0 ? ['anonymous guard'] : []),
  ]
}
