// Which act usually comes next on each task of a hazard?
import type { HazardEventType } from './acts.ts'
import type { HazardTask } from './statechart.ts'

/** Verdicts of a check, force and extensions have no usual outcome: nobody is led to one. */
export const usualActs: Record<HazardTask, readonly HazardEventType[]> = {
  verify: ['verify'],
  'take-measures': ['take-measures'],
  'file-plan': ['file-plan'],
  'review-plan': ['approve-plan'],
  list: ['list-hazard'],
  order: ['issue-order'],
  serve: ['serve'],
  rectify: ['apply-acceptance', 'report-rectified'],
  'decide-extension': [],
  're-check-expired': [],
  're-check': [],
  'approve-resume': ['approve-resume'],
  'write-off': ['write-off'],
  'de-list': ['de-list'],
  'publish-listing': ['publish-listing'],
  'publish-delisting': ['publish-delisting'],
  'file-listing': ['file-listing'],
  'confirm-measures': ['confirm-measures'],
  'decide-force': [],
  'cut-power': [],
  'restore-power': [],
  'record-closure': [],
  'answer-instruction': ['answer-instruction'],
  'answer-reporter': ['answer-reporter'],
  'acknowledge-red': ['acknowledge'],
  'acknowledge-city': ['acknowledge'],
  'acknowledge-province': ['acknowledge'],
}
