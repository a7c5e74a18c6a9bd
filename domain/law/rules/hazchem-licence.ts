// Which periods run over a hazardous-chemicals business licence and its neighbour, the safety production licence?
import { text } from '../../language/words.ts'
import { doubtfulStep, family, notCounted, type Rule } from './rule.ts'
import {
  acceptance,
  decision,
  expiry,
  hazchemLawDay,
  head,
  issue,
  licensingPauses,
  receipt,
} from './terms.ts'

const process = 'hazchem-licence'
const since = '2012-09-01'
const reviewPauses = {
  ...licensingPauses,
  ...notCounted(['order55', '11'], 'site-check', 'rework'),
}
/** 令55 is silent about it, so only the general article can carry it. */
const extendNote = text(
  '延长依据为许可法42的一般规定，令55未作规定，使用前须由法制人员确认',
  'The extension rests on the general article 42 of the Licensing Law; Order 55 is silent: a lawyer must confirm it',
)
const extend = [doubtfulStep(extendNote, 10, head, ['licensing', '42'])]
const facilities = text('储存设施竣工验收合格', 'acceptance of the storage facility')

/** 令55 until the new law, then the same number with the law pending. */
const order55 = (articles: string, confidence: 'V*' | 'M' = 'V*') =>
  [
    { from: since, cites: [['order55', articles]], confidence },
    {
      from: hazchemLawDay,
      cites: [
        ['order55', articles],
        ['hazchemLaw', ''],
      ],
      confidence: 'M',
      pending: true,
    },
  ] as const

const application: Rule[] = [
  ...family(
    process,
    'acceptance',
    text('申请受理（补正告知）', 'Acceptance or notice to supplement'),
    { unit: 'WD', n: 5, start: receipt, roll: 'organ', onExpiry: 'deemedAccepted' },
    { from: '2004-07-01', cites: [['licensing', '32.1(4)、82']], confidence: 'V' },
  ),
  ...family(
    process,
    'review',
    text('经营许可证审查决定', 'Review and decision'),
    {
      unit: 'WD',
      n: 30,
      start: acceptance,
      roll: 'organ',
      pauses: reviewPauses,
      extend,
      onExpiry: 'escalate',
      note: extendNote,
    },
    ...order55('11'),
  ),
  ...family(
    process,
    'certificate-delivery',
    text('颁发、送达许可证', 'Delivery of the licence'),
    { unit: 'WD', n: 10, start: decision, roll: 'organ', onExpiry: 'escalate' },
    { from: '2004-07-01', cites: [['licensing', '44、82']], confidence: 'V' },
  ),
  ...family(
    process,
    'refusal-notice',
    text('不予许可书面告知', 'Notice of refusal'),
    { unit: 'WD', n: 10, start: decision, roll: 'organ', onExpiry: 'escalate' },
    ...order55('', 'M'),
  ),
  ...family(
    process,
    'validity',
    text('经营许可证有效期', 'Validity of the licence'),
    { unit: 'Y', n: 3, start: issue, roll: 'never', onExpiry: 'voidEffect' },
    ...order55(''),
  ),
]

const change: Rule[] = [
  ...family(
    process,
    'change-filing',
    text(
      '申请变更（企业名称、主要负责人、注册地址等）',
      'Filing a change of name, principal or address',
    ),
    { unit: 'WD', n: 20, start: text('变更', 'the change'), roll: 'party', onExpiry: 'alertOnly' },
    ...order55('14'),
  ),
  ...family(
    process,
    'change-decision',
    text('变更决定', 'Decision on a change'),
    {
      unit: 'WD',
      n: 10,
      start: receipt,
      roll: 'organ',
      onExpiry: 'escalate',
      note: text('许可证有效期不变', 'The expiry date stays'),
      pauses: notCounted(['licensing', '45'], 'hearing'),
    },
    ...order55('15'),
  ),
  ...family(
    process,
    'storage-change-filing',
    text('新建、改建、扩建储存设施后申请变更', 'Filing a change after new storage'),
    { unit: 'WD', n: 20, start: facilities, roll: 'party' },
    ...order55('16'),
  ),
]

const renewal: Rule[] = [
  ...family(
    process,
    'renewal-application',
    text('延期申请（届满3个月前）', 'Renewal application (3 months before expiry)'),
    {
      unit: 'M',
      n: 3,
      start: expiry,
      roll: 'never',
      direction: 'backward',
      note: text(
        '至少提前3个月；逾期提出的，不推定视为准予延续',
        'At least 3 months before; a late filing has no assumed deemed effect',
      ),
    },
    ...order55('18'),
  ),
  ...family(
    process,
    'renewal-decision',
    text('延期审查决定', 'Decision on renewal'),
    {
      unit: 'WD',
      n: 30,
      start: acceptance,
      roll: 'organ',
      pauses: reviewPauses,
      extend,
      onExpiry: 'deemedRenewed',
      note: text(
        '有效期届满未作决定的，视为准予延续（许可法50）',
        'No decision by expiry of the licence: deemed renewed (Licensing Law 50)',
      ),
    },
    ...order55('20', 'M'),
  ),
]

const promise = text('承诺时限不替代法定时限', 'A promised limit stands beside the legal one')
const promised = (
  step: string,
  zh: string,
  en: string,
  n: number,
  start: typeof receipt,
  pauses: Rule['pauses'] = {},
): Rule[] =>
  family(
    process,
    `promised-${step}`,
    text(`${zh}（承诺时限）`, `${en} (promised limit)`),
    { unit: 'WD', n, start, roll: 'organ', pauses, note: promise, source: '巩义' },
    { from: '2020-01-01', cites: [['promise', '']], confidence: 'D' },
  )

const promises: Rule[] = [
  ...promised('acceptance', '受理', 'Acceptance', 2, receipt),
  ...promised('review', '审查', 'Review', 10, acceptance, licensingPauses),
  ...promised(
    'decision',
    '决定',
    'Decision',
    2,
    text('审查完成', 'the end of the review'),
    licensingPauses,
  ),
  ...promised('delivery', '送达', 'Delivery', 1, decision),
]

const production: Rule[] = [
  ...family(
    process,
    'production-licence-decision',
    text('安全生产许可证审查决定', 'Safety production licence: decision'),
    {
      unit: 'WD',
      n: 45,
      start: receipt,
      roll: 'organ',
      pauses: licensingPauses,
      onExpiry: 'escalate',
    },
    {
      from: '2004-07-01',
      cites: [
        ['productionLicence', '7'],
        ['licensing', '82'],
      ],
      confidence: 'V',
    },
  ),
  ...family(
    process,
    'production-licence-validity',
    text('安全生产许可证有效期', 'Safety production licence: validity'),
    { unit: 'Y', n: 3, start: issue, roll: 'never', onExpiry: 'voidEffect' },
    { from: '2004-01-13', cites: [['productionLicence', '9']], confidence: 'V' },
  ),
  ...family(
    process,
    'production-licence-renewal-application',
    text('安全生产许可证延期申请（届满3个月前）', 'Safety production licence: renewal application'),
    {
      unit: 'M',
      n: 3,
      start: expiry,
      roll: 'never',
      direction: 'backward',
      note: text(
        '有效期内未发生死亡事故的，可不再审查',
        'No fatal accident: may be renewed without re-review',
      ),
    },
    { from: '2004-01-13', cites: [['productionLicence', '9']], confidence: 'V' },
  ),
]

export const hazchemLicenceRules: Rule[] = [
  ...application,
  ...change,
  ...renewal,
  ...promises,
  ...production,
]
