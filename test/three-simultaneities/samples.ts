// Lawful fillings of every form of a project: one at least, more where the form decides the way.
import { necessaryPapers } from '../../domain/three-simultaneities/applications.ts'
import { threeSimultaneities } from '../../domain/three-simultaneities/process.ts'
import { withPapersNamed } from '../support/people/papers.ts'
import { enterpriseId } from '../support/people/people.ts'
import type { Samples } from '../support/walks/walk.ts'

const place = {
  site: '试验路1号',
  region: '330802',
  enterprise: enterpriseId,
  nature: 'new',
  scale: '年产两万吨',
}
/** A project that the county has been entrusted with, so that everybody concerned is in one county. */
export const hazchem = { ...place, name: '甲醇储罐项目', kind: 'hazchem', grounds: ['entrusted'] }
export const mine = { ...place, name: '石灰石矿扩建', kind: 'mine', grounds: ['entrusted'] }
export const other = { ...place, name: '机械加工车间', kind: 'other' }

const reason = { reason: '试验' }
export const items = ['安全评价报告签字页', '规划文件']
const answersOf = (passed: boolean) => ({
  answers: items.map((item, at) => ({ item, passed: passed || at > 0 })),
})
/** The days on which the walks begin: by the law of today, and by that of 2014. */
export const days = ['2026-03-02', '2014-06-03']
const services = days.map((servedOn) => ({ method: 'direct', servedOn, receiver: '毛总' }))
const refusal = {
  reasons: '不符合条件',
  remedies: '六十日内申请行政复议',
  document: '柯应急不批〔2026〕1号',
}
const refusals = [refusal, { ...refusal, falseMaterial: true }]
const checked = { findings: '与申请一致', document: '柯应急核〔2026〕1号' }
const approved = { document: '柯应急审〔2026〕1号' }

const phases = ['conditions', 'design', 'change', 'completion'] as const
/** The papers of every application, in order. */
export const checklist = phases
  .flatMap((phase) => necessaryPapers(phase, { trialFrom: days[0] }))
  .map((item) => ({ item, passed: true }))

const ofApplications: Samples = {
  'apply-conditions': [{ agency: '某评价机构（甲级）', surroundings: '化工园区内' }],
  'apply-design': [{ designer: '某设计院（甲级）', summary: '可燃气体报警、紧急切断' }],
  'apply-change': [
    { what: ['process'], description: '改用连续工艺', designer: '某设计院（甲级）' },
  ],
  'apply-completion': [{ agency: '某评价机构（甲级）', summary: '试运行正常' }],
  accept: [{ checklist, document: '柯应急受〔2026〕1号' }],
  'require-supplement': [{ items, document: '柯应急补〔2026〕1号' }],
  supplement: [answersOf(true), answersOf(false)],
  'refuse-acceptance': ['not-competent', 'incomplete', 'false-material'].map((ground) => ({
    ...refusal,
    ground,
    ...(ground === 'incomplete' ? { missing: items } : {}),
  })),
  'end-supplement': [reason],
  'correct-jurisdiction': ['330800', '330802'].map((to) => ({ to, ...reason })),
  withdraw: [reason],
}

const ofReviews: Samples = {
  'begin-site-check': [reason],
  'waive-site-check': [reason],
  'site-check-passed': [checked],
  'site-check-failed': [checked],
  'site-check-rework': [{ items, ...reason }],
  'end-rework': [reason],
  'report-rework': [answersOf(true)],
  'begin-expert-review': days.map((toldOn) => ({
    ...reason,
    until: '2027-03-20',
    toldOn,
    document: '柯应急评〔2026〕1号',
  })),
  'end-expert-review': [{ conclusion: '可行' }],
  'extend-review': [{}, { governmentApproval: '柯政批〔2026〕1号' }].map((approved) => ({
    by: 10,
    ...approved,
    ...reason,
    document: '柯应急延〔2026〕1号',
  })),
  'submit-opinion': [{ advice: 'grant', findings: '符合条件', document: '柯应急意〔2026〕1号' }],
  endorse: [{}],
  'handle-jointly': [{ bureaus: ['fire', 'housing'], ...reason }],
  'note-joint-opinion': ['fire', 'housing'].map((bureau) => ({ bureau, findings: '无意见' })),
  'tell-hearing-right': [{ ...reason, document: '柯应急听告〔2026〕1号' }],
  'serve-hearing-notice': services,
  'announce-hearing': [{ ...reason, publicSummary: '听证公告' }],
  'request-hearing': [reason],
  'waive-hearing': [reason],
  'notify-hearing': [
    {
      heldOn: '2030-03-20',
      place: '一楼会议室',
      chair: '法审核',
      chairId: 'fa',
      document: '柯应急听通〔2026〕1号',
    },
  ],
  'close-hearing': [{ record: '各方意见已记录', document: '柯应急听录〔2026〕1号' }],
}

const ofDecisions: Samples = {
  'pass-conditions': [approved],
  'refuse-conditions': refusals,
  'approve-design': [approved],
  'refuse-design': refusals,
  'pass-completion': [approved],
  'refuse-completion': refusals,
  'serve-approval': services,
  'serve-refusal': services,
  'keep-opinion': [reason],
  'declare-void': [{ ...reason, document: '柯应急失〔2026〕1号' }],
  'annul-approval': ['fraud', 'office'].map((ground) => ({
    ground,
    ...reason,
    remedies: refusal.remedies,
    document: '柯应急撤〔2026〕1号',
  })),
}

const ofTheWorks: Samples = {
  'begin-construction': days.map((startedOn) => ({ startedOn, contractor: '某建设公司' })),
  'note-minor-change': [{ description: '照明灯具换型' }],
  'finish-construction': [true, false].map((trial) => ({
    trial,
    summary: '安全设施与主体工程同时施工',
  })),
  'file-trial-plan': [{ plan: '分三阶段投料' }],
  'confirm-filing': [{ document: '柯应急备〔2014〕1号' }],
  'return-filing': [reason],
  'begin-trial': [
    { from: '2026-03-02', until: '2026-06-30', plan: '分三阶段投料' },
    { from: '2014-06-03', until: '2014-09-30', plan: '分三阶段投料' },
  ],
  'end-trial': ['passed', 'failed'].map((result) => ({ result, summary: '运行平稳' })),
  'report-completion': [
    { acceptedOn: '2026-03-02', agency: '某评价机构（甲级）', summary: '通过' },
  ],
  'acceptance-failed': [{ acceptedOn: '2026-03-02', failings: '紧急切断阀未联动' }],
  'file-completion': [reason],
  'begin-spot-check': [reason],
  'spot-check-passed': [checked],
  'spot-check-failed': [{ items, ...reason }],
  'report-corrected': [answersOf(true)],
  abandon: [reason],
}

const withFiles = (all: Samples): Samples =>
  Object.fromEntries(
    Object.entries(all).map(([type, forms]) => [
      type,
      forms.map((form) => withPapersNamed(threeSimultaneities, type, form)),
    ]),
  )

const applications = withFiles(ofApplications)

/** A project without a trial run has no report of one. */
const withoutTrial = applications['apply-completion']?.map(({ trial: _, ...form }) => form) ?? []

export const samples: Samples = {
  ...applications,
  'apply-completion': [...(applications['apply-completion'] ?? []), ...withoutTrial],
  ...ofReviews,
  ...ofDecisions,
  ...ofTheWorks,
  sign: [{}],
  return: phases.flatMap((phase) =>
    ['preparing', 'opining', 'endorsing'].map((step) => ({
      to: `handling.${phase}.reviewing.${step}`,
      reason: '重新办理',
    })),
  ),
}
