// Lawful fillings of every form of an emergency: one at least, more where the form decides the way.
import { later } from '../../domain/time/instant.ts'
import { enterpriseId } from '../support/people/people.ts'
import type { Samples } from '../support/walks/walk.ts'

/** Monday, nine in the morning. */
export const start = '2026-03-02T01:00:00.000Z'
const minutesBefore = (n: number) => later(start, -n * 60_000)

/** An explosion in an enterprise of Kecheng that the unit reports itself; how many are hurt nobody knows. */
export const reported = {
  source: 'unit',
  kind: 'explosion',
  title: '三车间反应釜爆炸',
  site: '三车间',
  happenedAt: minutesBefore(40),
  toldAt: minutesBefore(30),
  description: '反应釜爆炸，现场起火',
  region: '330802',
  enterprise: enterpriseId,
}
/** A larger accident by its injured. */
export const grave = { ...reported, dead: 2, seriouslyHurt: 10, directLoss: 4_000_000 }
/** Somebody has called: no unit is known yet. */
export const called = {
  source: 'telephone',
  kind: 'fire',
  title: '东港七路仓库起火',
  site: '东港七路18号',
  happenedAt: minutesBefore(5),
  description: '仓库冒烟，有无人员被困不明',
  region: '330802',
  caller: '王先生',
  telephone: '13800000000',
}
/** Somebody in a lift has called; how many are inside nobody knows. */
export const inLift = {
  source: 'telephone',
  kind: 'lift',
  title: '财富中心1号梯困人',
  site: '财富中心1号楼',
  happenedAt: minutesBefore(10),
  description: '轿厢停在12、13层之间，门不能打开',
  region: '330802',
}
export const drill = { ...called, drill: true }
/** One that was planned, with two injects. */
export const plannedDrill = {
  ...drill,
  registerEntry: '衢柯演练〔2026〕0001号',
  drillPlan: '衢柯预案〔2026〕0001号',
  script: [
    { minute: 5, channel: 'telephone', to: 'city-fire/duty-officer', text: '喷淋失效' },
    { minute: 12, channel: 'field', text: '小学请求疏散指引' },
  ],
}

const reason = { reason: '试验' }
const written = { course: '反应釜爆炸，正在搜救', measures: '已疏散' }
const informed = {
  informedAt: start,
  government: '区政府值班室，电话',
  police: '公安分局，电话',
  labour: '人社局，电话',
  union: '总工会，电话',
  procuratorate: '检察院，传真',
}
const fatal = { ...written, dead: 1 }
const phone = { phonedAt: start, to: '省应急厅值班室', content: '两死十伤' }
const duty = { reportedAt: start, to: '政府总值班室', content: '反应釜爆炸，正在搜救' }
const level = (of: string) => ({ level: of, ...reason })
const declared = { period: '24小时', measures: '搜救、警戒' }

/** What a joined case has known and reported. */
const joinedWith = (more: object) => ({
  joinedCase: '衢柯应急〔2026〕0003号',
  receivedAt: start,
  figures: '不明',
  ...reason,
  known: {
    region: '330802',
    figures: {},
    toldAt: null,
    unitReportedAt: null,
    grave: false,
    reported: false,
    reportedBy: null,
    nextReportSince: null,
    countyOwesSince: start,
    cityInformsSince: null,
    countyHeardAt: start,
    cityHeardAt: null,
    provinceHeardAt: null,
    cityReceivedAt: null,
    countyReportedAt: null,
    countyReportedTo: null,
    cityReportedAt: null,
    countyPhoneSince: null,
    cityOwesSince: null,
    countyPhonedAt: null,
    cityPhonedAt: null,
    countyInformed: {},
    cityInformed: {},
    countyChannel: {},
    cityChannel: {},
    ...more,
  },
})

const ofTheResponse: Samples = {
  verify: [{ findings: '属实' }, { findings: '属实', dead: 2, seriouslyHurt: 10 }],
  'declare-false': [reason],
  refer: [{ authority: '金华市应急管理局', ...reason }],
  'start-response': [
    { ...level('4'), ...declared },
    { ...level('2'), ...declared },
  ],
  'resume-response': [{ ...level('4'), ...declared }],
  'no-response': [reason],
  'change-level': [level('3'), level('4')],
  'set-up-command-post': [{ commander: '高局长', site: '厂区东门', groups: ['抢险组：消防'] }],
  'note-event': [{ happenedAt: minutesBefore(10), text: '消防到场' }],
  'send-message': [{ to: 'city-fire/duty-officer', text: '请携带抗溶性泡沫' }],
  'hold-meeting': [
    {
      topic: '研判会商',
      link: 'https://meeting.example.cn/j/123',
      invited: ['city-command/duty-officer'],
      people: ['高局长（应急管理局）'],
      begunAt: start,
    },
  ],
  'give-order': [
    { to: 'city-fire/duty-officer', task: '控制着火罐', finishBy: later(start, 2 * 3_600_000) },
    { to: 'county-command/duty-officer', task: '疏散下风向居民' },
  ],
  evacuate: [{ area: '厂区周边500米', people: 120 }],
  requisition: [{ item: '挖掘机1台', owner: '东港建设公司', purpose: '清障，一日' }],
  'return-requisition': [{ no: '1', condition: '完好' }],
  'request-support': [{ needs: '化工专家', reason: '物料不明' }],
  'end-response': [{ reason: '火已扑灭，人员全部找到' }],
  settle: [{ findings: '已补偿' }],
  'join-case': [{ mainCase: '衢柯应急〔2026〕0001号', reason: '同一处火情' }],
  'case-joined': [
    {
      joinedCase: '衢柯应急〔2026〕0002号',
      receivedAt: start,
      figures: '死亡人数：不明',
      joinedBy: '丹丹',
      alarms: ['a-1'],
      ...reason,
    },
    joinedWith({ figures: { dead: 1 } }),
    joinedWith({
      cityReceivedAt: start,
      countyReportedAt: start,
      countyReportedTo: 'city',
      reported: true,
      reportedBy: 'county',
      nextReportSince: start,
    }),
    joinedWith({
      cityReceivedAt: start,
      countyReportedAt: start,
      countyReportedTo: 'province',
      reported: true,
      reportedBy: 'county',
      nextReportSince: start,
      unreceived: [
        { by: 'city', of: 'county' },
        { by: 'province', of: 'county' },
      ],
    }),
  ],
}

const ofTheLift: Samples = {
  'call-back': [
    { reached: 'talked', trapped: 2, condition: '一名孕妇' },
    { reached: 'unanswered' },
    { reached: 'talked', trapped: 3 },
  ],
  'dispatch-maintainer': [{ unit: '衢州安梯维保公司', maintainerTelephone: '13900000000' }],
  'maintainer-arrived': [{}],
  'passengers-released': [{ result: '两人无恙' }],
}

const ofTheReports: Samples = {
  'supplement-event': [
    { toldAt: minutesBefore(3) },
    { enterprise: enterpriseId },
    { coordinates: '118.8721,28.9357' },
  ],
  'correct-unit': [{ enterprise: 'e-2', ...reason }],
  'record-unit-report': [{ reportedAt: minutesBefore(2), content: '爆炸' }],
  'report-to-city': [written, fatal],
  'report-to-province': [written, fatal],
  'county-report-by-phone': [phone],
  'city-report-by-phone': [phone],
  'county-informs-authorities': [informed],
  'city-informs-authorities': [informed],
  'county-tells-government': [
    { form: 'phone', ...duty },
    { form: 'written', ...duty },
  ],
  'city-tells-government': [
    { form: 'phone', ...duty },
    { form: 'written', ...duty },
  ],
  'report-further': [written, fatal],
  'report-finally': [written, fatal],
  'no-report': [reason],
  'correct-report': [
    { content: '地点为四车间', ...reason },
    { content: '死亡一人', dead: 1, ...reason },
    { content: '死亡三人', dead: 3, ...reason },
  ],
  'withdraw-report': [reason],
  'acknowledge-report': [{}],
  'acknowledge-copy': [{}],
  'send-report-back': [{ missing: ['物料名称'] }],
}

const afterwards: Samples = {
  'record-casualties': [
    { asOf: '2026-03-02', dead: 3, ...reason },
    { asOf: '2026-03-02', trapped: 1, ...reason },
    { asOf: '2026-03-02', trapped: 0, ...reason },
  ],
  'confirm-count': [{ findings: '已计入' }],
  'open-investigation': [{ head: '高局长', members: ['应急管理局', '公安局'] }],
  'no-investigation': [reason],
  'submit-report': [
    { cause: '超压', responsibility: '企业', measures: '更换联锁', rescue: '及时' },
  ],
  'return-report': [{ missing: ['联锁为何退出'], dueDate: '2026-03-20' }],
  reply: [{ decision: '同意' }],
  evaluate: [{ findings: '已落实', conclusion: '合格' }],
}

const followUp: Samples = {
  'set-measure': [
    { to: 'county-enforcement/section-chief', measure: '更换联锁', dueDate: '2026-12-01' },
  ],
  'open-hazard': [{ title: '联锁缺失', site: '三车间', description: '同类反应釜无联锁' }],
  'open-enforcement': [
    { party: 'unit', who: '事发企业', facts: '未落实安全生产责任' },
    { party: 'individual', who: '王某某（承包单位项目负责人）', facts: '违章指挥' },
  ],
  'publish-result': [{ outcome: '已依法处理' }],
  'report-measure': [{ done: '已更换' }],
  'confirm-measure': [{ findings: '属实' }],
  'reject-measure': [{ reason: '未更换到位' }],
  'drop-measure': [{ reason: '装置已拆除' }],
  'inject-given': [{ nth: 1, channel: 'telephone', text: '喷淋失效' }],
  'evaluate-drill': [
    {
      goals: [{ goal: '五分钟内报告', verdict: 'met', points: 95 }],
      strengths: '报告及时',
      shortcomings: '疏散路线不熟',
      score: 86,
      conclusion: '良好',
    },
  ],
  'conclude-drill': [{ findings: '已修订路线图' }],
}

/** Of an order, which its unit carries out. */
const ofOrders: Samples = {
  'receive-order': [{}, { note: '两车十二人' }],
  'begin-order': [{}],
  'report-progress': [{ progress: '火势减小' }],
  'ask-for-help': [{ wanted: '泡沫' }],
  'finish-order': [{ result: '已扑灭' }],
  'refuse-order': [{ reason: '车辆在途故障' }],
  'recall-order': [{ reason: '改派' }],
}

/** Of messages and meetings. */
const ofMessages: Samples = {
  'acknowledge-message': [{}, { reply: '已装车' }],
  'end-meeting': [{ endedAt: start, conclusions: '扩大警戒' }],
}

export const samples: Samples = {
  ...ofTheResponse,
  ...ofTheLift,
  ...ofOrders,
  ...ofMessages,
  ...followUp,
  ...ofTheReports,
  ...afterwards,
  sign: [{}],
}
