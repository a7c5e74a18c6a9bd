// What do the acts ask for by which several authorities handle one application together?
import { text } from '../language/words.ts'
import { act } from '../model/act.ts'
import { field } from '../model/field.ts'
import { enterprise } from '../organisation/addresses.ts'
import { sectionChief } from './addresses.ts'
import { bureaus } from './joint-rules.ts'

const unanswered = (open: string[]) =>
  Object.fromEntries(Object.entries(bureaus).filter(([kind]) => open.includes(kind)))

/** 许可法 26, 42(2). */
export const jointActs = {
  'handle-jointly': act({
    words: text('联合办理', 'Handle jointly'),
    party: text(
      '申请由多个部门联合办理，自受理之日起四十五个工作日内决定（《行政许可法》第四十二条第二款）。',
      'Several authorities handle the application: it is decided within forty-five working days of acceptance (Licensing Law art. 42(2)).',
    ),
    fields: {
      bureaus: field
        .choices(bureaus, '联合办理的部门', 'Who handles it too', 7, 1)
        .shownTo('party'),
      reason: field.longText('理由', 'Reason', 1000).shownTo('party'),
    },
    by: [sectionChief],
    consequence: {
      effect: text(
        '审查期限改为自受理之日起四十五个工作日。',
        'The review now has forty-five working days from acceptance.',
      ),
      article: '《行政许可法》第四十二条第二款',
    },
    notify: enterprise,
  }),
  'note-joint-opinion': act({
    words: text('登记部门意见', "Note another authority's opinion"),
    fields: {
      bureau: field.choice(bureaus, '答复部门', 'Who answers').perCase(({ snapshot }) => ({
        choices: unanswered(snapshot.context.unanswered as string[]),
      })),
      findings: field.longText('部门意见', 'What they say', 4000),
      papers: field.files('复函', 'Their letter').optional(),
    },
  }),
}
