// What do the acts ask for by which an unpaid fine is demanded, brought before the court, or given up?

import { servedStated } from '../../documents/service-day.ts'
import { type Text, text } from '../../language/words.ts'
import { act, clockAct } from '../../model/act.ts'
import { field } from '../../model/field.ts'
import { enterprise, inspectors } from '../../organisation/addresses.ts'
import { courtCourse, surchargeCourse } from '../memory/owing.ts'
import { remembered } from '../memory/penalties.ts'
import { leader, legalReviewers, sectionChief } from '../regions/addresses.ts'
import { documentWords } from './document-words.ts'
import { caseServiceFields } from './service.ts'

const paymentOverdue = clockAct(
  '缴款期限届满',
  'The period for payment has ended',
  text(
    '缴款期限已届满，自次日起依法按日加处罚款。',
    'The period for payment has ended: a surcharge is added for each day.',
  ),
  { notify: [...enterprise, inspectors, sectionChief] },
)

/** 强制法 35, 54. */
const issueDemand = act({
  words: text('制作催告书', 'Make the demand'),
  party: text('已制作履行催告书（{document}）。', 'A demand was made ({document}).'),
  fields: {
    payment: field
      .longText('履行方式', 'How it is to be paid', 1000)
      .shownTo('party')
      .perCase(({ snapshot }, law) => ({
        hint: surchargeCourse(remembered(snapshot.context), law),
      })),
    document: field.document(documentWords['issue-demand']).shownTo('party'),
    opinion: field
      .opinion()
      .perCase(({ snapshot }, law) => ({ hint: courtCourse(remembered(snapshot.context), law) })),
  },
})

const serveDemand = act({
  words: text('送达催告书', 'Serve the demand'),
  party: text(
    '催告书已于{servedOn}送达，请在十个工作日内履行。',
    'The demand was served on {servedOn}: please pay within ten working days.',
  ),
  states: servedStated,
  fields: caseServiceFields,
  notify: enterprise,
})

/** 强制法 36. */
const answerDemand = act({
  words: text('对催告陈述申辩', 'Answer the demand'),
  party: text('对催告的陈述申辩已收到。', 'The answer to the demand was received.'),
  fields: {
    statement: field.longText('陈述申辩内容', 'What is said', 4000).shownTo('party'),
    papers: field.files('材料', 'Papers').optional().shownTo('party'),
  },
  notify: [inspectors, leader],
})

const demandLapsed = clockAct(
  '催告期限届满',
  'The period of the demand has ended',
  text('催告期限已届满。', 'The period of the demand has ended.'),
  { notify: [inspectors, sectionChief, leader] },
)

/** 强制法 53–55. */
const applyCourt = act({
  words: text('申请法院强制执行', 'Ask the court to enforce'),
  party: text(
    '已向人民法院申请强制执行（{document}）。',
    'The court was asked to enforce ({document}).',
  ),
  fields: {
    court: field.text('受理法院', 'Court', 100).shownTo('party'),
    answered: field
      .longText('对催告中陈述申辩的复核意见', 'What was made of the answer to the demand', 2000)
      .optional()
      .hint('当事人有陈述申辩的必须填写', 'Needed where the party has answered'),
    document: field.document(documentWords['apply-court']).shownTo('party'),
    opinion: field
      .opinion()
      .perCase(({ snapshot }, law) => ({ hint: courtCourse(remembered(snapshot.context), law) })),
  },
  consequence: {
    effect: text('向有管辖权的人民法院提出强制执行申请。', 'The application goes to the court.'),
    article: '《行政强制法》第五十三条、第五十四条',
  },
  notify: [...enterprise, inspectors, legalReviewers],
})

const courtLapsed = clockAct(
  '申请法院强制执行期限届满',
  'The period for asking the court has ended',
  text('', ''),
  { audience: 'internal', notify: [inspectors, sectionChief, leader] },
)

const recordAcceptance = act({
  words: text('登记法院受理', 'Record that the court has accepted it'),
  fields: {
    acceptedOn: field.date('受理日期', 'Accepted on'),
    courtCase: field.text('法院案号', 'Number of the court', 100),
  },
})

const rulings = {
  enforce: text('裁定准予强制执行', 'To be enforced'),
  refuse: text('裁定不予受理或者不予执行', 'Not to be enforced'),
} as const satisfies Record<string, Text>

const recordRuling = act({
  words: text('登记法院裁定', 'Record the ruling'),
  party: text('人民法院已作出裁定。', 'The court has ruled.'),
  fields: {
    ruling: field.choice(rulings, '裁定结果', 'Ruling').shownTo('party'),
    ruledOn: field.date('裁定日期', 'Ruled on').shownTo('party'),
    papers: field.files('裁定书', 'Ruling').optional(),
  },
  notify: [...enterprise, sectionChief, leader],
})

/** 强制法 40; what no court will enforce any more is given up as well. */
const grounds = {
  dead: text('公民死亡，无遗产可供执行，又无义务承受人', 'Dead, without estate or heirs'),
  dissolved: text('单位终止，无财产可供执行，又无义务承受人', 'Dissolved, without assets or heirs'),
  lost: text('执行标的灭失', 'The object is lost'),
  'court-refused': text('法院裁定不予受理或者不予执行', 'The court does not enforce it'),
  late: text('申请强制执行的期限已过', 'The period for asking the court is over'),
  suspended: text('中止执行满三年未恢复执行', 'Suspended for three years'),
  'court-fined': text('人民法院已判处罚金', 'The court has imposed a fine'),
} as const satisfies Record<string, Text>

const proposeTermination = act({
  words: text('提请终结执行', 'Propose to end the enforcement'),
  fields: {
    ground: field
      .choice(grounds, '终结执行的情形', 'Ground')
      .hint(
        '以人民法院已判处罚金为由的，法律无明文，暂按《行政处罚法》第三十五条处理',
        'After a fine of the court: no article says it; provisionally by Penalty Law art. 35',
      ),
    findings: field.longText('事实和证据', 'Facts and evidence', 2000),
    papers: field.files('证明材料', 'Evidence').optional(),
  },
  notify: [leader],
})

const terminateEnforcement = act({
  words: text('终结执行', 'End the enforcement'),
  party: text('已决定终结执行（{document}）。', 'The enforcement was ended ({document}).'),
  fields: {
    document: field.document(documentWords['terminate-enforcement']).shownTo('party'),
    opinion: field.opinion(),
  },
  consequence: {
    effect: text('未缴部分不再执行，案件结案。', 'What is unpaid is enforced no more.'),
    article: '《行政强制法》第三十九条、第四十条',
  },
  notify: [...enterprise, inspectors],
})

export const compulsionActs = {
  'payment-overdue': paymentOverdue,
  'issue-demand': issueDemand,
  'serve-demand': serveDemand,
  'answer-demand': answerDemand,
  'demand-lapsed': demandLapsed,
  'apply-court': applyCourt,
  'court-lapsed': courtLapsed,
  'record-acceptance': recordAcceptance,
  'record-ruling': recordRuling,
  'propose-termination': proposeTermination,
  'terminate-enforcement': terminateEnforcement,
}
