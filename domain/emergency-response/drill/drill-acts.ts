// What is told in a planned drill, and how is it evaluated and followed up (AQ/T 9009: 目标、做法、问题、改进)?
import { text } from '../../language/words.ts'
import { act, clockAct } from '../../model/act.ts'
import { field } from '../../model/field.ts'
import { verdictWords } from '../event/verdicts.ts'
import { documents } from '../papers/names.ts'
import { cityLeader, countyDuty, countyLeader, desks } from '../regions/addresses.ts'
import { recipientOf } from '../regions/recipients.ts'
import { type DrillContext, toldByInject } from './course.ts'
import { injectFields } from './plan.ts'

const injectGiven = clockAct('情景注入', 'Inject', text('', ''), {
  audience: 'internal',
  appendsOnly: true,
  fields: { nth: field.integer('序号', 'No.', 1, 1_000), ...injectFields },
  notify: desks,
  notifyFor: (context) => {
    const to = toldByInject(context as DrillContext)
    return to === null ? [] : [recipientOf(to)]
  },
})

const evaluateDrill = act({
  words: text('演练评估', 'Evaluate the drill'),
  fields: {
    goals: field.rows(
      {
        goal: field.text('演练目标', 'Goal', 200),
        verdict: field.choice(verdictWords, '评估', 'Verdict'),
        points: field.integer('得分', 'Points', 0, 100),
        remark: field.text('说明', 'Remark', 300).optional(),
      },
      '演练目标完成情况',
      'Goals',
      20,
    ),
    strengths: field.longText('做法好的', 'What was good', 2_000),
    shortcomings: field.longText('存在问题', 'What was not', 2_000),
    score: field.integer('总分', 'Points in all', 0, 100),
    conclusion: field.longText('评估结论', 'Conclusion', 2_000),
    document: field.document(documents['evaluate-drill']),
  },
  notify: [countyDuty, countyLeader, cityLeader],
})

const concludeDrill = act({
  words: text('演练改进办结', 'Conclude the drill'),
  fields: { findings: field.longText('改进落实情况', 'What was improved', 2_000) },
  notify: desks,
})

export const drillActs = {
  'inject-given': injectGiven,
  'evaluate-drill': evaluateDrill,
  'conclude-drill': concludeDrill,
}
