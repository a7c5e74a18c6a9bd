// Which periods run from the filing of an administrative penalty case to its hearing?
import { text } from '../../language/words.ts'
import { family, notCounted, type Rule, step } from './rule.ts'
import { decision, forceMajeure, lawOf1996, leader, order18Day, penalty2021Day } from './terms.ts'

const process = 'enforcement-case'
const pendingNote = text(
  '应急令18号文本未载入，沿用旧数字',
  'Text of Order 18 not loaded: the old number stands',
)

/** 令15/77 until Order 18. */
const measures = (articles: string, confidence: 'V*' | 'M') =>
  [
    { from: '2008-01-01', cites: [['order15', articles]], confidence },
    { from: '2015-05-01', cites: [['order77', articles]], confidence },
    {
      from: order18Day,
      cites: [
        ['order18', ''],
        ['order77', articles],
      ],
      confidence: 'M',
      pending: true,
      note: pendingNote,
    },
  ] as const

export const openingRules: Rule[] = [
  ...family(
    process,
    'urgent-filing',
    text('紧急情况先行调查后补办立案', 'Filing after urgent first measures'),
    { unit: 'ND', n: 5, start: text('采取措施', 'the measure'), roll: 'organ' },
    ...measures('23', 'V*'),
  ),
  ...family(
    process,
    'on-the-spot-filing',
    text('当场处罚决定备案', 'Filing an on-the-spot decision'),
    { unit: 'ND', n: 5, start: decision, roll: 'organ' },
    ...measures('', 'V*'),
  ),
  ...family(
    process,
    'limitation',
    text('追责时效', 'Limitation'),
    {
      unit: 'Y',
      n: 2,
      start: text('违法行为发生或者终了', 'the act or its end'),
      roll: 'never',
      onExpiry: 'lapses',
    },
    { from: lawOf1996, cites: [['penalty1996', '29']], confidence: 'V*' },
    { from: penalty2021Day, cites: [['penalty2021', '36']], confidence: 'V' },
  ),
  ...family(
    process,
    'limitation-serious',
    text(
      '追责时效（涉及生命健康安全、金融安全且有危害后果）',
      'Limitation (life, health or financial safety, with harm)',
    ),
    {
      unit: 'Y',
      n: 5,
      start: text('违法行为发生或者终了', 'the act or its end'),
      roll: 'never',
      onExpiry: 'lapses',
    },
    { from: penalty2021Day, cites: [['penalty2021', '36']], confidence: 'V' },
  ),
]

export const evidenceRules: Rule[] = [
  ...family(
    process,
    'evidence-disposal',
    text('先行登记保存证据的处理', 'Disposal of registered evidence'),
    {
      unit: 'WD',
      n: 7,
      start: text('先行登记保存', 'the registration'),
      roll: 'organ',
      onExpiry: 'lifts',
    },
    { from: lawOf1996, cites: [['penalty1996', '37']], confidence: 'V*', unit: 'ND' },
    { from: penalty2021Day, cites: [['penalty2021', '56、85']], confidence: 'V' },
  ),
  ...family(
    process,
    'seizure',
    text('查封、扣押期限', 'Seal-up or seizure'),
    {
      unit: 'ND',
      n: 30,
      start: text('查封、扣押', 'the seizure'),
      roll: 'never',
      onExpiry: 'lifts',
      pauses: notCounted(
        ['coercion', '25'],
        'testing',
        'inspection',
        'quarantine',
        'technical-appraisal',
        'appraisal',
      ),
      extend: [step(30, leader, ['coercion', '25'])],
    },
    {
      from: '2002-11-01',
      cites: [['safety2002', '']],
      confidence: 'V*',
      n: 15,
      pauses: {},
      extend: [],
    },
    { from: '2012-01-01', cites: [['coercion', '25、28']], confidence: 'V' },
  ),
  ...family(
    process,
    'coercion-report',
    text('当场实施强制措施后报告并补办批准', 'Report after on-the-spot coercion'),
    {
      unit: 'H',
      n: 24,
      start: text('实施强制措施', 'the measure'),
      roll: 'never',
      onExpiry: 'escalate',
    },
    { from: '2012-01-01', cites: [['coercion', '19']], confidence: 'V' },
  ),
]

export const hearingRules: Rule[] = [
  ...family(
    process,
    'statement-window',
    text('陈述、申辩', 'Statement and defence'),
    {
      unit: 'ND',
      n: 3,
      start: text('告知书送达', 'service of the notice'),
      roll: 'party',
      onExpiry: 'lapses',
      pauses: forceMajeure,
    },
    ...measures('18', 'M'),
  ),
  ...family(
    process,
    'statement-window-with-hearing',
    text('陈述、申辩（有听证权的）', 'Statement and defence (hearing offered)'),
    {
      unit: 'WD',
      n: 5,
      start: text('告知书送达', 'service of the notice'),
      roll: 'party',
      onExpiry: 'lapses',
      pauses: forceMajeure,
    },
    { from: penalty2021Day, cites: [['design', '']], confidence: 'D' },
  ),
  ...family(
    process,
    'hearing-request',
    text('要求听证', 'Request for a hearing'),
    {
      unit: 'WD',
      n: 5,
      start: text('听证告知书送达', 'service of the hearing notice'),
      roll: 'party',
      onExpiry: 'lapses',
      pauses: forceMajeure,
    },
    { from: lawOf1996, cites: [['penalty1996', '42']], confidence: 'V*', unit: 'ND', n: 3 },
    { from: penalty2021Day, cites: [['penalty2021', '64、85']], confidence: 'V' },
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
    { from: lawOf1996, cites: [['penalty1996', '42']], confidence: 'V*', unit: 'ND' },
    { from: penalty2021Day, cites: [['penalty2021', '64、85']], confidence: 'V' },
  ),
  ...family(
    process,
    'hearing-hold',
    text('举行听证', 'Holding the hearing'),
    {
      unit: 'ND',
      n: 15,
      start: text('收到听证要求', 'the request'),
      roll: 'organ',
      onExpiry: 'escalate',
    },
    ...measures('', 'M'),
  ),
]
