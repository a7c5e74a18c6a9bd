// Which act usually comes next on each task of a project?

import { asAdvised, usualLicensingActs } from '../licensing/usual-acts.ts'
import type { UsualActs } from '../model/process.ts'
import { approvals, refusals } from './events.ts'
import type { ProjectTask } from './tasks.ts'

export const usualActs: Record<ProjectTask, UsualActs> = {
  ...usualLicensingActs,
  decide: asAdvised(approvals, refusals),
  apply: ['apply-conditions', 'apply-design', 'begin-construction'],
  'apply-design': ['apply-design'],
  serve: ['serve-approval'],
  'serve-refusal': ['serve-refusal'],
  'begin-construction': ['begin-construction'],
  build: ['finish-construction'],
  'begin-trial': ['begin-trial', 'file-trial-plan'],
  'confirm-filing': ['confirm-filing'],
  trial: ['end-trial'],
  complete: ['report-completion', 'apply-completion'],
  supervise: ['file-completion'],
  'spot-check': [],
  correct: ['report-corrected'],
  'decide-opinion': [],
}
