// Lawful fillings of every form of a listing, and the listing played in memory.
import { dishonestyListing } from '../../domain/dishonesty-listing/process.ts'
import { enterpriseId } from '../support/people/people.ts'
import { type Line, playedBy, sampleIn } from '../support/processes/lines.ts'
import type { Samples } from '../support/walks/walk.ts'

/** Monday; a listing that is decided on this day lasts until the same day three years later. */
export const day = '2026-03-02'
export const until = '2029-03-02'
/** The day after twelve months. */
export const removable = '2027-03-03'
export const matter = {
  title: '未取得许可擅自经营',
  ground: 'unlicensed',
  penaltyCase: '衢柯执法〔2026〕0001号',
  penaltyDocument: '柯应急罚〔2026〕1号',
  facts: '许可证被吊销后继续经营',
  region: '330802',
  enterprise: enterpriseId,
}

const reasons = '许可证被吊销后继续经营，性质恶劣'
const listing = { reasons, basis: '应急管理部令第11号第七条', measures: '增加检查频次' }
const service = { method: 'direct', servedOn: day, receiver: '毛总' }
const shown = { publicReason: reasons, publicUntil: until }
const statement = { statement: '已停止经营', papers: ['00000000-0000-4000-8000-000000000001'] }

export const samples: Samples = {
  'notify-listing': [listing],
  'serve-notice': [service],
  'state-case': [statement],
  'waive-statement': [statement],
  'weigh-statement': [
    { outcome: 'none', findings: '未提出' },
    { outcome: 'not-adopted', findings: '理由不成立' },
  ],
  'decide-listing': [listing],
  'decide-no-listing': [{ reasons: '情节不严重' }],
  'serve-listing': [{ ...service, ...shown }],
  'apply-repair': [{ corrections: '已停止经营并缴清罚款', commitment: '依法经营' }],
  'examine-repair': [
    { conclusion: 'met', findings: '属实' },
    { conclusion: 'unmet', findings: '不属实' },
  ],
  'grant-repair': [{ reasons: '已改正' }],
  'refuse-repair': [{ reasons: '未改正' }],
  'reinstate-listing': [{ fraud: '缴款凭证系伪造', ...shown }],
  'penalty-annulled': [{ mainCase: matter.penaltyCase, annulledOn: day }],
  'penalty-changed': [{ mainCase: matter.penaltyCase, newFine: 500 }],
  'end-listing': [{ endGround: 'changed', reasons: '处罚变更后情节不再严重' }],
  return: ['weighing', 'notifying', 'examining-repair'].map((to) => ({ to, reason: '补充' })),
  sign: [{}],
}

export const sample = sampleIn(samples)
export const listingOf = playedBy(dishonestyListing, 'lin', sample)

/** Told, heard, decided, served and published. */
export const listed: Line[] = [
  ['lin', 'notify-listing'],
  ['lin', 'serve-notice'],
  ['mao', 'state-case'],
  ['mao', 'waive-statement'],
  ['lin', 'weigh-statement', sample('weigh-statement', 1)],
  ['gao', 'decide-listing'],
  ['lin', 'serve-listing'],
]

/** Removed early, on the first day on which that may be applied for. */
export const repaired: Line[] = [
  ...listed,
  ['until', removable],
  ['mao', 'apply-repair'],
  ['lin', 'examine-repair'],
  ['gao', 'grant-repair'],
]
