// Lawful fillings of every form of an inspection, and the inspection played in memory.

import { askedBy } from '../../domain/administrative-inspection/checklists/findings.ts'
import { allQuestions } from '../../domain/administrative-inspection/checklists/questions.ts'
import { administrativeInspection } from '../../domain/administrative-inspection/process.ts'
import { enterpriseId } from '../support/people/people.ts'
import { type Line, playedBy, sampleIn } from '../support/processes/lines.ts'
import type { Samples } from '../support/walks/walk.ts'

/** Monday, on which the visit is planned, announced and made. */
export const day = '2026-03-02'
export const matter = {
  title: '节后复工检查',
  ground: 'planned',
  checklist: 'general',
  scope: '现场抽查安全生产责任制、培训和设备维护',
  plannedOn: day,
  region: '330802',
  enterprise: enterpriseId,
  enterpriseName: '衢州市柯城恒力化工有限公司',
}

/** 投诉举报: nobody is told before. */
export const tip = { ...matter, ground: 'tip', reason: '12350举报焊工无证作业' }

const photo = '00000000-0000-4000-8000-000000000001'
/** The name that a phone gives what is noted on it. */
export const noted = (nth: number) => `00000000-0000-4000-8000-0000000001${10 + nth}`

const certificates = ['浙执001', '浙执002']

/** Every question of the general list that follows from the answers before it. */
export const answered = (...no: string[]): Record<string, string> => {
  const asked = askedBy('general')
  const given: Record<string, string> = {}
  for (const { id, after } of allQuestions) {
    if (!asked.has(id) || (after && given[after.question] !== after.answer)) continue
    given[id] = no.includes(id) ? 'no' : 'yes'
  }
  return given
}

const record = (...no: string[]) => ({
  ...answered(...no),
  situation: '现场检查一号车间和仓库',
  certificates,
  signature: 'signed',
  receiver: '毛总',
})
const order = {
  requirements: '立即完善并报送整改报告',
  correctBy: '2026-03-20',
  receiver: '毛总',
}

/** The first of each is that of a visit that finds two things; what leads elsewhere follows. */
export const samples: Samples = {
  'approve-inspection': [{}],
  'refuse-inspection': [{ reason: '近期已检查' }],
  'invite-bureau': [{ bureau: 'city-fire/inspector', matters: '消防设施' }],
  'accept-visit': [{ certificates: ['消执001', '消执002'] }],
  'decline-visit': [{ reason: '人员不足' }],
  'record-part': [{ partFindings: '消火栓无水', certificates: ['消执001', '消执002'] }],
  'withdraw-invitation': [{ reason: '改期' }],
  'issue-notice': [{ plannedOn: day, content: '责任制和设备' }],
  reschedule: [{ plannedOn: '2026-03-09', reason: '人员冲突' }],
  'change-notice': [
    { plannedOn: '2026-03-09', explanation: '与其他检查合并' },
    { plannedOn: day, explanation: '恢复原定日期' },
  ],
  'cancel-inspection': [{ explanation: '企业停产' }],
  'begin-inspection': [
    { certificates, identityShown: true, receiver: '毛总' },
    { certificates, identityShown: true, receiver: '毛总', unannounced: '举报线索须突击核查' },
  ],
  'note-visit': [
    { question: 'training', answer: 'no', photos: [photo], entry: noted(1) },
    { finding: '灭火器过期', entry: noted(2) },
    { finding: '灭火器失效', entry: noted(3) },
  ],
  'join-findings': [{ into: noted(2), entries: [noted(3)] }],
  'record-inspection': [
    { ...record('training', 'equipment'), photos: [photo] },
    { ...record('training'), photos: [photo], signature: 'refused', witness: '社区网格员' },
    record(),
  ],
  'end-visit': [{ facts: '企业停电停产，无人在场', certificates }],
  'report-obstruction': [{ facts: '门卫锁门，拒绝进入一号车间', certificates }],
  'dismiss-finding': [
    { findings: ['training'], outcome: 'corrected', reason: '当场补训' },
    { findings: ['equipment'], outcome: 'minor', reason: '轻微' },
  ],
  'order-correction': [
    { findings: ['training'], ...order },
    { findings: ['equipment'], ...order },
  ],
  'take-measures': [
    { findings: ['equipment'], measure: '停止使用二号反应釜', ...order, correctBy: '2026-03-04' },
    { findings: ['training'], measure: '未培训人员撤出', ...order, correctBy: day },
  ],
  'open-hazard': [
    {
      findings: ['equipment'],
      title: '反应釜安全阀超期未校验',
      site: '一号车间',
      category: 'machinery',
      description: '校验日期已过',
    },
    {
      findings: ['training'],
      title: '未经培训上岗',
      site: '一号车间',
      category: 'other',
      description: '三名新员工未培训',
    },
  ],
  'open-enforcement': [
    {
      findings: ['training'],
      procedure: 'ordinary',
      title: '未对从业人员进行安全生产教育培训',
      place: '一号车间',
      facts: '三名新员工未经培训上岗',
      basis: '《安全生产法》第二十八条',
    },
    {
      findings: ['equipment'],
      procedure: 'on-the-spot',
      title: '未按规定维护安全设备',
      place: '一号车间',
      facts: '安全阀未校验',
      basis: '《安全生产法》第三十六条',
    },
  ],
  'orders-rechecked': [{}],
  'matter-not-opened': [{ findings: ['equipment'] }],
  'conclude-inspection': [{ summary: '检查完毕' }],
  'pass-recheck': [{ checkedOn: day, certificates, recheckFindings: '已补训并考核' }],
  'fail-recheck': [
    {
      checkedOn: '2026-03-23',
      certificates,
      recheckFindings: '仍未培训',
      basis: '《安全生产法》第九十七条',
    },
  ],
  'report-correction': [{ description: '三名新员工已补训并考核合格' }],
  'report-measures': [{ description: '反应釜已更换' }],
  'ask-extension': [{ until: '2026-04-10', reason: '山洪冲毁进厂道路' }],
  'refuse-extension': [{ askedOn: '2026-03-16', refusal: '不属于不可抗力' }],
  'extend-order': [{ askedOn: '2026-03-16', reason: '山洪冲毁进厂道路', correctBy: '2026-04-10' }],
  'lift-measures': [{ checkedOn: day, certificates, recheckFindings: '反应釜已更换' }],
  'fail-measures': [
    {
      checkedOn: '2026-03-05',
      certificates,
      recheckFindings: '反应釜仍在使用',
      basis: '《安全生产法》第三十六条',
    },
  ],
  return: [{ to: 'planned', reason: '补充方案' }],
  sign: [{}],
}

export const sample = sampleIn(samples)
export const visiting = playedBy(administrativeInspection, 'lin', sample)

/** As far as the officers stand at the door. */
export const begun: Line[] = [
  ['gao', 'approve-inspection'],
  ['lin', 'issue-notice'],
  ['lin', 'begin-inspection'],
]

/** Written down and signed by both. */
export const recorded = (at = 0): Line[] => [
  ...begun,
  ['lin', 'record-inspection', sample('record-inspection', at)],
  ['wu', 'sign'],
]
