// Which periods run over an administrative penalty case from filing to service?
import { text } from '../../language/words.ts'
import { evidenceRules, hearingRules, openingRules } from './enforcement-opening.ts'
import { transferRules } from './enforcement-transfer.ts'
import { family, notCounted, outsideStep, type Rule, step } from './rule.ts'
import { decision, lawOf1996, leader, order18Day, penalty2021Day } from './terms.ts'

const process = 'enforcement-case'

const usuallyLeftOut = ['appraisal', 'testing', 'inspection', 'hearing', 'announcement'] as const
/** 处罚法 27: while the police have the case no penalty may take its place; that the days are not counted is said by no article. */
const withPolice = { ...notCounted(['penalty2021', '27'], 'criminal-procedure') }
const withPoliceBefore = { ...notCounted(['transfer', ''], 'criminal-procedure') }
const caseClock = {
  unit: 'ND',
  start: text('立案', 'case filing'),
  roll: 'organ',
  onExpiry: 'escalate',
  unconfirmedPauses: [...usuallyLeftOut, 'criminal-procedure'],
  note: text(
    '鉴定、检测、听证、公告时间和移送公安机关期间不计入（前者为规章通行表述，后者无明文，待确认）',
    'Appraisal, testing, hearing, announcement and the time with the police not counted (the first four by usual wording, the last by no text: unconfirmed)',
  ),
} as const
const higher = text('上一级安全监管部门负责人', 'next higher bureau')
const stages = (...cite: Parameters<typeof step>[2][]) => [
  step(60, leader, ...cite),
  outsideStep(90, higher, ...cite),
]

const deciding: Rule[] = [
  ...family(
    process,
    'decision',
    text('案件办理（作出处罚决定）', 'Penalty decision (case clock)'),
    {
      ...caseClock,
      pauses: { ...notCounted(['order77', ''], ...usuallyLeftOut), ...withPolice },
      n: 30,
    },
    {
      from: '2008-01-01',
      cites: [['order15', '32']],
      confidence: 'V*',
      pauses: { ...notCounted(['order15', ''], ...usuallyLeftOut), ...withPoliceBefore },
      extend: stages(['order15', '32']),
    },
    {
      from: '2015-05-01',
      cites: [['order77', '32']],
      confidence: 'V*',
      pauses: { ...notCounted(['order77', ''], ...usuallyLeftOut), ...withPoliceBefore },
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
]

export const enforcementCaseRules: Rule[] = [
  ...openingRules,
  ...evidenceRules,
  ...hearingRules,
  ...deciding,
  ...transferRules,
]
