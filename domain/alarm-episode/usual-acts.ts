// Which act usually comes next on each task of an alarm?
import type { AlarmEventType } from './acts.ts'
import type { AlarmTask } from './statechart.ts'

/** While an acknowledged alarm stands, people work at the place and not at the desk: nothing is usual. */
export const usualActs: Record<AlarmTask, readonly AlarmEventType[]> = {
  acknowledge: ['acknowledge'],
  handle: [],
  reset: ['reset'],
  conclude: ['conclude'],
}
