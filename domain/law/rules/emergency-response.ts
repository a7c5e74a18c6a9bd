// Which periods run over an accident: report, rescue, investigation, follow-up?
import { type Text, text } from '../../language/words.ts'
import type { Cite } from './norms.ts'
import { type Confidence, family, notCounted, outsideStep, type Rule } from './rule.ts'

const process = 'emergency-response'
const accident = text('事故发生', 'the accident')
const received = text('接到报告', 'receipt of the report')
const government = text('负责事故调查的人民政府', 'investigating government')

/** Report clocks: hours from the recorded minute, never rolled, never paused. */
const report = (
  name: string,
  title: Text,
  n: number,
  start: Text,
  from: string,
  cite: Cite,
  confidence: Confidence,
): Rule[] =>
  family(
    process,
    name,
    title,
    { unit: 'H', n, start, roll: 'never', onExpiry: 'escalate' },
    { from, cites: [cite], confidence },
  )

const reports: Rule[] = [
  ...report(
    'unit-report',
    text('事故单位负责人报告', 'Report by the head of the unit'),
    1,
    text('单位负责人接到报告', 'the head being told'),
    '2007-06-01',
    ['order493', '9'],
    'V',
  ),
  ...report(
    'level-report',
    text('逐级上报（每级）', 'Report to the next level (each level)'),
    2,
    received,
    '2007-06-01',
    ['order493', '10、11'],
    'V',
  ),
  ...report(
    'province-phone',
    text('较大以上事故电话快报省级', 'Phone report to the province (larger and above)'),
    1,
    received,
    '2009-07-01',
    ['order21', '8'],
    'V*',
  ),
  ...report(
    'ministry-phone',
    text('重大以上事故电话快报应急管理部', 'Phone report to the ministry (major and above)'),
    1,
    received,
    '2009-07-01',
    ['order21', '9'],
    'M',
  ),
  ...report(
    'info-phone',
    text('政府值班信息电话报告', 'Information channel: phone'),
    0.5,
    received,
    '2009-07-01',
    ['local', ''],
    'M',
  ),
  ...report(
    'info-written',
    text('政府值班信息书面报告', 'Information channel: written'),
    1,
    received,
    '2009-07-01',
    ['local', ''],
    'M',
  ),
  ...report(
    'info-state',
    text('特别重大、重大事件报国务院', 'Special and major events to the State Council'),
    4,
    text('事件发生', 'the event'),
    '2006-01-08',
    ['plan2006', ''],
    'M',
  ),
  ...report(
    'continued-report',
    text('续报（较大以下每日至少1次）', 'Continued report (up to larger: daily)'),
    24,
    text('上次报告', 'the last report'),
    '2009-07-01',
    ['order21', ''],
    'M',
  ),
  ...report(
    'continued-report-major',
    text('续报（重大以上每日至少2次）', 'Continued report (major and above: twice a day)'),
    12,
    text('上次报告', 'the last report'),
    '2009-07-01',
    ['order21', ''],
    'M',
  ),
  ...report(
    'verification',
    text('接警回访核实', 'Call-back after an alarm'),
    0.25,
    text('接报', 'the alarm'),
    '2007-06-01',
    ['design', ''],
    'D',
  ),
]

/** No norm counts these minutes: the command does [D]. */
const orders: Rule[] = family(
  process,
  'order-receipt',
  text('指令签收', 'Receipt of an order'),
  {
    unit: 'MIN',
    n: 5,
    start: text('下达指令', 'the order'),
    roll: 'never',
    onExpiry: 'escalate',
  },
  { from: '2019-04-01', cites: [['design', '']], confidence: 'D' },
)

const casualties: Rule[] = [
  ...family(
    process,
    'casualty-supplement',
    text('伤亡人数变化补报', 'Supplement of casualties'),
    { unit: 'ND', n: 30, start: accident, roll: 'never', onExpiry: 'frozen' },
    { from: '2007-06-01', cites: [['order493', '13']], confidence: 'V' },
  ),
  ...family(
    process,
    'casualty-supplement-traffic-fire',
    text('伤亡人数变化补报（道路交通、火灾）', 'Supplement of casualties (road, fire)'),
    { unit: 'ND', n: 7, start: accident, roll: 'never', onExpiry: 'frozen' },
    { from: '2007-06-01', cites: [['order493', '13']], confidence: 'V' },
  ),
  ...family(
    process,
    'tip-verification',
    text('上级转办举报核查', 'Verification of a tip from above'),
    { unit: 'M', n: 2, start: text('接到转办', 'receipt'), roll: 'organ', onExpiry: 'escalate' },
    { from: '2009-07-01', cites: [['order21', '']], confidence: 'M' },
  ),
]

const investigation: Rule[] = [
  ...family(
    process,
    'investigation',
    text('提交事故调查报告', 'Investigation report'),
    {
      unit: 'ND',
      n: 60,
      start: accident,
      roll: 'organ',
      onExpiry: 'escalate',
      pauses: notCounted(['order493', '27'], 'technical-appraisal', 'appraisal'),
      extend: [outsideStep(60, government, ['order493', '29'])],
    },
    { from: '2007-06-01', cites: [['order493', '29']], confidence: 'V' },
  ),
  ...family(
    process,
    'reply',
    text('事故调查报告批复', 'Reply to the report'),
    {
      unit: 'ND',
      n: 15,
      start: text('收到调查报告', 'receipt of the report'),
      roll: 'organ',
      onExpiry: 'escalate',
    },
    { from: '2007-06-01', cites: [['order493', '32']], confidence: 'V' },
  ),
  ...family(
    process,
    'reply-extra-major',
    text('特别重大事故调查报告批复', 'Reply (extra-major accident)'),
    {
      unit: 'ND',
      n: 30,
      start: text('收到调查报告', 'receipt of the report'),
      roll: 'organ',
      onExpiry: 'escalate',
      extend: [outsideStep(30, government, ['order493', '32'])],
    },
    { from: '2007-06-01', cites: [['order493', '32']], confidence: 'V' },
  ),
  ...family(
    process,
    'evaluation',
    text('事故整改和防范措施落实情况评估', 'Evaluation of the follow-up'),
    { unit: 'Y', n: 1, start: text('批复', 'the reply'), roll: 'organ', onExpiry: 'escalate' },
    { from: '2021-09-01', cites: [['safety', '86']], confidence: 'V' },
  ),
]

const publication: Rule[] = family(
  process,
  'publication',
  text('事故处理情况公布', 'Publication of the outcome'),
  { unit: 'WD', n: 20, start: text('批复', 'the reply'), roll: 'organ', onExpiry: 'escalate' },
  { from: '2019-05-15', cites: [['disclosure', '26']], confidence: 'M' },
)

const lastDrill = text('上次演练', 'the last drill')
const preparedness: Rule[] = [
  ...family(
    process,
    'drill-government',
    text('政府及部门应急演练', 'Drill by governments and bureaus'),
    { unit: 'Y', n: 2, start: lastDrill, roll: 'never' },
    { from: '2019-04-01', cites: [['order708', '8']], confidence: 'V' },
  ),
  ...family(
    process,
    'drill-unit',
    text('高危单位应急演练', 'Drill by high-risk units'),
    { unit: 'M', n: 6, start: lastDrill, roll: 'never' },
    { from: '2019-04-01', cites: [['order708', '8']], confidence: 'V' },
  ),
  // 预案办法 33: what a unit owes that is of no high risk, by the kind of its plan.
  ...family(
    process,
    'drill-plan',
    text('生产经营单位综合或者专项预案演练', 'Drill of a comprehensive or special plan'),
    { unit: 'Y', n: 1, start: lastDrill, roll: 'never' },
    { from: '2019-09-01', cites: [['plans', '33']], confidence: 'V*' },
  ),
  ...family(
    process,
    'drill-on-site',
    text('生产经营单位现场处置方案演练', 'Drill of an on-site plan'),
    { unit: 'M', n: 6, start: lastDrill, roll: 'never' },
    { from: '2019-09-01', cites: [['plans', '33']], confidence: 'V*' },
  ),
  ...family(
    process,
    'plan-filing',
    text('应急预案备案', 'Filing of the emergency plan'),
    { unit: 'WD', n: 20, start: text('预案公布', 'publication of the plan'), roll: 'party' },
    { from: '2019-09-01', cites: [['plans', '']], confidence: 'V*' },
  ),
  ...family(
    process,
    'plan-check',
    text('应急预案备案审查', 'Check of the filed plan'),
    {
      unit: 'WD',
      n: 5,
      start: text('收到备案材料', 'receipt'),
      roll: 'organ',
      onExpiry: 'deemedFiled',
    },
    { from: '2019-09-01', cites: [['plans', '']], confidence: 'V*' },
  ),
  ...family(
    process,
    'plan-evaluation',
    text('应急预案评估', 'Evaluation of the plan'),
    { unit: 'Y', n: 3, start: text('上次评估', 'the last evaluation'), roll: 'never' },
    { from: '2019-09-01', cites: [['plans', '']], confidence: 'M' },
  ),
]

export const emergencyResponseRules: Rule[] = [
  ...reports,
  ...orders,
  ...casualties,
  ...investigation,
  ...publication,
  ...preparedness,
]
