// Which act usually comes next on each task of an inspection?
import type { UsualActs } from '../model/process.ts'
import type { CaseRecord } from '../model/record.ts'
import type { AdministrativeInspectionEventType } from './acts.ts'
import { remembered } from './memory/context.ts'
import type { AdministrativeInspectionTask } from './statechart.ts'

type Usual = readonly AdministrativeInspectionEventType[]

export const usualActs: Record<AdministrativeInspectionTask, UsualActs> = {
  'approve-inspection': ['approve-inspection'],
  'announce-inspection': ({ snapshot }: CaseRecord): Usual =>
    remembered({ snapshot }).exception ? ['begin-inspection', 'issue-notice'] : ['issue-notice'],
  'begin-inspection': ['begin-inspection'],
  'record-inspection': ['note-visit', 'record-inspection'],
  'settle-findings': ['order-correction', 'open-hazard'],
  'conclude-inspection': ['conclude-inspection'],
}
