// Which periods run over a report by the public (12350) and over the statistics of hazards?
import { type Text, text } from '../../language/words.ts'
import type { Cite } from './norms.ts'
import { family, type Rule, step } from './rule.ts'
import { leader } from './terms.ts'

const process = 'hazard-rectification'

const report = (
  name: string,
  title: Text,
  unit: 'ND' | 'WD',
  n: number,
  start: Text,
  cite: Cite,
  confidence: 'V' | 'V*',
  more?: Parameters<typeof step>[0],
): Rule[] =>
  family(
    process,
    name,
    title,
    {
      unit,
      n,
      start,
      roll: 'organ',
      onExpiry: 'escalate',
      extend: more === undefined ? [] : [step(more, leader, cite)],
    },
    { from: name.startsWith('petition') ? '2022-05-01' : '2012-06-01', cites: [cite], confidence },
  )

const publicReports: Rule[] = [
  ...report(
    'public-feedback',
    text('12350举报核查后反馈', 'Feedback to the reporter'),
    'ND',
    10,
    text('查证属实', 'verification'),
    ['reports2012', ''],
    'V*',
  ),
  ...report(
    'public-report-handling',
    text('举报办理', 'Handling of a public report'),
    'ND',
    30,
    text('受理举报', 'acceptance of the report'),
    ['local', ''],
    'V*',
    60,
  ),
  ...report(
    'public-report-answer',
    text('举报办结答复', 'Answer to the reporter'),
    'WD',
    5,
    text('办结', 'the end of handling'),
    ['local', ''],
    'V*',
  ),
  ...report(
    'petition',
    text('信访事项办理', 'Handling of a petition'),
    'ND',
    60,
    text('受理', 'acceptance'),
    ['petition', '34'],
    'V',
    30,
  ),
]

const statistics: Rule[] = [
  ...family(
    process,
    'quarterly-statistics',
    text('隐患季度统计分析表（下季度首月15日前）', 'Quarterly statistics (by the 15th)'),
    { unit: 'ND', n: 15, start: text('季度末日', 'the last day of the quarter'), roll: 'never' },
    { from: '2008-02-01', cites: [['order16', '14']], confidence: 'V*' },
  ),
  ...family(
    process,
    'annual-statistics',
    text('隐患年度统计分析表（次年1月31日前）', 'Annual statistics (by 31 January)'),
    { unit: 'ND', n: 31, start: text('年度末日', 'the last day of the year'), roll: 'never' },
    { from: '2008-02-01', cites: [['order16', '14']], confidence: 'V*' },
  ),
]

export const hazardReportingRules: Rule[] = [...publicReports, ...statistics]
