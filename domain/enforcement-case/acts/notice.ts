// What do the acts ask for by which a party is told of a planned penalty and heard?

import { servedStated } from '../../documents/service-day.ts'
import { type Text, text } from '../../language/words.ts'
import { act, clockAct } from '../../model/act.ts'
import { field } from '../../model/field.ts'
import { words } from '../../model/fields.ts'
import { enterprise, inspectors } from '../../organisation/addresses.ts'
import { causeEntries } from '../../registers/violation-cause/standard.ts'
import { asAnswered } from '../memory/answered.ts'
import { dailyPlanned, pastPenaltyCases } from '../memory/daily.ts'
import { hearingOf, reckoned, remembered, reviewForeseen, reviewOf } from '../memory/penalties.ts'
import { legalReviewers, sectionChief } from '../regions/addresses.ts'
import { chairChoice } from '../rule-parts/notice-rules.ts'
import { documentWords } from './document-words.ts'
import { caseServiceFields } from './service.ts'
import { causeChoice, causeFields, otherAct } from './standard.ts'

const statement = (zh: string, en: string) => ({
  statement: field.longText(zh, en, 4000).shownTo('party'),
  papers: field
    .files('书面材料', 'Papers')
    .optional()
    .hint(
      '自行提交的可以不附；执法人员代为登记的须附当事人书面材料或者笔录',
      'Optional when you send it yourself; what officers write down for the party comes with its own paper',
    )
    .shownTo('party'),
})

/** 处罚法 44. */
const notifyPenalty = act({
  past: pastPenaltyCases,
  entry: causeChoice,
  entries: [causeEntries],
  words: text('拟定处罚告知', 'Make the notice'),
  party: text(
    '拟给予行政处罚，告知书（{document}）送达后可以陈述、申辩。',
    'A penalty is planned; once the notice ({document}) is served you may state your case.',
  ),
  fields: {
    facts: field
      .longText('违法事实', 'Facts', 4000)
      .shownTo('party')
      .perCase(asAnswered('conclude-investigation', 'findings')),
    reasons: field.longText('处罚理由', 'Reasons', 2000).shownTo('party'),
    basis: field
      .longText('处罚依据', 'Legal basis', 1000)
      .shownTo('party')
      .perCase(asAnswered('conclude-investigation', 'basis')),
    planned: field
      .longText('拟处罚内容', 'Planned penalty', 1000)
      .shownTo('party')
      .perCase(({ snapshot }) => dailyPlanned(remembered(snapshot.context))),
    ...causeFields,
    otherAct,
    offerHearing: field
      .boolean('不属于法定范围的，也告知听证权利', 'Offer a hearing also where none is due')
      .optional()
      .perCase(({ snapshot }, law) => ({
        hint: reckoned(hearingOf(remembered(snapshot.context), law)),
      })),
    document: field.document(documentWords['notify-penalty']).shownTo('party'),
    opinion: field.opinion(),
  },
})

const serveNotice = act({
  words: text('送达告知书', 'Serve the notice'),
  party: text(
    '告知书已于{servedOn}送达，陈述、申辩（要求听证）的期限自送达之日起计算。',
    'The notice was served on {servedOn}; the period to state your case or ask for a hearing runs from then.',
  ),
  states: servedStated,
  fields: caseServiceFields,
  notify: enterprise,
})

const heard: Text = text('陈述、申辩已收到。', 'What you have stated was received.')

/** 处罚法 45. */
const stateDefence = act({
  words: text('陈述、申辩', 'State the case'),
  party: heard,
  fields: statement('陈述、申辩意见', 'What the party says'),
  notify: [inspectors, sectionChief],
})

const requestHearing = act({
  words: text('要求听证', 'Ask for a hearing'),
  party: text(
    '听证要求已收到，本机关将在举行听证的七个工作日前通知时间、地点。',
    'The request was received; time and place are told seven working days before.',
  ),
  fields: statement('听证要求和理由', 'What is asked for, and why'),
  notify: [legalReviewers, sectionChief],
})

const waiveRights = act({
  words: text('书面放弃陈述、申辩和听证', 'Do without in writing'),
  party: text('已书面放弃陈述、申辩和听证。', 'Done without in writing.'),
  fields: statement('放弃权利的声明', 'The declaration'),
  consequence: {
    effect: text('不再等待期限届满。', 'The end of the period is not waited for.'),
    article: '《行政处罚法》第四十五条、第六十四条',
  },
  notify: [inspectors, sectionChief],
})

const windowLapsed = clockAct(
  '陈述申辩（听证要求）期限届满',
  'The period to state the case has ended',
  text(
    '陈述、申辩（要求听证）的期限已届满。',
    'The period to state your case or ask for a hearing has ended.',
  ),
  { notify: [inspectors, sectionChief] },
)

/** 处罚法 64(4): chosen among those who may preside. */
export const chairFields = {
  chair: field.officer('听证主持人（非本案调查人员）', 'Who presides, none of the investigators'),
  chairId: field.filled(words(64)),
}

/** 处罚法 64. */
const notifyHearing = act({
  words: text('通知听证', 'Tell when and where'),
  party: text(
    '听证定于{heldOn}在{place}举行（{document}）；听证费用由本机关承担。',
    'The hearing is held on {heldOn} at {place} ({document}), free of charge.',
  ),
  fields: {
    heldOn: field
      .date('听证日期', 'Held on')
      .hint('须在举行的七个工作日前通知', 'Told seven working days before')
      .shownTo('party'),
    place: field.text('听证地点', 'Where').shownTo('party'),
    ...chairFields,
    chair: chairFields.chair.shownTo('party'),
    document: field.document(documentWords['notify-hearing']).shownTo('party'),
    opinion: field.opinion(),
  },
  officer: chairChoice,
  notify: [...enterprise, inspectors],
})

const closeHearing = act({
  words: text('听证结束', 'Close the hearing'),
  party: text(
    '听证已结束；根据听证笔录作出决定。',
    'The hearing is over; the decision rests on its record.',
  ),
  fields: {
    record: field.longText('听证笔录要点', 'What the record says', 4000).shownTo('party'),
    report: field.longText('听证报告意见', 'What the chair reports', 4000),
    papers: field.files('听证笔录', 'Record').optional().shownTo('party'),
    document: field.document(documentWords['close-hearing']).shownTo('party'),
    opinion: field.opinion(),
  },
  notify: [...enterprise, inspectors],
})

const forfeitHearing = act({
  words: text('记录放弃听证', 'Record that the hearing is given up'),
  party: text('听证终止：{reason}', 'The hearing has ended: {reason}'),
  fields: {
    reason: field.longText('撤回要求或者无正当理由不出席', 'Why', 1000).shownTo('party'),
    opinion: field.opinion(),
  },
  consequence: {
    effect: text('视为放弃听证权利，听证终止。', 'The right to a hearing is given up.'),
    article: '《行政处罚法》第六十四条第六项',
  },
  notify: [...enterprise, inspectors],
})

const outcomes = {
  none: text('当事人未陈述申辩', 'The party has said nothing'),
  adopted: text('采纳', 'Adopted'),
  partly: text('部分采纳', 'Partly adopted'),
  'not-adopted': text('不予采纳', 'Not adopted'),
} as const satisfies Record<string, Text>

const weighDefence = act({
  foreseen: reviewForeseen,
  words: text('复核陈述申辩', 'Examine what was said'),
  fields: {
    outcome: field.choice(outcomes, '复核结论', 'Outcome').perCase(({ snapshot }, law) => ({
      hint: reckoned(reviewOf(remembered(snapshot.context), law)),
    })),
    findings: field.longText('复核情况和理由', 'Findings and reasons', 4000),
    opinion: field.opinion(),
  },
})

export const noticeActs = {
  'notify-penalty': notifyPenalty,
  'serve-notice': serveNotice,
  'state-defence': stateDefence,
  'request-hearing': requestHearing,
  'waive-rights': waiveRights,
  'window-lapsed': windowLapsed,
  'notify-hearing': notifyHearing,
  'close-hearing': closeHearing,
  'forfeit-hearing': forfeitHearing,
  'weigh-defence': weighDefence,
}
