// Which periods run over the trial run and the completion of a construction project (三同时)?
import { text } from '../../language/words.ts'
import { family, type Rule, step } from './rule.ts'
import { acceptance, hazchemLawDay, head, licensingPauses } from './terms.ts'

const process = 'three-simultaneities'

export const projectCompletionRules: Rule[] = [
  ...family(
    process,
    'trial-run-min',
    text('试运行最短期限', 'Trial run, shortest'),
    { unit: 'ND', n: 30, start: text('试运行开始', 'start of the trial run'), roll: 'never' },
    { from: '2011-02-01', cites: [['order36', '']], confidence: 'V*' },
  ),
  ...family(
    process,
    'trial-run-max',
    text('试运行最长期限', 'Trial run, longest'),
    {
      unit: 'ND',
      n: 180,
      start: text('试运行开始', 'start of the trial run'),
      roll: 'never',
      onExpiry: 'escalate',
    },
    { from: '2011-02-01', cites: [['order36', '']], confidence: 'V*' },
  ),
  ...family(
    process,
    'hazchem-trial-run-min',
    text('危化品试生产最短期限', 'Hazchem trial production, shortest'),
    { unit: 'ND', n: 30, start: text('试生产开始', 'start of trial production'), roll: 'never' },
    { from: '2012-04-01', cites: [['order45', '']], confidence: 'M' },
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
    'hazchem-trial-run-max',
    text('危化品试生产最长期限', 'Hazchem trial production, longest'),
    {
      unit: 'Y',
      n: 1,
      start: text('试生产开始', 'start of trial production'),
      roll: 'never',
      onExpiry: 'escalate',
    },
    { from: '2012-04-01', cites: [['order45', '']], confidence: 'M' },
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
    'completion-decision',
    text('安全设施竣工验收决定（原行政验收）', 'Completion acceptance by the bureau (until 2015)'),
    {
      unit: 'WD',
      n: 20,
      start: acceptance,
      roll: 'organ',
      pauses: licensingPauses,
      extend: [step(10, head, ['order36', ''], ['licensing', '42'])],
      onExpiry: 'escalate',
    },
    {
      from: '2011-02-01',
      to: '2015-04-30',
      cites: [
        ['order36', ''],
        ['licensing', '42、82'],
      ],
      confidence: 'M',
    },
  ),
  ...family(
    process,
    'hazchem-completion-decision',
    text(
      '危化品建设项目安全设施竣工验收决定（原行政验收）',
      'Hazchem completion acceptance by the bureau (until 2015)',
    ),
    {
      unit: 'WD',
      n: 20,
      start: acceptance,
      roll: 'organ',
      pauses: licensingPauses,
      extend: [step(10, head, ['order45', ''], ['licensing', '42'])],
      onExpiry: 'escalate',
    },
    {
      from: '2012-04-01',
      to: '2015-06-30',
      cites: [
        ['order45', ''],
        ['licensing', '42、82'],
      ],
      confidence: 'M',
    },
  ),
]
