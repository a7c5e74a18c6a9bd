// Lawful fillings of every form about a performance agreement, on the small case of which 20,000 yuan are demanded.
import type { Samples } from '../../support/walks/walk.ts'

const file = '00000000-0000-4000-8000-000000000001'

/** The demand has run out, and by the first stage the surcharge has reached the fine. */
export const agreedOn = '2026-04-02'

const plain = {
  reason: '当事人经营困难，愿意分期履行',
  harmless: true,
  stages: [
    { until: '2026-04-30', fine: 10_000, surcharge: 10_000 },
    { until: '2026-05-29', fine: 10_000, surcharge: 10_000 },
  ],
}

/** 15,000 of the surcharge are not to be paid. */
export const reduced = {
  ...plain,
  stages: [
    { until: '2026-04-30', fine: 10_000, surcharge: 2_000 },
    { until: '2026-05-29', fine: 10_000, surcharge: 3_000 },
  ],
  remedial: '已设置安全警示标志并组织全员培训',
  waived: 15_000,
  waiveReason: '主动采取补救措施，消除了危险',
}

export const concluded = { concludedOn: agreedOn, signer: '毛总', signed: [file] }

export const firstPaid = { amount: 10_000, surcharge: 2_000, paidOn: '2026-04-30', receipt: '票5' }
export const lastPaid = { amount: 10_000, surcharge: 3_000, paidOn: '2026-05-29', receipt: '票6' }

export const agreementSamples: Samples = {
  'propose-agreement': [reduced, plain],
  'approve-agreement': [{}],
  'refuse-agreement': [{ reason: '补救措施尚未见效' }],
  'conclude-agreement': [concluded],
  'drop-agreement': [{ reason: '当事人不愿签字' }],
  'confirm-stage': [{ findings: '已缴清本期' }],
  'perform-agreement': [{ findings: '已全部缴清' }],
  'break-agreement': [{ findings: '第一期届满未缴' }],
  'end-agreement': [{ reason: '处罚决定已被变更' }],
}
