// Lawful fillings of every form of a licence: one at least, more where the form decides the way.
import { papers } from '../../domain/hazchem-licence/papers.ts'
import { enterpriseId } from '../support/people/people.ts'
import type { Samples } from '../support/walks/walk.ts'

const business = {
  site: '试验路1号',
  mode: '批发（无储存）',
  scope: ['甲醇', '乙醇'],
  region: '330802',
  enterprise: enterpriseId,
}
export const applied = { ...business, kind: 'new' }
export const renewal = {
  ...business,
  kind: 'renewal',
  licenceNumber: '浙衢危化经字〔2023〕000001',
  expiresOn: '2026-08-10',
}
export const lateRenewal = { ...renewal, expiresOn: '2026-05-20' }
export const change = {
  ...renewal,
  kind: 'change',
  what: ['principal'],
  principal: '周新任',
  changedOn: '2026-02-24',
}
export const reapplication = {
  ...business,
  kind: 'reapplication',
  site: '试验路2号',
  licenceNumber: renewal.licenceNumber,
}

const reason = { reason: '试验' }
export const items = ['主要负责人资格证书', '租赁合同']
const answersOf = (passed: boolean) => ({
  answers: items.map((item, at) => ({ item, passed: passed || at > 0 })),
})
const service = { method: 'direct', servedOn: '2026-03-02', receiver: '毛总' }
const refusal = {
  reasons: '不符合条件',
  remedies: '六十日内申请行政复议',
  document: '柯应急不许〔2026〕1号',
}
const checked = { findings: '与申请一致', document: '柯应急核〔2026〕1号' }

/** Every paper that any application needs, in order. */
export const checklist = Object.values(papers).map(({ words: { zh: item } }) => ({
  item,
  passed: true,
}))

export const samples: Samples = {
  accept: [{ checklist, document: '柯应急受〔2026〕1号' }],
  'require-supplement': [{ items, document: '柯应急补〔2026〕1号' }],
  supplement: [answersOf(true), answersOf(false)],
  'refuse-acceptance': ['not-competent', 'incomplete', 'false-material'].map((ground) => ({
    ...refusal,
    ground,
    ...(ground === 'incomplete' ? { missing: items } : {}),
  })),
  'end-supplement': [reason],
  'correct-jurisdiction': [
    { to: '330800', ...reason },
    { to: '330802', ...reason },
  ],
  withdraw: [reason],
  'begin-site-check': [reason],
  'waive-site-check': [reason],
  'site-check-passed': [checked],
  'site-check-failed': [checked],
  'site-check-rework': [{ items, ...reason }],
  'end-rework': [reason],
  'report-rework': [answersOf(true)],
  'begin-expert-review': [{ ...reason, until: '2026-03-20', document: '柯应急评〔2026〕1号' }],
  'end-expert-review': [{ conclusion: '可行' }],
  'extend-review': [{}, { governmentApproval: '柯政批〔2026〕1号' }].map((approved) => ({
    by: 10,
    ...approved,
    ...reason,
    document: '柯应急延〔2026〕1号',
  })),
  'submit-opinion': [{ advice: 'grant', findings: '符合条件', document: '柯应急审〔2026〕1号' }],
  endorse: [{}],
  'handle-jointly': [{ bureaus: ['fire', 'housing'], ...reason }],
  'note-joint-opinion': ['fire', 'housing'].map((bureau) => ({ bureau, findings: '无意见' })),
  'tell-hearing-right': [
    { ...reason, document: '柯应急听告〔2026〕1号' },
    { ground: 'refusal', others: '相邻商铺', ...reason, document: '柯应急听告〔2026〕2号' },
  ],
  'serve-hearing-notice': [service],
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
  grant: [{ document: '柯应急许〔2026〕1号' }],
  refuse: [refusal, { ...refusal, falseMaterial: true }],
  'serve-refusal': [service],
  'issue-licence': [{ licenceNumber: '浙衢危化经字〔2026〕000001', scope: ['甲醇', '乙醇'] }],
  'serve-licence': [service],
  'note-change': [
    { what: 'principal', changedOn: '2026-02-24' },
    { what: 'new-storage', changedOn: '2026-02-24' },
  ],
  'note-filing': [{ mainCase: '衢柯经营〔2026〕0002号' }],
  'note-held-ended': [{ mainCase: '衢柯经营〔2026〕0001号' }],
  'note-held-closed': [{ licence: '浙衢危化经字〔2023〕000001' }],
  'note-renewal': [{ mainCase: '衢柯经营〔2028〕0002号' }],
  'note-renewed': [{ mainCase: '衢柯经营〔2028〕0002号' }],
  'note-renewal-over': [{ mainCase: '衢柯经营〔2028〕0002号' }],
  'cancel-licence': [
    { ground: 'request', ...reason, document: '柯应急注〔2026〕1号', publicSummary: '注销公告' },
  ],
  'revoke-licence': [
    {
      ...reason,
      remedies: refusal.remedies,
      decidedIn: '330802',
      document: '柯应急吊〔2026〕1号',
    },
  ],
  'suspend-licence': [
    {
      mainCase: '衢柯执法〔2026〕0001号',
      suspendedUntil: '2026-06-30',
      decidedIn: '330802',
      ...reason,
    },
  ],
  'continue-suspension': [
    { mainCase: '衢柯执法〔2026〕0001号', suspendedUntil: '2026-06-30' },
    { mainCase: '衢柯执法〔2026〕0001号', suspendedUntil: '2026-09-30' },
  ],
  'lift-suspension': [{ mainCase: '衢柯执法〔2026〕0001号', ...reason }],
  'annul-licence': ['fraud', 'office'].map((ground) => ({
    ground,
    ...reason,
    remedies: refusal.remedies,
    document: '柯应急撤〔2026〕1号',
  })),
  'replace-licence': [{ mainCase: '衢柯经营〔2026〕0002号', ...reason }],
  sign: [{}],
  return: ['preparing', 'opining', 'endorsing']
    .map((step) => ({ to: `handling.reviewing.${step}`, reason: '重新办理' }))
    .concat([{ to: 'handling.issuing', reason: '证载有误' }]),
}
