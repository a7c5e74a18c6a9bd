// Which periods run over the safety facilities of a construction project (三同时)?
import { text } from '../../language/words.ts'
import { family, notCounted, type Rule, step } from './rule.ts'
import {
  acceptance,
  decision,
  hazchemLawDay,
  head,
  issue,
  licensingPauses,
  receipt,
} from './terms.ts'

const process = 'three-simultaneities'
/** Its own order leaves the rework out too, by a text that nobody has confirmed. */
const leftOut = {
  pauses: { ...licensingPauses, ...notCounted(['order45', '12、18'], 'rework') },
  unconfirmedPauses: ['rework'],
} as const

const applications: Rule[] = [
  ...family(
    process,
    'acceptance',
    text('申请受理（补正告知）', 'Acceptance or notice to supplement'),
    { unit: 'WD', n: 5, start: receipt, roll: 'organ', onExpiry: 'deemedAccepted' },
    { from: '2004-07-01', cites: [['licensing', '32.1(4)、82']], confidence: 'V' },
  ),
  ...family(
    process,
    'certificate-delivery',
    text('送达批准文件', 'Delivery of the approval'),
    { unit: 'WD', n: 10, start: decision, roll: 'organ', onExpiry: 'escalate' },
    { from: '2004-07-01', cites: [['licensing', '44、82']], confidence: 'V' },
  ),
  ...family(
    process,
    'refusal-notice',
    text('送达不予批准决定', 'Delivery of the refusal'),
    {
      unit: 'WD',
      n: 10,
      start: decision,
      roll: 'organ',
      onExpiry: 'escalate',
      note: text(
        '法律仅规定准予许可的送达期限，不予批准的参照执行（待确认）',
        'The law names the approval only; a refusal is held to the same days (unconfirmed)',
      ),
    },
    { from: '2004-07-01', cites: [['licensing', '38、44、82']], confidence: 'M' },
  ),
  ...family(
    process,
    'promised-acceptance',
    text('受理（承诺时限）', 'Acceptance (promised limit)'),
    {
      unit: 'WD',
      n: 2,
      start: receipt,
      roll: 'organ',
      source: '北票 2023',
      note: text('承诺时限不替代法定时限', 'A promised limit stands beside the legal one'),
    },
    { from: '2023-01-01', cites: [['promise', '']], confidence: 'D' },
  ),
  ...family(
    process,
    'promised-decision',
    text('审查决定（承诺时限）', 'Decision (promised limit)'),
    {
      unit: 'WD',
      n: 8,
      start: acceptance,
      roll: 'organ',
      source: '北票 2023',
      pauses: licensingPauses,
      note: text('承诺时限不替代法定时限', 'A promised limit stands beside the legal one'),
    },
    { from: '2023-01-01', cites: [['promise', '']], confidence: 'D' },
  ),
]

const reviews: Rule[] = [
  ...family(
    process,
    'condition-review',
    text('危化品建设项目安全条件审查', 'Safety condition review (hazchem project)'),
    { unit: 'WD', n: 45, start: acceptance, roll: 'organ', ...leftOut, onExpiry: 'escalate' },
    {
      from: '2012-04-01',
      cites: [
        ['order45', '12'],
        ['licensing', '45、82'],
      ],
      confidence: 'V*',
    },
    {
      from: hazchemLawDay,
      cites: [
        ['order45', '12'],
        ['hazchemLaw', ''],
      ],
      confidence: 'M',
      pending: true,
    },
  ),
  ...family(
    process,
    'opinion-validity',
    text('安全条件审查意见书有效期', 'Validity of the safety condition opinion'),
    {
      unit: 'Y',
      n: 2,
      start: issue,
      roll: 'party',
      onExpiry: 'voidEffect',
      note: text(
        '逾期未开工的，意见书失效，须重新申请（待确认）',
        'Not started in time: void, apply again (unconfirmed)',
      ),
    },
    { from: '2012-04-01', cites: [['order45', '']], confidence: 'V*' },
    {
      from: '2021-01-01',
      cites: [
        ['order45', ''],
        ['civil', '202、203'],
      ],
      confidence: 'V*',
    },
    {
      from: hazchemLawDay,
      cites: [
        ['order45', ''],
        ['hazchemLaw', ''],
      ],
      confidence: 'M',
      pending: true,
    },
  ),
  ...family(
    process,
    'design-review',
    text('安全设施设计审查', 'Safety facility design review'),
    {
      unit: 'WD',
      n: 20,
      start: acceptance,
      roll: 'organ',
      pauses: licensingPauses,
      extend: [step(10, head, ['order36', '14'], ['licensing', '42'])],
      onExpiry: 'escalate',
      note: text('逾期不视为批准', 'No deemed approval on expiry'),
    },
    {
      from: '2011-02-01',
      cites: [
        ['order36', '14'],
        ['licensing', '42、82'],
      ],
      confidence: 'V*',
    },
  ),
  ...family(
    process,
    'hazchem-design-review',
    text('危化品建设项目安全设施设计审查', 'Safety facility design review (hazchem project)'),
    {
      unit: 'WD',
      n: 20,
      start: acceptance,
      roll: 'organ',
      ...leftOut,
      extend: [step(10, head, ['order45', '18'], ['licensing', '42'])],
      onExpiry: 'escalate',
    },
    {
      from: '2012-04-01',
      cites: [
        ['order45', '18'],
        ['licensing', '42、82'],
      ],
      confidence: 'M',
    },
    {
      from: hazchemLawDay,
      cites: [
        ['order45', '18'],
        ['hazchemLaw', ''],
      ],
      confidence: 'M',
      pending: true,
    },
  ),
]

export const threeSimultaneitiesRules: Rule[] = [...applications, ...reviews]
