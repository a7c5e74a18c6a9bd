// 违法行为和裁量基准登记簿: which act breaks which duty, by which article is it punished, and which fine is for which facts?
import { text } from '../../language/words.ts'
import { field } from '../../model/field.ts'
import { defineRegister, type ReckoningContext } from '../define.ts'
import type { EntryData } from '../entry.ts'
import { dayIn, refuseFaults } from '../reckoning.ts'
import { rangeWords, stepColumns, stepFaults, stepsIn } from './steps.ts'

const levels = {
  county: text('县级以上', 'County and above'),
  city: text('市级以上', 'City and above'),
}

/** What each step leaves room for, in words. Refuses days and ranges that contradict each other. */
export const reckonCause = (data: EntryData, _: ReckoningContext): EntryData => {
  const [from, until] = [dayIn(data, 'validFrom'), dayIn(data, 'validUntil')]
  refuseFaults([
    ...(from !== null && until !== null && until < from
      ? [
          {
            pointer: '/validUntil',
            reason: text('有效期至不得早于有效期自', 'It ends no earlier than it begins'),
          },
        ]
      : []),
    ...stepFaults(data),
  ])
  return { reckoning: stepsIn(data).map(rangeWords) }
}

export const violationCause = defineRegister({
  id: 'violation-cause',
  title: text('违法行为和裁量基准登记簿', 'Register of violations and standards of discretion'),
  entry: text('违法行为', 'Violation'),
  summary: text(
    '违法行为的代码、依据和裁量基准：各阶次的适用情形、罚款幅度和其他处罚；向社会公布，告知处罚时据此核对。',
    'Violations by code with their articles and the standard: facts, range of the fine and other penalties of each step; open to all, and asked when a penalty is notified.',
  ),
  basis: '《行政处罚法》第三十三条、第三十四条',
  number: {
    pattern: /^[\p{Script=Han}A-Za-z0-9][\p{Script=Han}A-Za-z0-9-]{2,39}$/u,
    hint: text('违法行为代码，如 AQ-0099-1', 'Its code, such as AQ-0099-1'),
  },
  owner: 'authority',
  fields: {
    act: field.text('违法行为', 'Act', 200).shownTo('public'),
    duty: field.text('违反的规定', 'Article of the duty', 200).shownTo('public'),
    penalty: field.text('处罚依据', 'Article of the penalty', 200).shownTo('public'),
    level: field.choice(levels, '管辖层级', 'Competent').shownTo('public'),
    standard: field.text('裁量基准名称', 'Standard', 200).shownTo('public'),
    validFrom: field.date('有效期自', 'Valid from').shownTo('public'),
    validUntil: field
      .date('有效期至', 'Valid until')
      .optional()
      .hint('长期有效的不填', 'Left open: until it is repealed')
      .shownTo('public'),
    firstSpared: field.boolean('适用首违不罚', 'A first act may go unpunished').shownTo('public'),
    minorSpared: field.boolean('适用轻微免罚', 'A minor act goes unpunished').shownTo('public'),
    steps: field
      .rows(stepColumns, '裁量阶次', 'Steps of the standard', 10)
      .hint(
        '由轻到重排列；不处罚款的阶次不填罚款幅度',
        'From the lightest to the gravest; a step without a fine has no range',
      )
      .shownTo('public'),
    reckoning: field.reckoning('罚款幅度', 'Ranges').shownTo('public'),
    remark: field.longText('备注', 'Remark').optional(),
  },
  name: 'act',
  columns: ['level', 'penalty', 'standard', 'validFrom'],
  due: [{ field: 'validUntil' }],
  reckon: reckonCause,
  standings: {
    'in-force': { words: text('有效', 'In force') },
    suspended: { words: text('暂停适用', 'Suspended') },
    repealed: { words: text('已废止', 'Repealed'), over: true },
  },
  propose: [
    { role: 'legal-reviewer', office: 'legal', level: 'city' },
    { role: 'administrator', office: 'administration', level: 'city' },
  ],
  confirm: [
    { role: 'legal-reviewer', office: 'legal', level: 'city' },
    { role: 'administrator', office: 'administration', level: 'city' },
  ],
})
