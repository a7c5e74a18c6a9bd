// Which periods run over special equipment: registration, inspection, lifts, cylinders, accidents?
import { type Text, text } from '../../language/words.ts'
import type { Cite } from './norms.ts'
import { type Confidence, family, notCounted, type Rule } from './rule.ts'
import { acceptance, expiry, issue, licensingPauses } from './terms.ts'

const process = 'special-equipment'

const duties: Rule[] = [
  ...family(
    process,
    'registration',
    text('使用登记（投入使用后）', 'Use registration after putting into use'),
    { unit: 'ND', n: 30, start: text('投入使用', 'putting into use'), roll: 'party' },
    { from: '2014-01-01', cites: [['specialLaw', '33']], confidence: 'V' },
  ),
  ...family(
    process,
    'inspection-application',
    text('定期检验申请（届满1个月前）', 'Application for inspection (1 month before)'),
    {
      unit: 'M',
      n: 1,
      start: expiry,
      roll: 'never',
      direction: 'backward',
      note: text('未经检验或者逾期的不得继续使用', 'Overdue: must not be used'),
    },
    { from: '2014-01-01', cites: [['specialLaw', '40']], confidence: 'V' },
  ),
  ...family(
    process,
    'licence-decision',
    text('许可决定', 'Licence decision'),
    {
      unit: 'WD',
      n: 30,
      start: acceptance,
      roll: 'organ',
      pauses: { ...licensingPauses, ...notCounted(['licensing', '45'], 'expert-review') },
      onExpiry: 'escalate',
    },
    {
      from: '2014-01-01',
      cites: [
        ['specialLaw', '59'],
        ['licensing', '82'],
      ],
      confidence: 'V',
    },
  ),
  ...family(
    process,
    're-check',
    text('收到整改报告后复查', 'Re-check after the rectification report'),
    {
      unit: 'WD',
      n: 10,
      start: text('收到整改报告', 'receipt of the report'),
      roll: 'organ',
      onExpiry: 'escalate',
    },
    { from: '2022-07-01', cites: [['specialInspection', '']], confidence: 'V' },
  ),
  ...family(
    process,
    'operator-certificate-validity',
    text('作业人员证有效期', 'Operator certificate'),
    { unit: 'Y', n: 4, start: issue, roll: 'never', onExpiry: 'voidEffect' },
    { from: '2011-07-01', cites: [['specialRegulation', '']], confidence: 'M' },
  ),
]

const lift = (
  name: string,
  title: Text,
  unit: 'H' | 'ND' | 'WD',
  n: number,
  start: Text,
  cite: Cite,
  confidence: Confidence,
): Rule[] =>
  family(
    process,
    name,
    title,
    { unit, n, start, roll: unit === 'WD' ? 'organ' : 'never', onExpiry: 'escalate' },
    { from: '2009-05-01', cites: [cite], confidence },
  )
const maintenance = (name: string, title: Text, unit: 'M' | 'Y', n: number): Rule[] =>
  family(
    process,
    `lift-maintenance-${name}`,
    title,
    { unit, n, start: text('上次维保', 'the last maintenance'), roll: 'never' },
    { from: '2009-05-01', cites: [['specialRegulation', '31']], confidence: 'V*' },
  )
const call = text('接到困人报警', 'the call')
const reported = text('接到报告', 'receipt of the report')

const liftsAndAccidents: Rule[] = [
  ...lift(
    'lift-maintenance',
    text('电梯维护保养', 'Lift maintenance'),
    'ND',
    15,
    text('上次维保', 'the last maintenance'),
    ['specialRegulation', '31'],
    'V',
  ),
  ...maintenance('quarterly', text('电梯季度维护保养', 'Lift maintenance, quarterly'), 'M', 3),
  ...maintenance('half-yearly', text('电梯半年维护保养', 'Lift maintenance, half-yearly'), 'M', 6),
  ...maintenance('yearly', text('电梯年度维护保养', 'Lift maintenance, yearly'), 'Y', 1),
  // No norm counts this minute: the desk does [D].
  ...family(
    process,
    'trapped-call-back',
    text('电梯困人回拨安抚', 'Trapped passengers: called back'),
    {
      unit: 'MIN',
      n: 1,
      start: call,
      roll: 'never',
      onExpiry: 'escalate',
      note: text(
        '无全国统一数字，暂定1分钟，为可配置的默认值',
        'No national number exists: 1 minute for the time being, configurable',
      ),
    },
    { from: '2009-05-01', cites: [['design', '']], confidence: 'D' },
  ),
  ...lift(
    'trapped-rescue',
    text('电梯困人救援到场', 'Trapped passengers: on site'),
    'H',
    0.5,
    call,
    ['specialLocal', ''],
    'V',
  ),
  ...lift(
    'trapped-rescue-remote',
    text('电梯困人救援到场（其他区域）', 'Trapped passengers: on site (elsewhere)'),
    'H',
    1,
    call,
    ['specialLocal', ''],
    'V',
  ),
  ...lift(
    'trapped-accident',
    text('电梯困人构成一般事故', 'Trapped so long that it is an accident'),
    'H',
    2,
    text('困人', 'being trapped'),
    ['specialRegulation', '64'],
    'V',
  ),
  ...lift(
    'lift-accident-report',
    text('电梯事故报告', 'Lift accident report'),
    'H',
    1,
    text('事故发生', 'the accident'),
    ['specialLocal', ''],
    'V',
  ),
  ...lift(
    'local-inspection-arrangement',
    text('安排电梯检验', 'Arranging a lift inspection'),
    'WD',
    5,
    acceptance,
    ['specialLocal', ''],
    'V*',
  ),
  ...lift(
    'local-inspection-report',
    text('出具电梯检验报告', 'Lift inspection report'),
    'WD',
    10,
    text('检验完成', 'the inspection'),
    ['specialLocal', ''],
    'V*',
  ),
  ...lift(
    'unit-report',
    text('事故单位报告', 'Accident report by the unit'),
    'H',
    1,
    reported,
    ['specialRegulation', ''],
    'V*',
  ),
  ...lift(
    'level-report',
    text('逐级上报（每级）', 'Report to the next level'),
    'H',
    2,
    reported,
    ['specialRegulation', ''],
    'V*',
  ),
  ...lift(
    'casualty-supplement',
    text('伤亡人数变化补报', 'Supplement of casualties'),
    'ND',
    30,
    text('事故发生', 'the accident'),
    ['specialRegulation', ''],
    'V*',
  ),
]

const cycle = (name: string, title: Text, n: number, start: Text): Rule[] =>
  family(
    process,
    name,
    title,
    { unit: 'Y', n, start, roll: 'never', onExpiry: 'voidEffect' },
    { from: '2000-01-01', cites: [['cylinders', '']], confidence: 'V*' },
  )
const lastInspection = text('上次检验', 'the last inspection')
const made = text('制造', 'manufacture')

const cylinders: Rule[] = [
  ...cycle(
    'cylinder-inert',
    text('惰性、氮气、高纯气体气瓶检验周期', 'Cylinders: inert, nitrogen, high purity'),
    5,
    lastInspection,
  ),
  ...cycle(
    'cylinder-corrosive',
    text('腐蚀性、潜水、海上气瓶检验周期', 'Cylinders: corrosive, diving, sea'),
    2,
    lastInspection,
  ),
  ...cycle(
    'cylinder-other',
    text('其他气瓶检验周期（含氧气、乙炔）', 'Cylinders: other'),
    3,
    lastInspection,
  ),
  ...cycle(
    'cylinder-lpg',
    text('液化石油气钢瓶检验周期', 'LPG steel cylinders'),
    4,
    lastInspection,
  ),
  ...cycle(
    'cylinder-lpg-design-life',
    text('液化石油气钢瓶设计使用年限', 'LPG steel cylinders: design life'),
    8,
    made,
  ),
  ...cycle(
    'cylinder-lpg-scrap',
    text('液化石油气钢瓶报废（评估延长一次）', 'LPG steel cylinders: scrap'),
    12,
    made,
  ),
]

export const specialEquipmentRules: Rule[] = [...duties, ...liftsAndAccidents, ...cylinders]
