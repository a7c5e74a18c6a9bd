// Which periods run over an administrative penalty case from filing to service?
import { text } from '../../language/words.ts'
import { family, notCounted, type Rule, step } from './rule.ts'
import { decision, forceMajeure, leader, order18Day, penalty2021Day } from './terms.ts'

const process = 'enforcement-case'
const lawOf1996 = '1996-10-01'
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

const opening: Rule[] = [
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

const evidence: Rule[] = [
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

const hearing: Rule[] = [
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

const usuallyLeftOut = ['appraisal', 'testing', 'inspection', 'hearing', 'announcement'] as const
const caseClock = {
  unit: 'ND',
  start: text('立案', 'case filing'),
  roll: 'organ',
  onExpiry: 'escalate',
  unconfirmedPauses: usuallyLeftOut,
  note: text(
    '鉴定、检测、听证、公告时间不计入（规章通行表述，待确认）',
    'Appraisal, testing, hearing and announcement not counted (usual wording, unconfirmed)',
  ),
} as const
const higher = text('上一级安全监管部门负责人', 'next higher bureau')
const stages = (...cite: Parameters<typeof step>[2][]) => [
  step(60, leader, ...cite),
  step(90, higher, ...cite),
]

const deciding: Rule[] = [
  ...family(
    process,
    'decision',
    text('案件办理（作出处罚决定）', 'Penalty decision (case clock)'),
    { ...caseClock, pauses: notCounted(['order77', ''], ...usuallyLeftOut), n: 30 },
    {
      from: '2008-01-01',
      cites: [['order15', '32']],
      confidence: 'V*',
      pauses: notCounted(['order15', ''], ...usuallyLeftOut),
      extend: stages(['order15', '32']),
    },
    {
      from: '2015-05-01',
      cites: [['order77', '32']],
      confidence: 'V*',
      extend: stages(['order77', '32']),
    },
    {
      from: penalty2021Day,
      cites: [
        ['order77', '32'],
        ['penalty2021', '60'],
      ],
      confidence: 'V*',
      extend: stages(['order77', '32']),
    },
    {
      from: order18Day,
      cites: [
        ['penalty2021', '60'],
        ['order18', ''],
      ],
      confidence: 'M',
      pending: true,
      n: 90,
      note: text(
        '应急令18号文本未载入，按处罚法第60条默认90日',
        'Text of Order 18 not loaded: default 90 days of Art. 60',
      ),
    },
  ),
  ...family(
    process,
    'service',
    text('决定书送达', 'Service of the decision'),
    { unit: 'WD', n: 7, start: decision, roll: 'organ' },
    { from: lawOf1996, cites: [['penalty1996', '40']], confidence: 'V*', unit: 'ND' },
    { from: penalty2021Day, cites: [['penalty2021', '61、85']], confidence: 'V' },
  ),
  ...family(
    process,
    'announcement-service',
    text('公告送达', 'Service by announcement'),
    { unit: 'ND', n: 30, start: text('发出公告', 'the announcement'), roll: 'never' },
    { from: '1991-04-09', cites: [['civilProcedure', '']], confidence: 'M', n: 60 },
    { from: '2022-01-01', cites: [['civilProcedure', '95']], confidence: 'V' },
  ),
  ...family(
    process,
    'publication',
    text('处罚信息公示', 'Publication of the penalty'),
    { unit: 'WD', n: 7, start: decision, roll: 'organ' },
    { from: '2021-09-01', cites: [['safety', '78']], confidence: 'V' },
  ),
  ...family(
    process,
    'publication-withdrawal',
    text('撤回公示信息', 'Withdrawal of a publication'),
    {
      unit: 'WD',
      n: 3,
      start: text('决定被变更、撤销、确认违法或者无效', 'the annulment'),
      roll: 'organ',
    },
    { from: penalty2021Day, cites: [['penalty2021', '48、85']], confidence: 'V' },
  ),
  ...family(
    process,
    'transfer-decision',
    text('移送涉嫌犯罪案件的决定', 'Decision to transfer to the police'),
    {
      unit: 'ND',
      n: 3,
      start: text('接到移送报告', 'the report'),
      roll: 'never',
      onExpiry: 'escalate',
    },
    { from: '2001-07-09', cites: [['transfer', '5']], confidence: 'V' },
  ),
  ...family(
    process,
    'transfer',
    text('向公安机关移送', 'Transfer to the police'),
    {
      unit: 'H',
      n: 24,
      start: text('决定移送', 'the decision to transfer'),
      roll: 'never',
      onExpiry: 'escalate',
    },
    { from: '2001-07-09', cites: [['transfer', '5']], confidence: 'V' },
  ),
  ...family(
    process,
    'police-review',
    text('公安机关审查', 'Review by the police'),
    { unit: 'ND', n: 3, start: text('公安机关接受移送', 'receipt by the police'), roll: 'never' },
    { from: '2001-07-09', cites: [['transfer', '8']], confidence: 'V' },
  ),
]

export const enforcementCaseRules: Rule[] = [...opening, ...evidence, ...hearing, ...deciding]
