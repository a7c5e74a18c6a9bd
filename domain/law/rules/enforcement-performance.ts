// Which periods run after a penalty is served: payment, remedies, court enforcement?
import { type Text, text } from '../../language/words.ts'
import { family, notCounted, type OnExpiry, type Rule } from './rule.ts'
import { forceMajeure, penalty2021Day, service } from './terms.ts'

const process = 'enforcement-case'

const payment: Rule[] = [
  ...family(
    process,
    'payment',
    text('缴纳罚款', 'Payment of the fine'),
    {
      unit: 'ND',
      n: 15,
      start: text('收到处罚决定书', 'receipt of the decision'),
      roll: 'party',
      onExpiry: 'surcharge',
    },
    { from: '1996-10-01', cites: [['penalty1996', '46']], confidence: 'V*' },
    { from: penalty2021Day, cites: [['penalty2021', '67']], confidence: 'V' },
  ),
  ...family(
    process,
    'cash-handover',
    text('当场收缴的罚款交至行政机关', 'Cash handed to the bureau'),
    { unit: 'WD', n: 2, start: text('收缴罚款', 'taking the cash'), roll: 'organ' },
    { from: penalty2021Day, cites: [['penalty2021', '71、85']], confidence: 'V' },
  ),
  ...family(
    process,
    'bank-remittance',
    text('罚款缴付指定银行', 'Remittance to the bank'),
    { unit: 'WD', n: 2, start: text('收到罚款', 'receipt of the cash'), roll: 'organ' },
    { from: penalty2021Day, cites: [['penalty2021', '71、85']], confidence: 'V' },
  ),
  ...family(
    process,
    'surcharge-court-threshold',
    text('加处罚款超过30日（可申请强制执行）', 'Surcharge for more than 30 days'),
    {
      unit: 'ND',
      n: 30,
      start: text('缴款期限届满', 'the end of the payment period'),
      roll: 'never',
      onExpiry: 'opensCourtWindow',
    },
    { from: '2012-01-01', cites: [['coercion', '46']], confidence: 'V' },
  ),
]

const remedies: Rule[] = [
  ...family(
    process,
    'reconsideration',
    text('申请行政复议', 'Application for reconsideration'),
    {
      unit: 'ND',
      n: 60,
      start: service,
      roll: 'party',
      onExpiry: 'opensCourtWindow',
      pauses: forceMajeure,
    },
    {
      from: '1999-10-01',
      cites: [['reconsideration', '9']],
      confidence: 'V*',
      note: text('复议法（1999）', 'Reconsideration Law of 1999'),
    },
    { from: '2024-01-01', cites: [['reconsideration', '20']], confidence: 'V' },
  ),
  ...family(
    process,
    'litigation',
    text('提起行政诉讼', 'Administrative litigation'),
    {
      unit: 'M',
      n: 6,
      start: service,
      roll: 'party',
      onExpiry: 'opensCourtWindow',
      pauses: forceMajeure,
    },
    { from: '1990-10-01', cites: [['litigation1989', '39']], confidence: 'M', n: 3 },
    { from: '2015-05-01', cites: [['litigation', '46']], confidence: 'V' },
  ),
  ...family(
    process,
    'litigation-after-reconsideration',
    text('不服复议决定提起诉讼', 'Litigation after reconsideration'),
    {
      unit: 'ND',
      n: 15,
      start: text('收到复议决定书', 'receipt of the reconsideration decision'),
      roll: 'party',
      onExpiry: 'opensCourtWindow',
      pauses: forceMajeure,
    },
    { from: '1990-10-01', cites: [['litigation', '45']], confidence: 'M' },
  ),
  ...family(
    process,
    'reconsideration-review',
    text('复议申请审查', 'Review of the reconsideration application'),
    {
      unit: 'WD',
      n: 5,
      start: text('收到复议申请', 'receipt'),
      roll: 'organ',
      onExpiry: 'deemedAcceptedOnExpiry',
    },
    { from: '2024-01-01', cites: [['reconsideration', '30、88']], confidence: 'V' },
  ),
  ...family(
    process,
    'reconsideration-answer',
    text('复议答复', 'Answer in the reconsideration'),
    {
      unit: 'WD',
      n: 10,
      start: text('收到复议申请书副本', 'receipt of the copy'),
      roll: 'organ',
      onExpiry: 'escalate',
    },
    { from: '2024-01-01', cites: [['reconsideration', '48、88']], confidence: 'M' },
  ),
  ...family(
    process,
    'litigation-answer',
    text('诉讼答辩、举证', 'Answer and evidence before the court'),
    {
      unit: 'ND',
      n: 15,
      start: text('收到起诉状副本', 'receipt of the copy'),
      roll: 'organ',
      onExpiry: 'escalate',
    },
    { from: '2015-05-01', cites: [['litigation', '67']], confidence: 'V*' },
  ),
  ...family(
    process,
    'force-majeure-application',
    text('申请顺延期限（障碍消除后）', 'Application after an obstacle ended'),
    {
      unit: 'ND',
      n: 10,
      start: text('障碍消除', 'the end of the obstacle'),
      roll: 'party',
      onExpiry: 'lapses',
    },
    { from: '1991-04-09', cites: [['civilProcedure', '']], confidence: 'V*' },
    { from: '2022-01-01', cites: [['civilProcedure', '86']], confidence: 'V' },
  ),
]

const after2012 = (
  name: string,
  title: Text,
  unit: 'WD' | 'ND' | 'M',
  n: number,
  start: Text,
  roll: 'organ' | 'party',
  articles: string,
  onExpiry: OnExpiry = roll === 'organ' ? 'escalate' : 'opensCourtWindow',
  pauses: Rule['pauses'] = {},
): Rule[] =>
  family(
    process,
    name,
    title,
    { unit, n, start, roll, onExpiry, pauses },
    { from: '2012-01-01', cites: [['coercion', articles]], confidence: 'V' },
  )

/** 强制法 39: while nothing may be enforced, no time for it runs. */
const suspended = notCounted(['coercion', '39'], 'suspension')

const court: Rule[] = [
  ...after2012(
    'demand',
    text('催告后履行', 'Performance after the demand notice'),
    'WD',
    10,
    text('催告书送达', 'service of the demand'),
    'party',
    '54、69',
    'opensCourtWindow',
    suspended,
  ),
  ...after2012(
    'court-application',
    text('申请法院强制执行', 'Application for court enforcement'),
    'M',
    3,
    text('法定起诉期限届满', 'the end of the remedy periods'),
    'organ',
    '53',
    'lapses',
    suspended,
  ),
  ...after2012(
    'court-acceptance',
    text('法院受理', 'Acceptance by the court'),
    'WD',
    5,
    text('法院收到申请', 'receipt by the court'),
    'organ',
    '56、69',
  ),
  ...after2012(
    'court-ruling',
    text('法院裁定', 'Ruling by the court'),
    'WD',
    7,
    text('法院受理', 'acceptance by the court'),
    'organ',
    '57、69',
  ),
  ...after2012(
    'court-ruling-doubtful',
    text('法院裁定（明显违法须听取意见）', 'Ruling by the court (doubtful case)'),
    'ND',
    30,
    text('法院受理', 'acceptance by the court'),
    'organ',
    '58',
  ),
  ...family(
    process,
    'suspension-max',
    text('中止执行满三年不再执行', 'Suspended three years: not executed any more'),
    {
      unit: 'Y',
      n: 3,
      start: text('中止执行', 'the suspension'),
      roll: 'never',
      onExpiry: 'lapses',
    },
    { from: '2012-01-01', cites: [['coercion', '39']], confidence: 'V' },
  ),
]

const bans: Rule[] = family(
  process,
  'principal-ban',
  text('主要负责人五年内不得担任同类职务', 'Head of a closed unit: barred for five years'),
  {
    unit: 'Y',
    n: 5,
    start: text('处罚执行完毕', 'execution of the penalty'),
    roll: 'never',
    note: text('情节严重的，终身禁业', 'For life if grave'),
  },
  { from: '2021-09-01', cites: [['safety', '113']], confidence: 'V' },
)

export const enforcementPerformanceRules: Rule[] = [...payment, ...remedies, ...court, ...bans]
