// Which act usually comes next on each task of an enforcement case?
import type { UsualActs } from '../model/process.ts'
import type { CaseRecord } from '../model/record.ts'
import type { EnforcementCaseEventType } from './acts.ts'
import { remembered } from './memory/penalties.ts'
import { isOwing } from './memory/surcharge.ts'
import type { EnforcementCaseTask } from './statechart.ts'

type Usual = readonly EnforcementCaseEventType[]

const exitAsAdvised = ({ data }: CaseRecord): Usual => {
  const advice = data['conclude-investigation']?.advice
  if (advice === 'no-penalty') return ['decide-no-penalty']
  if (advice === 'withdraw') return ['withdraw-case']
  return advice === 'transfer' ? ['decide-transfer'] : []
}

/** 令310 12: what belongs to the matter goes to the police first. */
const handedOver = ({ snapshot }: CaseRecord): Usual =>
  snapshot.context.materialsHandedOver === true ? [] : ['hand-over-materials']

export const usualActs: Record<EnforcementCaseTask, UsualActs> = {
  'approve-filing': ['approve-filing'],
  investigate: ({ snapshot }: CaseRecord): Usual =>
    snapshot.context.evidence === true ? ['conclude-investigation'] : ['record-evidence'],
  'review-report': ['approve-report'],
  'decide-exit': exitAsAdvised,
  'hand-over-police': ['hand-over-police'],
  'await-police': [],
  'answer-police-refusal': [],
  'await-reconsideration': [],
  'await-supervision': [],
  'await-criminal-outcome': handedOver,
  'approve-transfer-closing': ['approve-transfer-closing'],
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
    isOwing(remembered(snapshot.context)) ? ['record-payment'] : ['record-performance'],
  'pay-fine': [],
  'decide-deferral': [],
  'propose-closing': ['propose-closing'],
  'approve-closing': ['approve-closing'],
  'publish-penalty': ['publish-penalty'],
  'tell-party': ['tell-party'],
  'punish-on-the-spot': ['punish-on-the-spot'],
  'report-on-the-spot': ['report-on-the-spot'],
  'hand-in-cash': ['hand-in-cash'],
  'remit-cash': ['remit-cash'],
  'issue-demand': ['issue-demand'],
  'serve-demand': ['serve-demand'],
  'answer-demand': [],
  'apply-court': ['apply-court'],
  'apply-late': [],
  'record-acceptance': ['record-acceptance'],
  'record-ruling': ['record-ruling'],
  'file-answer': ['file-answer'],
  'record-outcome': [],
  'withdraw-publication': ['withdraw-publication'],
  'record-refund': ['record-refund'],
  'decide-termination': ['terminate-enforcement'],
}
