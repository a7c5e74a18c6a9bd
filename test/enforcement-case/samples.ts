// Lawful fillings of every form of an enforcement case, and the case played in memory.
import { enforcementCase } from '../../domain/enforcement-case/process.ts'
import { actor } from '../support/people/cast.ts'
import { enterpriseId } from '../support/people/people.ts'
import { type Line, playedBy, sampleIn } from '../support/processes/lines.ts'
import type { Samples } from '../support/walks/walk.ts'
import { allAgreementSamples } from './agreements/party-agreement-samples.ts'
import { correctionSamples } from './corrections/correction-samples.ts'
import { counselSamples } from './counsel/counsel-samples.ts'
import { measureSamples } from './measures/measure-samples.ts'
import { partySamples } from './parties/party-samples.ts'
import { partyRemedySamples } from './party-remedies/party-remedy-samples.ts'
import { transferSamples } from './transfer/transfer-samples.ts'

/** One of each post, and a second and third officer. */
export const prosecutors = () => ['lin', 'wu', 'zhou', 'chen', 'gao', 'fa', 'mao'].map(actor)

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

/** 当场处罚: what an officer writes in the workshop. */
export const scene = {
  title: '特种作业人员未随身携带操作证',
  procedure: 'on-the-spot',
  partyKind: 'organisation',
  place: '一号车间',
  facts: '焊工张某作业时未随身携带特种作业操作证',
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
const telling = {
  facts: scene.facts,
  basis: '《安全生产法》第三十条',
  certificates: ['浙执001', '浙执002'],
  rightsTold: true,
  outcome: 'none',
}
const cash = { collection: 'cash', cashGround: 'small', receipt: '票0' }
const signed = { signature: 'signed', receiver: '毛总' }
const service = { method: 'direct', servedOn: day, receiver: '毛总' }
const statement = { statement: '已设置标志', papers: ['00000000-0000-4000-8000-000000000001'] }

/** The first of each is that of a small case; what leads elsewhere follows. */
export const samples: Samples = {
  ...partySamples,
  ...partyRemedySamples,
  ...measureSamples,
  ...correctionSamples,
  ...transferSamples,
  ...counselSamples,
  ...allAgreementSamples,
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
  'hand-to-superior': [
    {
      to: '330800',
      discussedOn: day,
      attendees: ['李副局长', '王副局长'],
      minutes: '局长回避，无其他负责人可以办理，报市局办理',
    },
  ],
  'conclude-investigation': [
    { ...report, ...fine(20_000) },
    { ...report, ...fine(50_000), circumstances: ['serious-harm'] },
    { ...report, ...fine(20_000), circumstances: ['major-interest'] },
    { ...report, advice: 'penalty', penalties: ['warning'] },
    { ...report, ...fine(50_000), circumstances: ['complex'] },
    { ...report, advice: 'no-penalty', circumstances: ['minor', 'corrected', 'no-harm'] },
    { ...report, advice: 'transfer' },
  ],
  'note-on-the-spot': [{ note: '二号车间三名员工未戴安全帽' }],
  'tell-party': [
    { ...telling, penalties: ['warning', 'fine'], fine: 1_000 },
    { ...telling, penalties: ['warning'] },
    { ...telling, penalties: ['fine'], fine: 100, outcome: 'not-adopted', statement: '不知情' },
  ],
  'punish-on-the-spot': [
    { penalties: ['warning', 'fine'], fine: 1_000, collection: 'bank', ...signed },
    { penalties: ['warning'], ...signed },
    { penalties: ['fine'], fine: 100, ...cash, ...signed },
  ],
  'go-ordinary': [{ reason: '现场发现多名人员无证作业' }],
  'report-on-the-spot': [{ archive: '浙当罚0001' }],
  'hand-in-cash': [{ handedOn: day, cashier: '财务' }],
  'remit-cash': [{ remittedOn: day, voucher: '回单1' }],
  'approve-report': [{}],
  'withdraw-case': [{ reason: '违法事实不能成立' }],
  'decide-no-penalty': [{ ground: 'no-fault', reason: '已尽到义务' }],
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
  'notify-hearing': [{ heldOn: '2026-03-20', place: '会议室', chair: '法审核', chairId: 'fa' }],
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
    { amount: 1_000, paidOn: day, receipt: '票4' },
  ],
  'record-performance': [{ findings: '已改正' }],
  'apply-deferral': [{ until: '2026-12-01', reason: '经营困难' }],
  'grant-deferral': [{ dueDate: '2026-12-01' }],
  'refuse-deferral': [{ reason: '不属于确有困难' }],
  'issue-demand': [{ payment: '缴至指定银行' }],
  'serve-demand': [
    { ...service, servedOn: '2026-03-18' },
    { ...service, servedOn: '2026-12-02' },
  ],
  'answer-demand': [statement],
  'apply-court': [{ court: '柯城区人民法院', answered: '理由不成立' }],
  'record-acceptance': [{ acceptedOn: '2026-09-10', courtCase: '（2026）浙0802行审1号' }],
  'record-ruling': [
    { ruling: 'enforce', ruledOn: '2026-09-10' },
    { ruling: 'refuse', ruledOn: '2026-09-10' },
  ],
  'propose-termination': [
    { ground: 'dissolved', findings: '企业已注销，无财产' },
    { ground: 'court-refused', findings: '法院裁定不予执行' },
    { ground: 'late', findings: '已过期限' },
  ],
  'terminate-enforcement': [{}],
  'receive-remedy': [
    { remedy: 'reconsideration', body: '柯城区人民政府', filedOn: day, receivedOn: day },
    { remedy: 'litigation', body: '柯城区人民法院', filedOn: day, receivedOn: day },
  ],
  'file-answer': [{ answer: '事实清楚、程序合法', evidence: ['现场检查笔录'] }],
  'order-stay': [{ ordered: '区政府决定停止执行' }],
  'lift-stay': [{ lifted: '区政府决定恢复执行' }],
  'record-upheld': [
    { outcome: 'upheld', decidedOn: day, grounds: '程序合法' },
    { outcome: 'withdrawn', decidedOn: day, grounds: '当事人撤回' },
  ],
  'record-change': [{ decidedOn: day, newFine: 500, grounds: '处罚过重' }],
  'record-annulment': [{ decidedOn: day, grounds: '证据不足' }],
  'withdraw-publication': [{ withdrawalReason: '决定已被撤销' }],
  'record-refund': [
    { refunded: 20_000, refundedOn: day, voucher: '退1' },
    { refunded: 19_500, refundedOn: day, voucher: '退2' },
    { refunded: 5_000, refundedOn: day, voucher: '退3' },
  ],
  'propose-listing': [{ listingGround: 'refusal', facts: '有能力履行而拒不履行' }],
  'publish-penalty': [{ publicSummary: '罚款二万元' }],
  'propose-closing': [{ summary: '已履行', catalogue: ['立案审批表', '决定书'] }],
  'approve-closing': [{}],
  return: [
    'investigating',
    'telling',
    'reviewing',
    'weighing',
    'preparing-hearing',
    'performing',
    'proposing-closing',
    'prosecuted',
  ].map((to) => ({ to: `handling.${to}`, reason: '补充' })),
  sign: [{}],
}

export const sample = sampleIn(samples)
export const prosecuting = playedBy(enforcementCase, 'lin', sample)

/** On the spot: told, decided, countersigned. */
export const onTheSpot = (at = 0): Line[] => [
  ['lin', 'tell-party', sample('tell-party', at)],
  ['lin', 'punish-on-the-spot', sample('punish-on-the-spot', at)],
  ['wu', 'sign'],
]

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

/** The fine is overdue, demanded, and the demand has run out: the court has its turn from 2026-09-03. */
export const demanded: Line[] = [
  ['until', '2026-03-18'],
  ['lin', 'issue-demand'],
  ['lin', 'serve-demand'],
  ['until', '2026-04-02'],
]

/** The small case, done without a statement: to the decision, served. */
export const decided: Line[] = [
  ...noticed(),
  ['mao', 'waive-rights', { statement: '放弃陈述申辩' }],
  ['lin', 'weigh-defence'],
  ['gao', 'decide-penalty'],
  ['lin', 'serve-decision'],
]

/** A fine of 50,000 decided and served on one day. */
export const fined = (served: string) => {
  const service = { ...sample('serve-notice'), servedOn: served }
  const penalty = { ...sample('decide-penalty'), fine: 50_000 }
  return prosecuting(
    matter,
    served,
    ['gao', 'approve-filing'],
    ['lin', 'record-evidence', { ...sample('record-evidence'), takenOn: served }],
    ['wu', 'sign'],
    ['lin', 'conclude-investigation', { ...sample('conclude-investigation', 1), actEnded: served }],
    ['wu', 'sign'],
    ['chen', 'approve-report'],
    ['lin', 'notify-penalty'],
    ['lin', 'serve-notice', service],
    ['mao', 'waive-rights', { statement: '放弃' }],
    ['lin', 'weigh-defence'],
    ['gao', 'record-discussion', { ...sample('record-discussion'), heldOn: served }],
    ['gao', 'decide-penalty', penalty],
    ['lin', 'serve-decision', service],
  )
}

/** 20,000 of it are owed and 5,000 of surcharge are to go back, on 2026-03-02: the days that cost them were those of a remedy. */
export const toRefundWhileOwing = (...meanwhile: Line[]) => {
  const play = fined('2026-01-30')
  const part = { amount: 30_000, surcharge: 5_000, paidOn: '2026-02-24', receipt: '票3' }
  play.does(['until', day], ['lin', 'record-instalment', part], ...meanwhile)
  play.does(['fa', 'receive-remedy', { ...sample('receive-remedy'), filedOn: '2026-02-15' }])
  play.does(['fa', 'record-upheld'])
  return play
}
