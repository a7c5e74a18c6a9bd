// What is written down of the reconsideration or action of one person, and of the money that goes back to him?
import { spellYuan } from '../../language/money.ts'
import { text } from '../../language/words.ts'
import { act } from '../../model/act.ts'
import type { PaymentRequest } from '../../model/collection/collection.ts'
import { field } from '../../model/field.ts'
import { inspectors } from '../../organisation/addresses.ts'
import { documentWords } from '../acts/document-words.ts'
import {
  answerForm,
  changedForm,
  outcomeForm,
  refundForm,
  refundHint,
  settledSurcharge,
  stayForm,
  stayLiftedForm,
  upheldForm,
} from '../acts/remedy.ts'
import { fenOf } from '../memory/agreed.ts'
import { leader, sectionChief } from '../regions/addresses.ts'
import { fineUnderRemedy, type PartyRemedyContext } from './party-remedy-context.ts'

const contextOf = (context: Record<string, unknown>) => context as PartyRemedyContext

/** 处罚法 48(2), 67: what was paid in vain goes back to the person; what is left of the changed fine gets a code of its own. */
const billsAfterOutcome = (context: Record<string, unknown>): PaymentRequest[] => {
  const { party: nth, refundDue, leftToPay } = contextOf(context)
  const of = { kind: 'party', nth }
  return [
    ...(refundDue === null ? [] : [{ ask: 'refund' as const, amountFen: fenOf(refundDue), of }]),
    ...(leftToPay > 0 ? [{ ask: 'bill' as const, amountFen: fenOf(leftToPay), of }] : []),
  ]
}

export const partyRemedyActs = {
  'file-party-answer': act({
    words: text('提交对个人的答复（答辩）', 'File the answer to the remedy of a person'),
    fields: {
      ...answerForm,
      document: field.document(documentWords['file-party-answer']),
      opinion: field.opinion(),
    },
    notify: [leader],
  }),
  'order-party-stay': act({
    words: text('记录对个人停止执行', 'Record that the penalty of a person is stayed'),
    fields: stayForm,
    consequence: {
      effect: text('停止执行期间不催告该当事人。', 'Meanwhile nothing is demanded of this party.'),
      article: '《行政处罚法》第七十三条、《行政复议法》第四十二条、《行政诉讼法》第五十六条',
    },
    notify: [inspectors, leader],
  }),
  'lift-party-stay': act({
    words: text('记录对个人恢复执行', 'Record that the stay for a person is over'),
    fields: stayLiftedForm,
    notify: [inspectors, leader],
  }),
  'record-party-upheld': act({
    bills: billsAfterOutcome,
    words: text('登记个人的处罚维持（撤回）', 'Record that the penalty of a person stands'),
    fields: { ...upheldForm, ...outcomeForm },
    consequence: settledSurcharge,
    notify: [inspectors, leader],
  }),
  'record-party-change': act({
    bills: billsAfterOutcome,
    words: text('登记个人的罚款变更', 'Record that the fine of a person was changed'),
    fields: {
      newFine: changedForm.newFine.perCase(({ snapshot, around }) => {
        const fine = fineUnderRemedy(contextOf(snapshot.context), around ? { ofCase: around } : {})
        return {
          hint: text(
            `原罚款${spellYuan(fine?.imposed ?? 0)}元`,
            `It was ${spellYuan(fine?.imposed ?? 0)} yuan`,
          ),
        }
      }),
      ...outcomeForm,
    },
    consequence: {
      effect: text(
        '该当事人待缴的罚款随之变更，多缴的退还；已作的催告不再有效，仍未缴清的按变更后的数额重新催告。',
        'What this party owes changes with it, and what was paid above it is returned; what was demanded before is demanded anew by its new sum.',
      ),
      article: '《行政复议法》第六十三条、《行政处罚法》第四十八条、《行政强制法》第五十四条',
    },
    notify: [inspectors, sectionChief, leader],
  }),
  'record-party-annulment': act({
    bills: billsAfterOutcome,
    words: text('登记个人的处罚撤销', 'Record that the penalty of a person was annulled'),
    fields: outcomeForm,
    consequence: {
      effect: text(
        '不再对该当事人执行，已缴的退还；须重新处理的可以重新追加。',
        'It is executed against this party no more, and what was paid is returned; it can be named anew.',
      ),
      article: '《行政处罚法》第四十八条第二款',
    },
    notify: [inspectors, sectionChief, leader],
  }),
  'record-party-refund': act({
    words: text('登记退还个人罚款', 'Record the refund to a person'),
    fields: {
      ...refundForm,
      refunded: refundForm.refunded.perCase(({ snapshot }) =>
        refundHint(contextOf(snapshot.context)),
      ),
    },
    notify: [sectionChief],
  }),
}
