// Lawful fillings of every form of a hazard: one at least, more where the form decides the way.
import { enterpriseId } from '../support/people/people.ts'
import type { Samples } from '../support/walks/walk.ts'

export const reported = {
  title: '安全阀失效',
  site: '三车间',
  category: 'hazchem',
  description: '超期未校验',
  suspectedMajor: false,
  region: '330802',
  enterprise: enterpriseId,
}

const reason = { reason: '试验' }
export const items = ['更换安全阀', '重新校验压力表']
const outcomes = (passed: boolean) => items.map((item, at) => ({ item, passed: passed || at > 0 }))

const ofTheHandling: Samples = {
  verify: [
    { grade: 'general', findings: '属实' },
    { grade: 'major', findings: '属实', criteria: [] },
  ],
  reject: [{ reason: '不属实' }],
  withdraw: [{ reason: '误报' }],
  join: [{ mainCase: '柯城隐患〔2026〕1号', reason: '同一阀门' }],
  'hand-over': [
    { to: '330881', reason: '在江山' },
    { to: 'outside', authority: '金华市应急管理局', reason: '在金华' },
  ],
  'take-measures': [
    { measures: 'none', scope: '可控' },
    { measures: 'stop-part', scope: '三车间', until: '2026-08-30' },
    { measures: 'evacuate', scope: '三车间' },
  ],
  'file-plan': [
    {
      goals: '消除',
      methods: '更换',
      funds: '10万元',
      responsible: '毛总',
      until: '2026-03-20',
      emergency: '备用阀',
    },
  ],
  'approve-plan': [{ findings: '可行' }],
  'list-hazard': [
    {
      level: 'county',
      document: '柯安委办〔2026〕3号',
      dueDate: '2026-06-30',
      requirements: '限期治理',
      items,
    },
    {
      level: 'city',
      document: '衢安委办〔2026〕3号',
      dueDate: '2026-06-30',
      requirements: '限期治理',
      items,
    },
    {
      level: 'province',
      document: '浙安委办〔2026〕3号',
      dueDate: '2026-06-30',
      requirements: '限期治理',
      service: 'later',
      items,
    },
  ],
  'decline-listing': [reason],
  'issue-order': [
    { dueDate: '2026-03-10', requirements: '更换' },
    { dueDate: '2026-03-10', requirements: '更换', service: 'later', items },
  ],
  serve: [{ method: 'direct', servedOn: '2026-03-02', receiver: '毛总' }],
  'report-progress': [{ description: '已订货', percent: 40 }],
  'request-extension': [{ until: '2026-07-31', reason: '供货停产' }],
  'grant-extension': [
    { dueDate: '2026-07-31', reason: '属实' },
    { dueDate: '2026-09-30', reason: '属实' },
  ],
  'refuse-extension': [reason],
  'report-rectified': [
    { description: '已更换' },
    { description: '已更换', results: outcomes(true) },
  ],
  'apply-acceptance': [
    { description: '已更换', results: outcomes(true), assessment: '合格', resume: true },
    { description: '已更换', assessment: '合格', resume: true },
  ],
  're-check-passed': [{ findings: '合格' }, { findings: '合格', results: outcomes(true) }],
  're-check-failed': [
    { reasons: '仍有泄漏', dueDate: '2026-08-30' },
    { reasons: '仍有泄漏', dueDate: '2026-08-30', results: outcomes(false) },
  ],
  'approve-resume': [{ document: '柯应急批〔2026〕1号', reply: '同意' }],
  'write-off': [{ publicSummary: '已整改' }],
  'de-list': [{ document: '衢安委办〔2026〕9号', publicSummary: '已治理' }],
}

const besideIt: Samples = {
  'publish-listing': [{ publicSummary: '挂牌', medium: '衢州日报' }],
  'publish-delisting': [{ publicSummary: '摘牌', medium: '衢州日报' }],
  'file-listing': [{ document: '柯安委办〔2026〕4号' }],
  'confirm-measures': [{}],
  'revoke-measures': [reason],
  'lift-measures': [reason],
  'declare-refusal': [{ kind: 'refuses', findings: '两次复查均未动工' }],
  'dismiss-refusal': [reason],
  'order-stop': [{ document: '柯应急停〔2026〕1号', scope: '全厂' }],
  'notify-power-cut': [
    {
      supply: 'power',
      cutAt: '2026-03-02T02:00:00.000Z',
      emergency: true,
      supplier: '国网',
      reason: '仍在生产',
    },
  ],
  'cut-power': [{ cutAt: '2026-03-02T02:00:00.000Z', record: '已拉闸' }],
  'restore-power': [reason],
  'lift-stop': [reason],
  'propose-closure': [
    { ground: 'refuses-stop', document: '柯应急〔2026〕9号', reason: '拒不停产' },
  ],
  'record-closure': [
    { document: '柯政〔2026〕1号', decidedOn: '2026-03-02', publicSummary: '已关闭' },
  ],
  'decline-closure': [reason],
  'refer-enforcement': [{ grounds: '未消除隐患' }],
  'raise-supervision': ['county', 'city', 'province'].map((level) => ({
    level,
    reason: '进展缓慢',
  })),
  instruct: [{ instruction: '请查明原因', dueDate: '2026-12-31' }],
  'answer-instruction': [{ answer: '已查明' }],
  'answer-reporter': [{ answer: '属实，已责令整改' }],
  acknowledge: [{ measures: '已约谈' }],
}

export const samples: Samples = {
  ...ofTheHandling,
  ...besideIt,
  'note-penalty': [{ mainCase: '衢柯执法〔2026〕0001号', penalty: '罚款20,000元' }],
  'note-penalty-annulled': [{ mainCase: '衢柯执法〔2026〕0001号', annulledOn: '2026-03-02' }],
  sign: [{}],
  return: [
    'handling.verifying',
    'handling.planning',
    'handling.plan-review',
    'handling.ordering',
    'handling.listing',
    'handling.rechecking',
  ].map((to) => ({
    to,
    reason: '重新办理',
  })),
}
