// What do the acts ask for by which an applicant is notified of his right to a hearing, asks for one and is heard?
import { servedStated } from '../documents/service-day.ts'
import { serviceFields } from '../documents/service-form.ts'
import { type Text, text } from '../language/words.ts'
import { act, clockAct } from '../model/act.ts'
import { field } from '../model/field.ts'
import { words } from '../model/fields.ts'
import { enterprise } from '../organisation/addresses.ts'
import { clerk, reviewers, sectionChief } from './addresses.ts'
import { documentOf, papers } from './fields.ts'
import { chairChoice } from './hearing-rules.ts'

const reason = (zh: string, en: string) => field.longText(zh, en, 1000).shownTo('party')

/** 许可法 47 knows the first; the second gives the applicant its word (许可法 7) before a refusal. */
const grounds = {
  interests: text(
    '直接涉及申请人与他人之间重大利益关系',
    'Significant interests between the applicant and others',
  ),
  refusal: text('拟不予许可', 'A refusal is intended'),
} as const satisfies Record<string, Text>

/** 许可法 46–48. */
export const hearingActs = {
  'tell-hearing-right': act({
    words: text('告知听证权利', 'Tell of the right to a hearing'),
    party: text(
      '作出决定前，申请人、利害关系人可以自听证告知书送达之日起五个工作日内申请听证（{document}，《行政许可法》第四十七条）。',
      'Before it is decided a hearing may be asked for within five working days of the service of the notice ({document}, Licensing Law art. 47).',
    ),
    fields: {
      ground: field.choice(grounds, '告知情形', 'Why it is told').optional().shownTo('party'),
      reason: reason(
        '涉及的重大利益关系或者拟不予许可的理由',
        'Whose interests are at stake, or why it is to be refused',
      ),
      others: field
        .longText('一并告知的利害关系人', 'Others who are told', 1000)
        .optional()
        .hint(
          '仅监管部门内部可见；其听证申请由窗口登记',
          'Read inside the authorities only; the window notes what they ask for',
        ),
      document: documentOf('tell-hearing-right').shownTo('party'),
      opinion: field.opinion(),
    },
    by: [reviewers, sectionChief],
    consequence: {
      effect: text(
        '听证结束或者申请期限届满前不得作出决定。',
        'Nothing is decided before the hearing or the end of the period.',
      ),
      article: '《行政许可法》第四十七条',
    },
    notify: enterprise,
  }),
  'serve-hearing-notice': act({
    words: text('送达听证告知书', 'Serve the notice of the right to a hearing'),
    party: text(
      '听证告知书已于{servedOn}送达，五个工作日内可以申请听证，送达当日不计入（《行政许可法》第四十七条）。',
      'The notice was served on {servedOn}: a hearing may be asked for within five working days, that day not counted (Licensing Law art. 47).',
    ),
    states: servedStated,
    fields: {
      ...serviceFields,
      servedOn: serviceFields.servedOn.hint(
        '一并告知利害关系人的，填写最后送达之日',
        'Where others are told too, the day on which the last of them was served',
      ),
    },
    notify: [...enterprise, reviewers],
  }),
  'announce-hearing': act({
    words: text('公告举行听证', 'Announce a hearing'),
    party: text(
      '许可涉及公共利益，本机关向社会公告并举行听证（《行政许可法》第四十六条）。',
      'The public interest is concerned: a hearing is announced and held (Licensing Law art. 46).',
    ),
    fields: {
      reason: reason('涉及公共利益的事项', 'What concerns the public'),
      publicSummary: field
        .longText('听证公告', 'Public notice', 1000)
        .hint('向社会公开', 'Read by everybody')
        .shownTo('party', 'public'),
    },
    by: [sectionChief],
    audience: 'public',
    publishes: true,
    consequence: {
      effect: text(
        '听证结束前不得作出决定，公告向社会公开。',
        'Nothing is decided before the hearing, and everybody reads the notice.',
      ),
      article: '《行政许可法》第四十六条',
    },
    notify: enterprise,
  }),
  'request-hearing': act({
    words: text('申请听证', 'Ask for a hearing'),
    party: text(
      '听证申请已收到，二十个工作日内组织听证；听证所需时间不计入审查期限（《行政许可法》第四十五条、第四十七条）。',
      'The request was received: a hearing within twenty working days; its time is not counted (Licensing Law art. 45, 47).',
    ),
    fields: { reason: reason('听证请求和理由', 'What is asked for, and why') },
    // People outside whose interests are concerned come to the window.
    by: [...enterprise, clerk],
    notify: [sectionChief],
  }),
  'waive-hearing': act({
    words: text('放弃听证', 'Do without a hearing'),
    party: text('已声明不要求听证。', 'No hearing is asked for.'),
    fields: { reason: reason('说明', 'Why') },
    by: enterprise,
    notify: [sectionChief],
  }),
  'hearing-lapsed': clockAct(
    '逾期未申请听证',
    'No hearing was asked for in time',
    text(
      '五个工作日内未申请听证，视为放弃（《行政许可法》第四十七条）。',
      'No hearing was asked for within five working days (Licensing Law art. 47).',
    ),
    { notify: [reviewers, sectionChief] },
  ),
  'notify-hearing': act({
    words: text('通知听证时间地点', 'Tell when and where'),
    party: text(
      '听证定于{heldOn}在{place}公开举行（{document}）。',
      'The hearing is held in public on {heldOn} at {place} ({document}).',
    ),
    fields: {
      heldOn: field
        .date('听证日期', 'Held on')
        .hint('须在举行的七个工作日前通知', 'Told seven working days before')
        .shownTo('party'),
      place: field.text('听证地点', 'Where').shownTo('party'),
      chair: field
        .officer('听证主持人（非审查、复核人员）', 'Who presides, nobody who reviews or endorses')
        .shownTo('party'),
      chairId: field.filled(words(64)),
      document: documentOf('notify-hearing').shownTo('party'),
      opinion: field.opinion(),
    },
    officer: chairChoice,
    notify: enterprise,
  }),
  'close-hearing': act({
    words: text('听证结束', 'Close the hearing'),
    party: text(
      '听证已结束，审查期限继续计算；行政机关根据听证笔录作出决定。',
      'The hearing is over and the clock runs again; the decision rests on its record.',
    ),
    fields: {
      record: field.longText('听证笔录要点', 'What the record says', 4000).shownTo('party'),
      papers: papers('听证笔录', 'Record'),
      document: documentOf('close-hearing').shownTo('party'),
      opinion: field.opinion(),
    },
    notify: enterprise,
  }),
}
