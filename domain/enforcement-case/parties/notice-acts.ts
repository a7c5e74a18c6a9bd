// What do the acts ask for by which a further party is notified, heard, reviewed and discussed?
import { servedStated } from '../../documents/service-day.ts'
import { leftFields, serviceDays } from '../../documents/service-form.ts'
import { type Text, text } from '../../language/words.ts'
import { levelFacts, levels } from '../../law/calculations/emergency/levels.ts'
import { act, clockAct } from '../../model/act.ts'
import { field } from '../../model/field.ts'
import { inspectors } from '../../organisation/addresses.ts'
import { causeEntries } from '../../registers/violation-cause/standard.ts'
import { documentWords } from '../acts/document-words.ts'
import { chairFields } from '../acts/notice.ts'
import { causeFieldsOfPerson, causeWithFineChoice } from '../acts/standard.ts'
import { mostFine, penaltyKinds } from '../memory/kinds.ts'
import { leader, legalReviewers, sectionChief } from '../regions/addresses.ts'
import { chairChoice } from '../rule-parts/notice-rules.ts'
import type { PartyContext } from './party-context.ts'

const methods = {
  direct: text('直接送达', 'In person'),
  left: text('留置送达', 'Left at the place'),
  post: text('邮寄送达', 'By post'),
  announcement: text('公告送达', 'By public notice'),
} as const satisfies Record<string, Text>

const receivers = {
  self: text('本人', 'The party itself'),
  family: text('同住成年家属', 'An adult of the household'),
  agent: text('代收人', 'Whoever receives for it'),
} as const satisfies Record<string, Text>

/** 处罚法 61: without a name, which stands with the party alone. */
export const partyServiceFields = {
  method: field.choice(methods, '送达方式', 'How'),
  ...serviceDays,
  receivedBy: field.choice(receivers, '签收人', 'Received by'),
  ...leftFields,
  receipt: field.files('送达回执', 'Receipt').optional(),
}

export const statementFields = (zh: string, en: string) => ({
  statement: field.longText(zh, en, 4000),
  papers: field
    .files('书面材料、笔录', 'Its own paper')
    .hint('须附当事人的书面材料或者笔录', 'What the party says comes with its own paper')
    .optional(),
})

const fining = [{ penalties: ['fine'] }] as const

/** Kinds and amount of a penalty, as they are notified and decided. */
export const penaltyFields = {
  penalties: field.choices(penaltyKinds, '处罚种类', 'Penalties', 9, 1),
  fine: field
    .yuan('罚款（元）', 'Fine (yuan)', 1, mostFine)
    .optional()
    .with({ where: fining, needed: fining }),
}

const levelWords = Object.fromEntries(levels.map((level) => [level, levelFacts[level].words]))
const ofAccident = levels.map((level) => level as string)
const forAccident = [{ accidentLevel: ofAccident }]

/** 处罚法 44. */
const notifyParty = act({
  entry: causeWithFineChoice,
  entries: [causeEntries],
  words: text('拟定个人处罚告知', 'Make the notice to this party'),
  fields: {
    facts: field.longText('违法事实', 'Facts', 4000),
    reasons: field.longText('处罚理由', 'Reasons', 2000),
    basis: field.longText('处罚依据', 'Legal basis', 1000),
    ...penaltyFields,
    ...causeFieldsOfPerson,
    accidentLevel: field
      .choice(levelWords, '因事故处罚主要负责人的，事故等级', 'Level of the accident, if for one')
      .optional()
      .hint(
        '罚款按上一年年收入的法定比例核对（《安全生产法》第九十五条、第一百一十条）',
        'The fine is checked against the share of last year’s income (art. 95, 110)',
      )
      .perCase(({ snapshot }) => (snapshot.context.role === 'principal' ? {} : null)),
    accidentOn: field
      .date('事故发生日期', 'Day of the accident')
      .optional()
      .with({ where: forAccident, needed: forAccident }),
    lateReport: field
      .boolean('迟报、漏报、谎报、瞒报或者不立即组织抢救', 'Reported late or falsely, or no rescue')
      .optional()
      .with({ where: forAccident }),
    offerHearing: field
      .boolean('不属于法定范围的，也告知听证权利', 'Offer a hearing also where none is due')
      .optional(),
    document: field.document(documentWords['notify-party']),
    opinion: field.opinion(),
  },
})

const dropParty = act({
  words: text('撤销追加', 'Name it no more'),
  fields: { reason: field.longText('理由', 'Why', 1000) },
  consequence: {
    effect: text('不再追究该当事人；有误的可以重新追加。', 'It is no longer pursued.'),
    article: '《行政处罚法》第五十七条第一款第三项',
  },
  by: [inspectors, sectionChief, leader],
  /** 处罚法 57: whoever was told of a penalty is let go by the head; what the report says of the act came with the first notice. */
  among: ({ actEnded }) => (actEnded == null ? [inspectors, sectionChief, leader] : [leader]),
})

const windowLapsed = clockAct(
  '个人陈述申辩（听证要求）期限届满',
  'The period of this party to state its case has ended',
  text('', ''),
  { notify: [inspectors], audience: 'internal' },
)

const outcomes = {
  none: text('当事人未陈述申辩', 'The party has said nothing'),
  adopted: text('采纳', 'Adopted'),
  partly: text('部分采纳', 'Partly adopted'),
  'not-adopted': text('不予采纳', 'Not adopted'),
} as const satisfies Record<string, Text>

const opinions = {
  agree: text('同意', 'Agreed'),
  'agree-changed': text('修改后同意', 'Agreed as changed'),
} as const satisfies Record<string, Text>

export const partyNoticeActs = {
  'notify-party': notifyParty,
  'drop-party': dropParty,
  'serve-party-notice': act({
    states: servedStated,
    words: text('送达个人告知书', 'Serve the notice to this party'),
    fields: partyServiceFields,
  }),
  'state-party-defence': act({
    words: text('登记个人陈述申辩', 'Write down what the party says'),
    fields: statementFields('陈述、申辩意见', 'What the party says'),
    notifyFor: (context) => ((context as PartyContext).said?.first ? [inspectors] : []),
  }),
  'request-party-hearing': act({
    words: text('登记个人听证要求', 'The party asks for a hearing'),
    fields: statementFields('听证要求和理由', 'What is asked for, and why'),
    notify: [legalReviewers],
  }),
  'waive-party-rights': act({
    words: text('登记个人书面放弃陈述申辩', 'The party does without in writing'),
    fields: statementFields('放弃权利的声明', 'The declaration'),
  }),
  'party-window-lapsed': windowLapsed,
  'notify-party-hearing': act({
    words: text('通知个人听证', 'Tell the party when and where'),
    fields: {
      heldOn: field
        .date('听证日期', 'Held on')
        .hint('须在举行的七个工作日前通知', 'Told seven working days before'),
      place: field.text('听证地点', 'Where'),
      ...chairFields,
    },
    officer: chairChoice,
  }),
  'close-party-hearing': act({
    words: text('个人听证结束', 'Close the hearing of this party'),
    fields: {
      record: field.longText('听证笔录要点', 'What the record says', 4000),
      report: field.longText('听证报告意见', 'What the chair reports', 4000),
    },
    notify: [inspectors],
  }),
  'forfeit-party-hearing': act({
    words: text('记录个人放弃听证', 'The party gives the hearing up'),
    fields: { reason: field.longText('撤回要求或者无正当理由不出席', 'Why', 1000) },
    notify: [inspectors],
  }),
  'weigh-party-defence': act({
    words: text('复核个人陈述申辩', 'Examine what the party said'),
    fields: {
      outcome: field.choice(outcomes, '复核结论', 'Outcome'),
      findings: field.longText('复核情况和理由', 'Findings and reasons', 4000),
      opinion: field.opinion(),
    },
  }),
  'give-party-opinion': act({
    words: text('出具个人处罚法制审核意见', 'Give the legal opinion on this party'),
    fields: {
      conclusion: field.choice(opinions, '审核意见', 'Opinion'),
      findings: field.longText('事实、证据、依据、程序、裁量审核情况', 'What was examined', 4000),
      opinion: field.opinion(),
    },
  }),
  'record-party-discussion': act({
    words: text('登记个人处罚集体讨论', 'Record the discussion of this party'),
    fields: {
      heldOn: field.date('讨论日期', 'Held on'),
      attendees: field
        .lines('参加讨论的负责人', 'Leaders present', 20, 50)
        .hint('每行一人，不少于三人', 'One a line, three at least'),
      minutes: field.longText('讨论记录', 'Minutes', 4000),
      agree: field.integer('同意票', 'For', 0, 20),
      against: field.integer('不同意票', 'Against', 0, 20),
    },
  }),
}
