// Which act usually comes next on each task of an emergency?
import type { UsualActs } from '../model/process.ts'
import type { EmergencyTask } from './statechart.ts'

/** Whether it was real, and whether it is investigated, have no usual answer. */
export const usualActs: Record<EmergencyTask, UsualActs> = {
  verify: ({ snapshot: { value } }) =>
    (value as { lift?: unknown }).lift === 'none' ? ['call-back', 'verify'] : ['verify'],
  grade: ['start-response'],
  'free-passengers': ['dispatch-maintainer', 'maintainer-arrived', 'passengers-released'],
  command: [],
  settle: ['settle', 'return-requisition'],
  'report-first': ({ snapshot }) =>
    snapshot.context.reached === 'county' ? ['report-to-city'] : ['report-to-province'],
  'report-further': ({ snapshot: { context } }) =>
    context.grave === true && context.reached !== 'province'
      ? ['report-to-province', 'report-further']
      : ['report-further'],
  'receive-report': ['acknowledge-report'],
  'receive-copy': ['acknowledge-copy'],
  'decide-investigation': [],
  investigate: ['submit-report'],
  reply: ['reply'],
  evaluate: ['evaluate'],
}
