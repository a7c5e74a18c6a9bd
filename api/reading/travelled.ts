// Which ways of its chart has a case gone?
import type { StoredFact } from '../../domain/model/chain.ts'
import { transitionsOf } from '../../domain/model/chart.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'

/** The transitions of the chart that facts have gone along, as `from→event→to`. */
export const travelled = (
  process: ProcessDefinition,
  facts: Pick<StoredFact, 'type' | 'before' | 'after'>[],
): string[] => {
  const ways = transitionsOf(process.machine)
  const within = (state: string, leaves: string[]) =>
    leaves.some((leaf) => leaf === state || leaf.startsWith(`${state}.`))
  const gone = facts.flatMap(({ type, before, after }) => {
    if (before === null) return beginnings(after, type)
    if (before === after) return []
    const [from, to] = [before.split('|'), (after ?? '').split('|')]
    return ways
      .filter(
        (way) => (way.event === type || way.event.startsWith('xstate.')) && within(way.from, from),
      )
      .filter(
        (way) =>
          way.to.length > 0 &&
          way.to.every((target) => within(target, to) && !within(target, from)),
      )
      .map((way) => `${way.from}→${way.event}→${way.to.join(',')}`)
  })
  return [...new Set(gone)]
}

/** The first event leads from the start mark of each region: `handling#start→report→handling.verifying`. */
const beginnings = (after: string | null, type: string): string[] =>
  (after ?? '')
    .split('|')
    .map((leaf) => `${leaf.split('.').slice(0, -1).join('.')}#start→${type}→${leaf}`)
