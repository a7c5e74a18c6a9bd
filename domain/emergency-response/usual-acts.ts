// Which act usually comes next on each task of an emergency?
import type { UsualActs } from '../model/process.ts'
import type { EmergencyContext } from './context.ts'
import { owesReport } from './standing.ts'
import type { EmergencyTask } from './statechart.ts'

/** Where people in a lift stand, by the state of their region. */
const liftIn = (value: unknown): string => {
  const { lift } = value as { lift?: string | { trapped?: string } }
  return typeof lift === 'object' ? (lift.trapped ?? '') : (lift ?? '')
}
const rescueActs: Record<string, string[]> = {
  waiting: ['dispatch-maintainer'],
  dispatched: ['maintainer-arrived'],
  'on-site': ['passengers-released'],
}

/** Whether it was real, and whether it is investigated, have no usual answer. */
export const usualActs: Record<EmergencyTask, UsualActs> = {
  verify: ({ snapshot: { value } }) =>
    liftIn(value) === 'none' ? ['call-back', 'verify'] : ['verify'],
  grade: ['start-response'],
  'free-passengers': ({ snapshot: { value } }) => rescueActs[liftIn(value)] ?? [],
  command: [],
  settle: ['settle', 'return-requisition'],
  'report-first': ({ snapshot }) =>
    owesReport(snapshot.context as EmergencyContext) ? ['report-to-city'] : ['report-to-province'],
  'report-further': ({ snapshot: { context } }) => [
    ...(owesReport(context as EmergencyContext) ? ['report-to-city'] : []),
    ...(context.grave === true && context.reached !== 'province' ? ['report-to-province'] : []),
    'report-further',
  ],
  'receive-report': ['acknowledge-report'],
  'receive-copy': ['acknowledge-copy'],
  'count-again': [],
  'decide-investigation': [],
  investigate: ['submit-report'],
  reply: ['reply'],
  evaluate: ['evaluate'],
  'evaluate-drill': ['evaluate-drill'],
  improve: ['conclude-drill'],
}
