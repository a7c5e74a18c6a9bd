// Which periods run over a hazard (事故隐患) from report to write-off, and over its listed supervision?
import { type Text, text } from '../../language/words.ts'
import { hazardReportingRules } from './hazard-reporting.ts'
import { extensionRequestTerms, penaltyMeasures } from './penalty-measures.ts'
import { family, type Rule } from './rule.ts'
import { expiry } from './terms.ts'

const process = 'hazard-rectification'
const readsBoth = text(
  '“10日”本系统按自然日；本市如按工作日，可指定单位',
  '“10 days” is read as natural days; a city reading working days may say so',
)
const handling: Rule[] = [
  ...family(
    process,
    'verification',
    text('重大隐患核实', 'Verification of a major hazard'),
    { unit: 'H', n: 24, start: text('接报', 'the report'), roll: 'never' },
    { from: '2008-02-01', cites: [['design', '']], confidence: 'D' },
  ),
  ...family(
    process,
    'temporary-stop-max',
    text('暂时停产停业、停止使用的最长期限', 'Longest temporary stop'),
    {
      unit: 'M',
      n: 6,
      start: text('现场处理措施决定', 'the on-site measure'),
      roll: 'never',
      onExpiry: 'escalate',
    },
    ...penaltyMeasures('14', 'V*'),
  ),
  ...family(
    process,
    're-check',
    text('整改复查', 'Re-check of rectification'),
    {
      unit: 'ND',
      n: 10,
      start: text('整改期满或者复查申请', 'expiry of the order or the request'),
      roll: 'organ',
      onExpiry: 'escalate',
      alsoReadAs: 'WD',
      note: readsBoth,
    },
    ...penaltyMeasures('16', 'M'),
  ),
  ...family(
    process,
    'site-review',
    text('重大隐患治理后恢复生产现场审查', 'Site review before production resumes'),
    {
      unit: 'ND',
      n: 10,
      start: text('收到恢复生产书面申请', 'receipt of the application to resume'),
      roll: 'organ',
      onExpiry: 'escalate',
      alsoReadAs: 'WD',
      note: readsBoth,
    },
    { from: '2008-02-01', cites: [['order16', '23']], confidence: 'M' },
  ),
  ...family(
    process,
    'extension-request',
    text('整改延期申请（期满前10日内）', 'Request to extend rectification (last 10 days)'),
    extensionRequestTerms,
    ...penaltyMeasures('16', 'M'),
  ),
  ...family(
    process,
    'extension-answer',
    text('对整改延期申请的答复', 'Answer to the extension request'),
    {
      unit: 'ND',
      n: 5,
      start: text('收到延期申请', 'receipt of the request'),
      roll: 'organ',
      onExpiry: 'escalate',
    },
    ...penaltyMeasures('16', 'M'),
  ),
  ...family(
    process,
    'power-cut-notice',
    text('停止供电提前通知', 'Notice before the power is cut'),
    {
      unit: 'H',
      n: 24,
      start: text('停止供电时刻', 'the moment of the cut'),
      roll: 'never',
      direction: 'backward',
      note: text('紧急情形除外', 'Except in emergencies'),
    },
    { from: '2021-09-01', cites: [['safety', '70']], confidence: 'V' },
  ),
  ...family(
    process,
    'power-cut-earliest',
    text('停止供电的最早时刻', 'The earliest moment of a power cut'),
    {
      unit: 'H',
      n: 24,
      start: text('通知停止供电', 'the notice of the cut'),
      roll: 'never',
      note: text('紧急情形除外', 'Except in emergencies'),
    },
    { from: '2021-09-01', cites: [['safety', '70']], confidence: 'V' },
  ),
]

/** No text sets a day for the service of an order: what holds for the decision of a penalty is taken for it. */
const serviceOfOrders: Rule[] = family(
  process,
  'order-service',
  text('整改指令、挂牌通知送达', 'Service of the order or of the notice of listing'),
  {
    unit: 'WD',
    n: 7,
    start: text('下达指令或者挂牌', 'the order or the listing'),
    roll: 'organ',
    onExpiry: 'escalate',
    note: text(
      '无明文期限，比照《行政处罚法》第六十一条、第八十五条',
      'No text sets it: as for a decision of penalty, Administrative Penalty Law, articles 61 and 85',
    ),
  },
  { from: '2008-02-01', cites: [['design', '']], confidence: 'D' },
)

const listing = (name: string, title: Text, n: number, start: Text): Rule[] =>
  family(
    process,
    name,
    title,
    { unit: 'WD', n, start, roll: 'organ' },
    { from: '2012-01-01', cites: [['qingdao', '']], confidence: 'V*' },
  )

const listings: Rule[] = [
  ...listing(
    'listing-filing',
    text('县级挂牌后报市安委办备案', 'Filing a county listing with the city'),
    3,
    text('挂牌', 'the listing'),
  ),
  ...listing(
    'listing-publication',
    text('挂牌公告', 'Publication of the listing'),
    5,
    text('挂牌', 'the listing'),
  ),
  ...listing(
    'delisting-publication',
    text('摘牌公告', 'Publication of the de-listing'),
    5,
    text('摘牌', 'the de-listing'),
  ),
  ...listing(
    'governance-extension-answer',
    text('治理延期答复', 'Answer to the request for more time'),
    10,
    text('收到延期申请', 'receipt of the request'),
  ),
  ...family(
    process,
    'governance',
    text('挂牌隐患治理期限', 'Governance of a listed hazard'),
    { unit: 'Y', n: 1, start: text('挂牌', 'the listing'), roll: 'never', onExpiry: 'escalate' },
    { from: '2012-01-01', cites: [['qingdao', '']], confidence: 'V*' },
  ),
  ...family(
    process,
    'governance-extension-request',
    text('治理延期申请（届满20个工作日前）', 'Request for more time (20 working days before)'),
    { unit: 'WD', n: 20, start: expiry, roll: 'never', direction: 'backward', onExpiry: 'lapses' },
    { from: '2012-01-01', cites: [['qingdao', '']], confidence: 'V*' },
  ),
  ...family(
    process,
    'site-acceptance',
    text('挂牌隐患现场验收', 'Site acceptance of a listed hazard'),
    {
      unit: 'ND',
      n: 10,
      start: text('治理期满或者申请', 'expiry or request'),
      roll: 'organ',
      onExpiry: 'escalate',
      alsoReadAs: 'WD',
    },
    { from: '2010-01-01', cites: [['hubei', '']], confidence: 'V*' },
  ),
  ...family(
    process,
    'accident-listing',
    text('较大事故挂牌督办办结', 'Closing a listed larger accident'),
    {
      unit: 'ND',
      n: 60,
      start: text('挂牌督办', 'the listing'),
      roll: 'organ',
      onExpiry: 'escalate',
    },
    { from: '2010-01-01', cites: [['henan', '']], confidence: 'V*' },
  ),
]

const overdue = text('整改期限届满', 'the date of the order')
const escalationLevel = (level: string, title: Text, unit: 'ND' | 'WD', n: number): Rule[] =>
  family(
    process,
    `supervision-${level}`,
    title,
    {
      unit,
      n,
      start: overdue,
      roll: 'never',
      onExpiry: 'escalate',
      note: text(
        '无全国统一数字，为可配置的默认阶梯',
        'No national number exists: a default of the escalation policy, configurable',
      ),
    },
    { from: '2008-02-01', cites: [['design', '']], confidence: 'D' },
  )

const escalationPolicy: Rule[] = [
  ...escalationLevel('red', text('逾期亮红牌', 'Overdue: red'), 'ND', 1),
  ...escalationLevel('city', text('逾期提级市级督办', 'Overdue: city supervision'), 'WD', 5),
  ...escalationLevel(
    'province',
    text('逾期提级省级督办', 'Overdue: province supervision'),
    'WD',
    20,
  ),
]

export const hazardRectificationRules: Rule[] = [
  ...handling,
  ...serviceOfOrders,
  ...listings,
  ...escalationPolicy,
  ...hazardReportingRules,
]
