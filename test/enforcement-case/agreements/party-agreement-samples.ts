// Lawful fillings of every form about an agreement with a person, on a fine of 8,000 yuan that was demanded on 2026-03-18.
import type { Samples } from '../../support/walks/walk.ts'
import { agreementSamples, concluded } from './agreement-samples.ts'

const plain = {
  represents: 1,
  agreeingName: '毛负责',
  reason: '经济困难，愿意分期履行',
  harmless: true,
  stages: [
    { until: '2026-04-30', fine: 4_000, surcharge: 4_000 },
    { until: '2026-05-29', fine: 4_000, surcharge: 4_000 },
  ],
}

/** By the first stage the surcharge has reached the fine; 6,000 of it are not to be paid. */
export const reducedForPerson = {
  ...plain,
  stages: [
    { until: '2026-04-30', fine: 4_000, surcharge: 1_000 },
    { until: '2026-05-29', fine: 4_000, surcharge: 1_000 },
  ],
  remedial: '已参加安全生产培训并考核合格',
  waived: 6_000,
  waiveReason: '主动采取补救措施',
}

export const partyAgreementSamples: Samples = {
  'propose-party-agreement': [reducedForPerson, plain],
  'approve-party-agreement': [{}],
  'refuse-party-agreement': [{ reason: '补救措施尚未见效' }],
  'conclude-party-agreement': [{ ...concluded, concludedOn: '2026-03-18', signer: '毛负责' }],
  'drop-party-agreement': [{ reason: '当事人不愿签字' }],
  'confirm-party-stage': [{ findings: '已缴清本期' }],
  'perform-party-agreement': [{ findings: '已全部缴清' }],
  'break-party-agreement': [{ findings: '第一期届满未缴' }],
  'end-party-agreement': [{ reason: '处罚决定已被变更' }],
}

/** With the enterprise, and with persons. */
export const allAgreementSamples: Samples = { ...agreementSamples, ...partyAgreementSamples }
