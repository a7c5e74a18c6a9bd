// Which act usually comes next on each task of an enforcement case?
import type { UsualActs } from '../model/process.ts'
import type { CaseRecord } from '../model/record.ts'
import type { EnforcementCaseEventType } from './acts.ts'
import type { EnforcementCaseTask } from './statechart.ts'

type Usual = readonly EnforcementCaseEventType[]

const exitAsAdvised = ({ data }: CaseRecord): Usual => {
  const advice = data['conclude-investigation']?.advice
  if (advice === 'no-penalty') return ['decide-no-penalty']
  if (advice === 'withdraw') return ['withdraw-case']
  return advice === 'transfer' ? ['decide-transfer'] : []
}

export const usualActs: Record<EnforcementCaseTask, UsualActs> = {
  'approve-filing': ['approve-filing'],
  investigate: ({ snapshot }: CaseRecord): Usual =>
    snapshot.context.evidence === true ? ['conclude-investigation'] : ['record-evidence'],
  'review-report': ['approve-report'],
  'decide-exit': exitAsAdvised,
  'hand-over-police': ['hand-over-police'],
  'notify-penalty': ['notify-penalty'],
  'serve-notice': ['serve-notice'],
  'state-defence': ['state-defence'],
  'notify-hearing': ['notify-hearing'],
  'hold-hearing': ['close-hearing'],
  'weigh-defence': ['weigh-defence'],
  'legal-review': ['give-legal-opinion'],
  discuss: ['record-discussion'],
  'decide-penalty': ['decide-penalty'],
  'serve-decision': ['serve-decision'],
  'record-performance': ({ snapshot }: CaseRecord): Usual =>
    snapshot.context.fined === true ? ['record-payment'] : ['record-performance'],
  'pay-fine': [],
  'decide-deferral': [],
  'propose-closing': ['propose-closing'],
  'approve-closing': ['approve-closing'],
  'publish-penalty': ['publish-penalty'],
}
