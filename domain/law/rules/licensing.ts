// Which periods of the Administrative Licensing Law hold for every licence?
import { text } from '../../language/words.ts'
import { family, type Rule, step } from './rule.ts'
import {
  acceptance,
  decision,
  expiry,
  forceMajeure,
  head,
  licensingPauses,
  receipt,
} from './terms.ts'

const process = 'licensing'
const since = '2004-07-01'

const decisions: Rule[] = [
  ...family(
    process,
    'acceptance',
    text('受理（补正告知）', 'Acceptance or notice to supplement'),
    { unit: 'WD', n: 5, start: receipt, roll: 'organ', onExpiry: 'deemedAccepted' },
    { from: since, cites: [['licensing', '32.1(4)、82']], confidence: 'V' },
  ),
  ...family(
    process,
    'unsupplied-acceptance',
    text('逾期未补正后的受理决定', 'Acceptance without the supplement'),
    {
      unit: 'WD',
      n: 5,
      start: text('恢复受理审核', 'the end of waiting for the supplement'),
      roll: 'organ',
      onExpiry: 'escalate',
      note: text(
        '法律未另设期限，按受理期限执行（本系统约定）',
        'The law sets none of its own: that of acceptance is taken (a convention of the platform)',
      ),
    },
    { from: since, cites: [['licensing', '32']], confidence: 'D' },
  ),
  ...family(
    process,
    'decision',
    text('许可决定', 'Licence decision'),
    {
      unit: 'WD',
      n: 20,
      start: acceptance,
      roll: 'organ',
      pauses: licensingPauses,
      extend: [step(10, head, ['licensing', '42'])],
      onExpiry: 'escalate',
    },
    { from: since, cites: [['licensing', '42、82']], confidence: 'V' },
  ),
  ...family(
    process,
    'joint-decision',
    text('统一办理、联合办理、集中办理的许可决定', 'Decision handled jointly'),
    {
      unit: 'WD',
      n: 45,
      start: acceptance,
      roll: 'organ',
      pauses: licensingPauses,
      // The act that lengthens it asks for the approval itself.
      extend: [step(15, text('本级人民政府负责人', 'head of the government'), ['licensing', '42'])],
      onExpiry: 'escalate',
    },
    { from: since, cites: [['licensing', '42、82']], confidence: 'V' },
  ),
  ...family(
    process,
    'first-review',
    text('下级机关初审', 'First review by the lower organ'),
    {
      unit: 'WD',
      n: 20,
      start: acceptance,
      roll: 'organ',
      pauses: licensingPauses,
      onExpiry: 'escalate',
    },
    { from: since, cites: [['licensing', '43、82']], confidence: 'V' },
  ),
  ...family(
    process,
    'certificate-delivery',
    text('颁发、送达证件', 'Delivery of the certificate'),
    { unit: 'WD', n: 10, start: decision, roll: 'organ', onExpiry: 'escalate' },
    { from: since, cites: [['licensing', '44、82']], confidence: 'V' },
  ),
]

const hearings: Rule[] = [
  ...family(
    process,
    'hearing-request',
    text('申请听证', 'Request for a hearing'),
    {
      unit: 'WD',
      n: 5,
      start: text('被告知听证权利', 'being told the right to a hearing'),
      roll: 'party',
      pauses: forceMajeure,
      onExpiry: 'lapses',
    },
    { from: since, cites: [['licensing', '47、82']], confidence: 'V' },
  ),
  ...family(
    process,
    'hearing-organise',
    text('组织听证', 'Holding the hearing'),
    {
      unit: 'WD',
      n: 20,
      start: text('收到听证申请', 'receipt of the request'),
      roll: 'organ',
      onExpiry: 'escalate',
    },
    { from: since, cites: [['licensing', '47、82']], confidence: 'V' },
  ),
  ...family(
    process,
    'hearing-notice',
    text('听证通知（举行的七日前）', 'Hearing notice (7 days before)'),
    {
      unit: 'WD',
      n: 7,
      start: text('听证举行日', 'the day of the hearing'),
      roll: 'never',
      direction: 'backward',
    },
    { from: since, cites: [['licensing', '48、82']], confidence: 'V' },
  ),
]

const afterwards: Rule[] = [
  ...family(
    process,
    'renewal-application',
    text('延续申请（届满三十日前）', 'Renewal application (30 days before expiry)'),
    {
      unit: 'ND',
      n: 30,
      start: expiry,
      roll: 'never',
      direction: 'backward',
      alsoReadAs: 'WD',
      note: text(
        '申请人一方的“30日前”按自然日理解，部分机关按工作日',
        'Read as natural days for the applicant; some offices read working days',
      ),
    },
    { from: since, cites: [['licensing', '50']], confidence: 'V' },
  ),
  ...family(
    process,
    'reapply-bar-false',
    text('提供虚假材料：不得再次申请', 'False material: no new application'),
    { unit: 'Y', n: 1, start: text('不予受理或者不予许可', 'the refusal'), roll: 'never' },
    { from: since, cites: [['licensing', '78']], confidence: 'V' },
  ),
  ...family(
    process,
    'reapply-bar-fraud',
    text('骗取许可被撤销：不得再次申请', 'Licence obtained by fraud: no new application'),
    { unit: 'Y', n: 3, start: text('撤销许可', 'the revocation'), roll: 'never' },
    { from: since, cites: [['licensing', '79']], confidence: 'V' },
  ),
]

export const licensingRules: Rule[] = [...decisions, ...hearings, ...afterwards]
