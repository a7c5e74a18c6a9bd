// Which act usually comes next on each task that all applications share?
import type { UsualActs } from '../model/process.ts'
import type { CaseRecord } from '../model/record.ts'
import type { LicensingEventType } from './acts.ts'
import type { licensingTasks } from './words.ts'

/** What a visit finds, and whether to ask for a hearing, has no usual outcome. */
export const usualLicensingActs: Record<
  Exclude<keyof typeof licensingTasks, 'decide'>,
  readonly LicensingEventType[]
> = {
  accept: ['accept'],
  supplement: ['supplement'],
  prepare: ['begin-site-check'],
  'site-check': [],
  rework: ['report-rework'],
  'expert-review': ['end-expert-review'],
  opinion: ['submit-opinion'],
  endorse: ['endorse'],
  'serve-hearing-notice': ['serve-hearing-notice'],
  'request-hearing': [],
  'notify-hearing': ['notify-hearing'],
  'hold-hearing': ['close-hearing'],
  'joint-opinions': ['note-joint-opinion'],
}

/** The decision that the endorsed opinion advises; none without an opinion. */
export const asAdvised =
  (grants: readonly string[], refusals: readonly string[]): UsualActs =>
  ({ data }: CaseRecord) => {
    const advice = data['submit-opinion']?.advice
    return advice === 'grant' ? grants : advice === 'refuse' ? refusals : []
  }
