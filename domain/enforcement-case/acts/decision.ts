// What do the acts ask for by which a case is reviewed, discussed and decided?

import { servedStated } from '../../documents/service-day.ts'
import { type Text, text } from '../../language/words.ts'
import { act } from '../../model/act.ts'
import { field } from '../../model/field.ts'
import { enterprise, inspectors } from '../../organisation/addresses.ts'
import { consequenceFields } from '../consequences/consequence-fields.ts'
import { followsService, proposesListing } from '../consequences/follow-ups.ts'
import { asAnswered } from '../memory/answered.ts'
import { closureStated, pastOfClosure, tellsClosure } from '../memory/closure.ts'
import { dailyFacet, pastPenaltyCases } from '../memory/daily.ts'
import { mostYuan, penaltyKinds } from '../memory/kinds.ts'
import { reckoned, remembered, reviewForeseen, reviewOf } from '../memory/penalties.ts'
import { billsOwed } from '../payments/booking.ts'
import { sectionChief } from '../regions/addresses.ts'
import { closureReckoning } from './closure-reckoning.ts'
import { documentWords } from './document-words.ts'
import { caseServiceFields } from './service.ts'
import { departureOfDecision } from './standard.ts'

const opinions = {
  agree: text('同意', 'Agreed'),
  'agree-changed': text('修改后同意', 'Agreed as changed'),
} as const satisfies Record<string, Text>

/** 处罚法 58. */
const giveLegalOpinion = act({
  foreseen: reviewForeseen,
  words: text('出具法制审核意见', 'Give the legal opinion'),
  fields: {
    conclusion: field.choice(opinions, '审核意见', 'Opinion'),
    findings: field
      .longText('主体、事实、证据、依据、程序、裁量审核情况', 'What was examined', 4000)
      .perCase(({ snapshot }, law) => ({
        hint: reckoned(reviewOf(remembered(snapshot.context), law)),
      })),
    document: field.document(documentWords['give-legal-opinion']),
    opinion: field.opinion(),
  },
})

/** 处罚法 57(2). */
const recordDiscussion = act({
  words: text('登记集体讨论', 'Record the discussion'),
  fields: {
    heldOn: field.date('讨论日期', 'Held on'),
    attendees: field
      .lines('参加讨论的负责人', 'Leaders present', 20, 50)
      .hint('每行一人，不少于三人', 'One a line, three at least'),
    minutes: field.longText('讨论记录', 'Minutes', 4000),
    agree: field.integer('同意票', 'For', 0, 20),
    against: field.integer('不同意票', 'Against', 0, 20),
    document: field.document(documentWords['record-discussion']),
    opinion: field.opinion(),
  },
})

/** 处罚法 59: the six items; party, remedies, office and day follow from the case. */
const decidePenalty = act({
  past: pastPenaltyCases,
  words: text('作出处罚决定', 'Decide the penalty'),
  party: text('已作出行政处罚决定（{document}）。', 'The penalty was decided ({document}).'),
  fields: {
    facts: field
      .longText('违法事实和证据', 'Facts and evidence', 4000)
      .shownTo('party')
      .perCase(asAnswered('notify-penalty', 'facts')),
    basis: field
      .longText('处罚种类和依据', 'Penalties and their basis', 1000)
      .shownTo('party')
      .perCase(asAnswered('notify-penalty', 'basis')),
    penalties: field
      .choices(penaltyKinds, '处罚种类', 'Penalties', 9, 1)
      .shownTo('party')
      .perCase(({ snapshot }) => ({
        value: remembered(snapshot.context).penalties.join('\n'),
        hint: text(
          '不得重于已告知的内容；须加重的退回重新告知',
          'No heavier than what was notified; else send it back and notify anew',
        ),
      })),
    fine: field
      .yuan('罚款（元）', 'Fine (yuan)', 1, mostYuan)
      .optional()
      .with({ where: [{ penalties: ['fine'] }], needed: [{ penalties: ['fine'] }] })
      .shownTo('party')
      .perCase(({ snapshot }, { past }) => {
        const { fine } = remembered(snapshot.context)
        const { hint } = dailyFacet(remembered(snapshot.context), past) ?? {}
        return { ...(fine > 0 ? { value: String(fine) } : {}), ...(hint ? { hint } : {}) }
      }),
    departure: departureOfDecision((context) => remembered(context).standard).shownTo('party'),
    performance: field
      .longText('履行方式和期限', 'How and until when it is performed', 1000)
      .shownTo('party'),
    ...consequenceFields,
    document: field.document(documentWords['decide-penalty']).shownTo('party'),
    opinion: field.opinion(),
  },
  consequence: {
    effect: text(
      '处罚决定送达后生效，罚款自收到之日起十五日内缴纳；决定须依法公示。',
      'It takes effect when served; a fine is paid within fifteen days of receipt; it is published.',
    ),
    article: '《行政处罚法》第五十七条、第五十九条、第六十七条',
  },
  notify: [...enterprise, inspectors, sectionChief],
})

const noPenaltyGrounds = {
  minor: text(
    '违法行为轻微并及时改正，没有造成危害后果',
    'Minor, corrected in time and without harm',
  ),
  first: text('初次违法且危害后果轻微并及时改正', 'First act, little harm, corrected in time'),
  'no-fault': text('当事人证明没有主观过错', 'The party has proved that it is without fault'),
  expired: text('超过追责时效', 'Too old to be punished'),
} as const satisfies Record<string, Text>

const decideNoPenalty = act({
  words: text('不予行政处罚', 'Decide not to punish'),
  party: text('决定不予行政处罚（{document}）。', 'It is not punished ({document}).'),
  fields: {
    ground: field.choice(noPenaltyGrounds, '不予处罚的情形', 'Ground').shownTo('party'),
    reason: field.longText('事实和理由', 'Facts and reasons', 4000).shownTo('party'),
    document: field.document(documentWords['decide-no-penalty']).shownTo('party'),
    opinion: field.opinion(),
  },
  consequence: {
    effect: text('案件以不予处罚办结。', 'The case ends without a penalty.'),
    article: '《行政处罚法》第三十三条、第三十六条、第五十七条',
  },
  notify: [...enterprise, inspectors],
})

const withdrawCase = act({
  words: text('撤销案件', 'Withdraw the case'),
  party: text('案件已撤销。', 'The case was withdrawn.'),
  fields: {
    reason: field.longText('违法事实不能成立等理由', 'Why the facts do not hold', 2000),
    document: field.document(documentWords['withdraw-case']),
    opinion: field.opinion(),
  },
  consequence: {
    effect: text('案件以撤案办结。', 'The case ends.'),
    article: '《行政处罚法》第五十七条第一款第三项',
  },
  notify: [...enterprise, inspectors],
})

const servedAndCounted: typeof closureStated = (record, event) => ({
  ...servedStated(record, event),
  ...closureStated(record, event),
})

const serveDecision = act({
  bills: billsOwed,
  past: pastOfClosure,
  states: servedAndCounted,
  tells: tellsClosure,
  words: text('送达决定书', 'Serve the decision'),
  party: text(
    '处罚决定书已于{servedOn}送达，自送达之日起生效。',
    'The decision was served on {servedOn} and takes effect from then.',
  ),
  fields: { ...caseServiceFields, closureReckoning },
  links: proposesListing,
  sends: followsService,
  notify: enterprise,
})

export const decisionActs = {
  'give-legal-opinion': giveLegalOpinion,
  'record-discussion': recordDiscussion,
  'decide-penalty': decidePenalty,
  'decide-no-penalty': decideNoPenalty,
  'withdraw-case': withdrawCase,
  'serve-decision': serveDecision,
}
