// Lawful fillings of every form of an enforcement case, and the case played in memory.
import { enforcementCase } from '../../domain/enforcement-case/process.ts'
import { enterpriseId } from '../support/people/people.ts'
import { type Line, playedBy, sampleIn } from '../support/processes/lines.ts'
import type { Samples } from '../support/walks/walk.ts'

/** Monday. */
export const day = '2026-03-02'
export const matter = {
  title: '未按规定设置安全警示标志',
  partyKind: 'organisation',
  source: 'inspection',
  facts: '罐区入口未设置明显的安全警示标志',
  region: '330802',
  enterprise: enterpriseId,
}

const report = {
  findings: '现场检查笔录、照片证实',
  actEnded: '2026-02-27',
  circumstances: [] as string[],
  basis: '《安全生产法》第九十九条',
}
const fine = (yuan: number) => ({
  advice: 'penalty',
  penalties: ['warning', 'fine'],
  fine: yuan,
})
const service = { method: 'direct', servedOn: day, receiver: '毛总' }
const statement = { statement: '已设置标志', papers: ['00000000-0000-4000-8000-000000000001'] }

/** The first of each is that of a small case; what leads elsewhere follows. */
export const samples: Samples = {
  'approve-filing': [{}],
  'refuse-filing': [{ reason: '证据不足' }],
  'record-evidence': [
    {
      kind: 'inspection',
      takenOn: day,
      content: '入口没有标志',
      certificates: ['浙执001', '浙执002'],
      recusalTold: true,
    },
  ],
  recuse: [{ reason: '与当事人有亲属关系' }],
  'conclude-investigation': [
    { ...report, ...fine(20_000) },
    { ...report, ...fine(50_000), circumstances: ['serious-harm'] },
    { ...report, ...fine(20_000), circumstances: ['major-interest'] },
    { ...report, advice: 'penalty', penalties: ['warning'] },
    { ...report, ...fine(50_000), circumstances: ['complex'] },
    { ...report, advice: 'no-penalty', circumstances: ['minor', 'corrected', 'no-harm'] },
  ],
  'approve-report': [{}],
  'withdraw-case': [{ reason: '违法事实不能成立' }],
  'decide-no-penalty': [{ ground: 'no-fault', reason: '已尽到义务' }],
  'decide-transfer': [{ reason: '涉嫌危险作业罪' }],
  'hand-over-police': [{ handedOn: `${day}T08:00:00.000Z`, receiver: '柯城公安分局' }],
  'notify-penalty': [
    { facts: '未设置标志', reasons: '违法', basis: '第九十九条', planned: '罚款' },
    {
      facts: '未设置标志',
      reasons: '违法',
      basis: '第九十九条',
      planned: '罚款',
      offerHearing: true,
    },
  ],
  'serve-notice': [service],
  'state-defence': [statement],
  'request-hearing': [statement],
  'waive-rights': [statement],
  'notify-hearing': [{ heldOn: '2026-03-20', place: '会议室', chair: '法审核' }],
  'close-hearing': [{ record: '当事人陈述', report: '事实清楚' }],
  'forfeit-hearing': [{ reason: '当事人撤回要求' }],
  'weigh-defence': [
    { outcome: 'none', findings: '未提出' },
    { outcome: 'not-adopted', findings: '理由不成立' },
  ],
  'give-legal-opinion': [{ conclusion: 'agree', findings: '事实清楚、程序合法' }],
  'record-discussion': [
    { heldOn: day, attendees: ['高', '李', '王'], minutes: '同意', agree: 3, against: 0 },
  ],
  'decide-penalty': [
    {
      facts: '未设置标志',
      basis: '第九十九条',
      penalties: ['fine'],
      fine: 20_000,
      performance: '缴至指定银行',
    },
    {
      facts: '未设置标志',
      basis: '第九十九条',
      penalties: ['warning'],
      performance: '改正',
    },
  ],
  'serve-decision': [service],
  'record-instalment': [{ amount: 5_000, paidOn: day, receipt: '票1' }],
  'record-payment': [
    { amount: 20_000, paidOn: day, receipt: '票2' },
    { amount: 15_000, paidOn: day, receipt: '票3' },
  ],
  'record-performance': [{ findings: '已改正' }],
  'apply-deferral': [{ until: '2026-12-01', reason: '经营困难' }],
  'grant-deferral': [{ dueDate: '2026-12-01' }],
  'refuse-deferral': [{ reason: '不属于确有困难' }],
  'publish-penalty': [{ publicSummary: '罚款二万元' }],
  'propose-closing': [{ summary: '已履行', catalogue: ['立案审批表', '决定书'] }],
  'approve-closing': [{}],
  return: ['investigating', 'reviewing', 'weighing', 'preparing-hearing', 'proposing-closing'].map(
    (to) => ({ to: `handling.${to}`, reason: '补充' }),
  ),
  sign: [{}],
}

export const sample = sampleIn(samples)
export const prosecuting = playedBy(enforcementCase, 'lin', sample)

/** Two officers, the report of what is proposed: the chief has it next. */
export const investigated = (at = 0): Line[] => [
  ['gao', 'approve-filing'],
  ['lin', 'record-evidence'],
  ['wu', 'sign'],
  ['lin', 'conclude-investigation', sample('conclude-investigation', at)],
  ['wu', 'sign'],
]

/** As far as the notice is served: the party has the word. */
export const noticed = (at = 0): Line[] => [
  ...investigated(at),
  ['chen', 'approve-report'],
  ['lin', 'notify-penalty'],
  ['lin', 'serve-notice'],
]

/** The small case, done without a statement: to the decision, served. */
export const decided: Line[] = [
  ...noticed(),
  ['mao', 'waive-rights', { statement: '放弃陈述申辩' }],
  ['lin', 'weigh-defence'],
  ['gao', 'decide-penalty'],
  ['lin', 'serve-decision'],
]
