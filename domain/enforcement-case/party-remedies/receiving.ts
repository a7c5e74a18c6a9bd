// What is written down when the copy of a person's application or action arrives (复议法 20, 行诉法 46)?
import { spellYuan } from '../../language/money.ts'
import { text } from '../../language/words.ts'
import { act } from '../../model/act.ts'
import { field } from '../../model/field.ts'
import { inspectors } from '../../organisation/addresses.ts'
import { remedyForm } from '../acts/remedy.ts'
import { remembered } from '../memory/penalties.ts'
import { leader, legalReviewers, sectionChief } from '../regions/addresses.ts'
import { personalUnderReview } from '../regions/personal.ts'

/** The decisions that stand, by the numbers of the parties. */
const standing = (context: Record<string, unknown>) => {
  const fines = (remembered(context).fines ?? []).filter(({ annulled }) => !annulled)
  const zh = fines.map(
    ({ nth, decisionServedOn, imposed }) =>
      `第${nth}号（${decisionServedOn}送达，罚款${spellYuan(imposed)}元）`,
  )
  const en = fines.map(
    ({ nth, decisionServedOn, imposed }) =>
      `no. ${nth} (served ${decisionServedOn}, ${spellYuan(imposed)} yuan)`,
  )
  return { hint: text(`已送达处罚决定：${zh.join('、')}`, `Decisions served: ${en.join(', ')}`) }
}

/** The copy names the person: it has a name of its own, by which it is kept from papers that others read. */
const { files: copy, ...said } = remedyForm

export const receivePartyRemedy = act({
  words: text('登记收到个人的复议、诉讼', 'Record a remedy that a person has sought'),
  by: [legalReviewers, sectionChief],
  fields: {
    represents: field
      .integer('当事人（个人）号数', 'Of which further party (no.)', 1, 20)
      .perCase(({ snapshot }) => standing(snapshot.context)),
    applicant: field
      .text('申请人（原告）姓名', 'Name of the applicant', 50)
      .with({ confidential: personalUnderReview }),
    ...said,
    application: copy.with({ confidential: personalUnderReview }),
  },
  appendsOnly: true,
  consequence: {
    effect: text(
      '该当事人的加处罚款在复议、诉讼期间不予计算，不得强制执行；处罚决定不停止执行，另有决定的除外。',
      'Meanwhile no surcharge of this party grows and nothing is enforced; the penalty is not stayed unless somebody orders it.',
    ),
    article: '《行政处罚法》第七十三条、《行政强制法》第五十三条',
  },
  notify: [legalReviewers, leader, inspectors],
})
