// What do the acts ask for by which an applicant is told of his right to a hearing, asks for one and is heard?
import * as v from 'valibot'
import { type Text, text } from '../language/words.ts'
import { civilDate, documentField, documentNumber, field, keysOf, opinion, opinionField, words } from '../model/fields.ts'
import type { EventDefinition } from '../model/process.ts'
import { clerk, enterprise, reviewers, sectionChief } from './addresses.ts'
import { optionalFiles } from './fields.ts'
import { ofTheClock } from './service.ts'

type Documents = Record<'tell-hearing-right' | 'notify-hearing' | 'close-hearing', Text>
type Parts = Pick<EventDefinition, 'words' | 'party' | 'schema' | 'fields'> & { shown: string[] } & Partial<EventDefinition>

const told = ({ shown, ...parts }: Parts): EventDefinition => ({
  by: 'task',
  audience: 'party',
  show: { party: shown, public: [] },
  notify: enterprise,
  ...parts,
})

const reason = v.strictObject({ reason: words(1000) })
const reasonField = (zh: string, en: string) => [field('reason', 'long-text', zh, en)]

/** 许可法 47 knows the first; the second gives the applicant its word (许可法 7) before a refusal. */
const grounds = {
  interests: text('直接涉及申请人与他人之间重大利益关系', 'Significant interests between the applicant and others'),
  refusal: text('拟不予许可', 'A refusal is intended'),
} as const satisfies Record<string, Text>

const tellRight = (documents: Documents): EventDefinition =>
  told({
    words: text('告知听证权利', 'Tell of the right to a hearing'),
    party: text(
      '作出决定前，申请人、利害关系人可以在五个工作日内申请听证（{document}，《行政许可法》第四十七条）。',
      'Before it is decided a hearing may be asked for within five working days ({document}, Licensing Law art. 47).',
    ),
    schema: v.strictObject({
      ground: v.optional(v.picklist(keysOf(grounds))),
      reason: words(1000),
      others: v.optional(words(1000)),
      document: documentNumber,
      opinion,
    }),
    fields: [
      field('ground', 'choice', '告知情形', 'Why it is told', { choices: grounds, required: false }),
      ...reasonField('涉及的重大利益关系或者拟不予许可的理由', 'Whose interests are at stake, or why it is to be refused'),
      field('others', 'long-text', '一并告知的利害关系人', 'Others who are told', {
        required: false,
        hint: text('仅监管部门内部可见；其听证申请由窗口登记', 'Read inside the authorities only; the window notes what they ask for'),
      }),
      documentField(documents['tell-hearing-right']),
      opinionField,
    ],
    shown: ['ground', 'reason', 'document'],
    by: [reviewers, sectionChief],
    consequence: {
      effect: text('听证结束或者申请期限届满前不得作出决定。', 'Nothing is decided before the hearing or the end of the period.'),
      article: '《行政许可法》第四十七条',
    },
  })

const announce = told({
  words: text('公告举行听证', 'Announce a hearing'),
  party: text(
    '许可涉及公共利益，本机关向社会公告并举行听证（《行政许可法》第四十六条）。',
    'The public interest is concerned: a hearing is announced and held (Licensing Law art. 46).',
  ),
  schema: v.strictObject({ reason: words(1000), publicSummary: words(1000) }),
  fields: [
    ...reasonField('涉及公共利益的事项', 'What concerns the public'),
    field('publicSummary', 'long-text', '听证公告', 'Public notice', { hint: text('向社会公开', 'Read by everybody') }),
  ],
  shown: ['reason', 'publicSummary'],
  by: [sectionChief],
  audience: 'public',
  show: { party: ['reason', 'publicSummary'], public: ['publicSummary'] },
  publishes: true,
  consequence: {
    effect: text('听证结束前不得作出决定，公告向社会公开。', 'Nothing is decided before the hearing, and everybody reads the notice.'),
    article: '《行政许可法》第四十六条',
  },
})

const asking = {
  'request-hearing': told({
    words: text('申请听证', 'Ask for a hearing'),
    party: text(
      '听证申请已收到，二十个工作日内组织听证；听证所需时间不计入审查期限（《行政许可法》第四十五条、第四十七条）。',
      'The request was received: a hearing within twenty working days; its time is not counted (Licensing Law art. 45, 47).',
    ),
    schema: reason,
    fields: reasonField('听证请求和理由', 'What is asked for, and why'),
    shown: ['reason'],
    // People outside whose interests are concerned come to the window.
    by: [...enterprise, clerk],
    notify: [sectionChief],
  }),
  'waive-hearing': told({
    words: text('放弃听证', 'Do without a hearing'),
    party: text('已声明不要求听证。', 'No hearing is asked for.'),
    schema: reason,
    fields: reasonField('说明', 'Why'),
    shown: ['reason'],
    notify: [sectionChief],
  }),
  'hearing-lapsed': ofTheClock(
    '逾期未申请听证',
    'No hearing was asked for in time',
    text(
      '五个工作日内未申请听证，视为放弃（《行政许可法》第四十七条）。',
      'No hearing was asked for within five working days (Licensing Law art. 47).',
    ),
    [reviewers, sectionChief],
  ),
}

const holding = (documents: Documents) => ({
  'notify-hearing': told({
    words: text('通知听证时间地点', 'Tell when and where'),
    party: text('听证定于{heldOn}在{place}公开举行（{document}）。', 'The hearing is held in public on {heldOn} at {place} ({document}).'),
    schema: v.strictObject({ heldOn: civilDate, place: words(200), chair: words(100), document: documentNumber, opinion }),
    fields: [
      field('heldOn', 'date', '听证日期', 'Held on', {
        hint: text('须在举行的七个工作日前通知', 'Told seven working days before'),
      }),
      field('place', 'text', '听证地点', 'Where'),
      field('chair', 'text', '听证主持人（非审查人员）', 'Who presides, none of the reviewers'),
      documentField(documents['notify-hearing']),
      opinionField,
    ],
    shown: ['heldOn', 'place', 'chair', 'document'],
  }),
  'close-hearing': told({
    words: text('听证结束', 'Close the hearing'),
    party: text(
      '听证已结束，审查期限继续计算；行政机关根据听证笔录作出决定。',
      'The hearing is over and the clock runs again; the decision rests on its record.',
    ),
    schema: v.strictObject({ record: words(4000), papers: optionalFiles, document: documentNumber, opinion }),
    fields: [
      field('record', 'long-text', '听证笔录要点', 'What the record says'),
      field('papers', 'files', '听证笔录', 'Record', { required: false }),
      documentField(documents['close-hearing']),
      opinionField,
    ],
    shown: ['record', 'papers', 'document'],
  }),
})

/** 许可法 46–48. */
export const hearingOf = (documents: Documents) => ({
  'tell-hearing-right': tellRight(documents),
  'announce-hearing': announce,
  ...asking,
  ...holding(documents),
})
