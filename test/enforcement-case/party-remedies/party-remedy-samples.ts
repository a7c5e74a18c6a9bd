// Lawful fillings of every form about a remedy of a person, on a fine of 8,000 yuan that was served on 2026-03-02.
import type { Samples } from '../../support/walks/walk.ts'

const day = '2026-03-02'

export const reconsideration = {
  represents: 1,
  applicant: '毛负责',
  remedy: 'reconsideration',
  body: '试点市人民政府',
  filedOn: day,
  receivedOn: day,
}
export const litigation = { ...reconsideration, remedy: 'litigation', body: '试点市人民法院' }

export const partyRemedySamples: Samples = {
  'receive-party-remedy': [reconsideration, litigation],
  'file-party-answer': [{ answer: '事实清楚，程序合法', evidence: ['现场检查笔录'] }],
  'order-party-stay': [{ ordered: '复议机关决定停止执行' }],
  'lift-party-stay': [{ lifted: '停止执行的情形消除' }],
  'record-party-upheld': [
    { outcome: 'upheld', decidedOn: day, grounds: '事实清楚' },
    { outcome: 'withdrawn', decidedOn: day, grounds: '当事人撤回' },
  ],
  'record-party-change': [{ newFine: 6_000, decidedOn: day, grounds: '幅度不当' }],
  'record-party-annulment': [{ decidedOn: day, grounds: '证据不足' }],
  'record-party-refund': [
    { refunded: 2_000, refundedOn: day, voucher: '退1' },
    { refunded: 8_000, refundedOn: day, voucher: '退2' },
  ],
}
