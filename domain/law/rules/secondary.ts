// Which periods run in the neighbouring fields: major hazard sources, training and certificates?
import { type Text, text } from '../../language/words.ts'
import { family, type Rule } from './rule.ts'
import { acceptance, expiry, hazchemLawDay, issue } from './terms.ts'

const shared = { roll: 'never' } as const

const source40 = (
  step: string,
  title: Text,
  unit: 'ND' | 'M' | 'Y',
  n: number,
  start: Text,
  articles: string,
  confidence: 'V*' | 'M',
  roll: 'party' | 'organ' | 'never' = 'never',
): Rule[] =>
  family(
    'hazard-source',
    step,
    title,
    { unit, n, start, roll },
    { from: '2011-12-01', cites: [['order40', articles]], confidence },
    {
      from: hazchemLawDay,
      cites: [
        ['order40', articles],
        ['hazchemLaw', ''],
      ],
      confidence: 'M',
      pending: true,
    },
  )
const yearEnd = text('年度末日', 'the last day of the year')

export const hazardSourceRules: Rule[] = [
  ...source40(
    'filing',
    text('重大危险源备案', 'Filing of a major hazard source'),
    'ND',
    15,
    text('完成安全评估', 'the safety assessment'),
    '23',
    'V*',
    'party',
  ),
  ...source40(
    're-assessment',
    text('重新辨识评估', 'Re-assessment'),
    'Y',
    3,
    text('上次评估', 'the last assessment'),
    '',
    'M',
  ),
  ...source40(
    'cancellation',
    text('核销决定', 'Decision on cancellation'),
    'ND',
    30,
    text('收到核销申请', 'receipt of the application'),
    '',
    'M',
    'organ',
  ),
  ...source40(
    'quarterly-report',
    text('县级报市级（一、二级，每季度）', 'County to city (grades 1, 2), quarterly'),
    'M',
    3,
    text('上次报送', 'the last report'),
    '',
    'M',
  ),
  ...source40(
    'half-yearly-report',
    text('市级报省级（一级，每半年）', 'City to province (grade 1), half-yearly'),
    'M',
    6,
    text('上次报送', 'the last report'),
    '',
    'M',
  ),
  ...source40(
    'annual-summary-city',
    text('年度汇总报市级（次年1月15日前）', 'Annual summary to the city (15 January)'),
    'ND',
    15,
    yearEnd,
    '',
    'M',
  ),
  ...source40(
    'annual-summary-state',
    text('年度汇总报总局/部（次年2月15日前）', 'Annual summary to the State (15 February)'),
    'ND',
    46,
    yearEnd,
    '',
    'V*',
  ),
]

const order30 = { from: '2010-07-01', cites: [['order30', '']], confidence: 'V*' } as const

export const trainingRules: Rule[] = [
  ...family(
    'training',
    'operation-certificate-validity',
    text('特种作业操作证有效期', 'Validity of a special-operation certificate'),
    { ...shared, unit: 'Y', n: 6, start: issue, onExpiry: 'voidEffect' },
    order30,
  ),
  ...family(
    'training',
    'operation-certificate-review',
    text('特种作业操作证复审', 'Review of a special-operation certificate'),
    {
      ...shared,
      unit: 'Y',
      n: 3,
      start: text('领证或者上次复审', 'issue or the last review'),
      onExpiry: 'voidEffect',
    },
    { ...order30, cites: [['order30', '21']] },
  ),
  ...family(
    'training',
    'operation-certificate-review-long',
    text(
      '特种作业操作证复审（满10年等，延长至6年）',
      'Review every 6 years (10 years in the trade)',
    ),
    {
      ...shared,
      unit: 'Y',
      n: 6,
      start: text('上次复审', 'the last review'),
      onExpiry: 'voidEffect',
    },
    { ...order30, cites: [['order30', '21']] },
  ),
  ...family(
    'training',
    'review-window',
    text('复审申请（期满前60日内）', 'Application for review (within 60 days before)'),
    {
      ...shared,
      unit: 'ND',
      n: 60,
      start: text('复审期满', 'the end of the review period'),
      direction: 'backward',
      window: true,
    },
    { ...order30, cites: [['order30', '22']] },
  ),
  ...family(
    'training',
    'review-decision',
    text('复审决定', 'Decision on the review'),
    { unit: 'WD', n: 20, start: acceptance, roll: 'organ' },
    { ...order30, confidence: 'M' },
  ),
  ...family(
    'training',
    'off-job-retest',
    text('离岗后须重新实操考核', 'Off the job: practical re-test'),
    { ...shared, unit: 'M', n: 6, start: text('离岗', 'leaving the job') },
    { ...order30, confidence: 'M' },
  ),
  ...family(
    'training',
    'construction-staff-validity',
    text('三类人员证书有效期', 'Construction A/B/C certificate'),
    { ...shared, unit: 'Y', n: 3, start: issue, onExpiry: 'voidEffect' },
    { from: '2004-02-01', cites: [['constructionStaff', '']], confidence: 'M' },
  ),
  ...family(
    'training',
    'construction-staff-renewal',
    text('三类人员证书延期（期满前3个月内）', 'Renewal (within 3 months before)'),
    { ...shared, unit: 'M', n: 3, start: expiry, direction: 'backward', window: true },
    { from: '2004-02-01', cites: [['constructionStaff', '']], confidence: 'M' },
  ),
  ...family(
    'training',
    'construction-operator-validity',
    text('建筑施工特种作业资格证有效期', 'Construction special-operation certificate'),
    { ...shared, unit: 'Y', n: 2, start: issue, onExpiry: 'voidEffect' },
    { from: '2008-06-01', cites: [['constructionStaff', '']], confidence: 'M' },
  ),
  ...family(
    'training',
    'crane-registration',
    text('起重机械验收后登记', 'Registration of a crane'),
    { unit: 'ND', n: 30, start: text('验收合格', 'acceptance'), roll: 'party' },
    { from: '2004-02-01', cites: [['construction', '35']], confidence: 'V' },
  ),
  ...family(
    'training',
    'safety-measures-filing',
    text('安全施工措施备案', 'Filing of the safety measures'),
    { unit: 'ND', n: 15, start: text('开工报告批准', 'approval of the start'), roll: 'party' },
    { from: '2004-02-01', cites: [['construction', '10']], confidence: 'V' },
  ),
]
