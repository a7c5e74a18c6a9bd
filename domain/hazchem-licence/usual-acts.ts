// Which act usually comes next on each task of a licence?

import { asAdvised, usualLicensingActs } from '../licensing/usual-acts.ts'
import type { UsualActs } from '../model/process.ts'
import type { LicenceTask } from './tasks.ts'

/** A change is filed by applying for it, which is a case of its own. */
export const usualActs: Record<LicenceTask, UsualActs> = {
  ...usualLicensingActs,
  decide: asAdvised(['grant'], ['refuse']),
  'serve-refusal': ['serve-refusal'],
  issue: ['issue-licence'],
  serve: ['serve-licence'],
  // It may have been renewed, or deemed so, in another case: nobody is led to cancel it.
  'cancel-ended': [],
  'file-change': [],
}
