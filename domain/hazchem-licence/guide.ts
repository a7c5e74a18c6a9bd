// What of the guide to this licence can neither be drawn from its chart and forms nor from the rule book?

import { text } from '../language/words.ts'
import type { GuideDefinition } from '../model/guide-definition.ts'
import { kinds } from './application.ts'
import { papers } from './papers.ts'

const signed = text('电子件，加盖公章', 'Electronic copy under the seal of the enterprise')
const copy = text('电子件', 'Electronic copy')
const freshlyApplied = text(
  `${kinds.new.zh}、${kinds.reapplication.zh}`,
  `${kinds.new.en}, ${kinds.reapplication.en.toLowerCase()}`,
)
const inReview = ['promised-review', 'promised-decision']

export const guide: GuideDefinition = {
  organ: text(
    '县（市、区）应急管理局；经营剧毒、易制爆危险化学品的，有储存设施、加油加气站、仓储经营以及中央企业市级分公司，由市应急管理局办理',
    'The emergency management bureau of the county; that of the city for highly toxic chemicals and precursors of explosives, storage, petrol and gas stations, warehousing and city branches of central state enterprises',
  ),
  conditions: [
    {
      words: text(
        '有符合国家标准、行业标准的经营场所；储存危险化学品的，储存设施也符合标准',
        'Premises that meet the national and trade standards, and storage facilities that do where chemicals are stored',
      ),
      cites: [['hazchemRegulation', '34']],
    },
    {
      words: text('从业人员经过专业技术培训并考核合格', 'Staff trained in the trade and examined'),
      cites: [['hazchemRegulation', '34']],
    },
    {
      words: text('有健全的安全管理规章制度', 'Complete rules of safety management'),
      cites: [['hazchemRegulation', '34']],
    },
    {
      words: text('有专职安全管理人员', 'Safety managers who do nothing else'),
      cites: [['hazchemRegulation', '34']],
    },
    {
      words: text(
        '有符合国家规定的事故应急预案和必要的应急救援器材、设备',
        'An emergency plan and the equipment that it needs',
      ),
      cites: [['hazchemRegulation', '34']],
    },
    {
      words: text(
        '申请延期的，在许可证有效期届满三个月前提出',
        'For a renewal: applied for at least three months before the licence ends',
      ),
      cites: [['order55', '18']],
    },
    {
      words: text('未处于不得再次申请的限制期内', 'No bar on applying again'),
      cites: [['licensing', '78、79']],
    },
  ],
  materials: {
    form: { shape: signed, when: papers.form.when },
    premises: { shape: copy, when: papers.premises.when },
    qualifications: { shape: copy, when: papers.qualifications.when },
    systems: { shape: signed, when: papers.systems.when },
    storage: { shape: copy, when: papers.storage.when },
  },
  stages: {
    apply: [],
    accept: ['handling.receiving', 'handling.supplementing'],
    review: [
      ...['preparing', 'checking', 'reworking', 'expert-review', 'opining'].map(
        (name) => `handling.reviewing.${name}`,
      ),
      'hearing.possible',
      'hearing.telling',
      'hearing.told',
      'hearing.preparing',
      'hearing.notified',
      'joint.asking',
    ],
    decide: ['handling.reviewing.endorsing', 'handling.reviewing.deciding'],
    serve: ['handling.refusing', 'handling.issuing', 'handling.serving'],
  },
  limits: [
    { stage: 'accept', clock: 'acceptance', promised: ['promised-acceptance'] },
    { stage: 'review', clock: 'review', promised: inReview, when: freshlyApplied },
    { stage: 'review', clock: 'renewal-decision', promised: inReview, when: kinds.renewal },
    { stage: 'review', clock: 'change-decision', promised: [], when: kinds.change },
    {
      stage: 'review',
      clock: 'joint-decision',
      promised: [],
      when: text('联合办理的', 'When handled jointly'),
    },
    {
      stage: 'serve',
      clock: 'certificate-delivery',
      promised: ['promised-delivery'],
      when: text('准予许可的', 'When granted'),
    },
    {
      stage: 'serve',
      clock: 'refusal-notice',
      promised: [],
      when: text('不予许可的', 'When refused'),
    },
  ],
  special: [
    {
      words: text(
        '补正（受理前一次告知；收到补正材料之日起重新计算）',
        'Supplement before acceptance, asked for once; counted anew from its receipt',
      ),
      counted: false,
      cites: [['licensing', '32.1(4)']],
    },
    {
      words: text(
        '联合办理征求部门意见（审查期限改为四十五个工作日）',
        'Opinions of other authorities in joint handling; the review then has forty-five working days',
      ),
      counted: true,
      cites: [['licensing', '26、42']],
    },
  ],
  basis: [
    ['hazchemRegulation', '33、35'],
    ['order55', ''],
    ['licensing', ''],
  ],
  fees: text('不收费（行政许可法第58条）', 'Free of charge (Administrative Licensing Law art. 58)'),
  visits: {
    n: 0,
    words: text(
      '网上申请，结果邮寄或者电子送达；现场核查由审查人员上门',
      'Applied for online, served by post or electronically; reviewers come to you',
    ),
  },
  results: [{ event: 'issue-licence', validity: 'validity' }, { event: 'refuse' }],
}
