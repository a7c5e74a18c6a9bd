// One lawful filling of every form of a hazard.
import { enterpriseId } from '../support/people.ts'
import type { Samples } from '../support/walk.ts'

export const reported = {
  title: '安全阀失效',
  site: '三车间',
  category: 'hazchem',
  description: '超期未校验',
  suspectedMajor: false,
  region: '330802',
  enterprise: enterpriseId,
}

export const samples: Samples = {
  verify: [{ grade: 'general', findings: '属实' }],
  reject: [{ reason: '不属实' }],
  withdraw: [{ reason: '误报' }],
  'issue-order': [{ dueDate: '2026-03-10', requirements: '更换' }],
  'report-rectified': [{ description: '已更换' }],
  're-check-passed': [{ findings: '合格' }],
  're-check-failed': [{ reasons: '仍有泄漏', dueDate: '2026-06-30' }],
  'write-off': [{ publicSummary: '已整改' }],
  acknowledge: [{ measures: '已约谈' }],
  sign: [{}],
  return: [
    { to: 'handling.verifying', reason: '重新核实' },
    { to: 'handling.rechecking', reason: '重新复查' },
  ],
}
