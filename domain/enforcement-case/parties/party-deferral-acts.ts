// What do the acts ask for by which a further party is allowed to pay its fine later, or in parts (处罚法 66)?
import { text } from '../../language/words.ts'
import { act } from '../../model/act.ts'
import { field } from '../../model/field.ts'
import { inspectors } from '../../organisation/addresses.ts'
import { documentWords } from '../acts/document-words.ts'
import { leader } from '../regions/addresses.ts'
import { statementFields } from './notice-acts.ts'
import type { PartyContext } from './party-context.ts'

export const partyDeferralActs = {
  'apply-party-deferral': act({
    words: text('登记个人申请延期（分期）缴纳', 'Record that this party asks to pay later'),
    fields: {
      until: field.date('申请延至', 'Until'),
      ...statementFields('经济困难情况和理由', 'Hardship, and why'),
    },
    notify: [leader, inspectors],
  }),
  'grant-party-deferral': act({
    words: text('批准个人延期（分期）缴纳', 'Let this party pay later'),
    by: [leader],
    fields: {
      dueDate: field.date('缴纳期限', 'Pay by').perCase(({ snapshot }) => {
        const { askedUntil } = snapshot.context as PartyContext
        return askedUntil ? { value: askedUntil } : {}
      }),
      document: field.document(documentWords['grant-party-deferral']),
      opinion: field.opinion(),
    },
    consequence: {
      effect: text(
        '批准的期限内不加处罚款，不催告；已作的催告不再有效，逾期的重新催告。',
        'Until then no surcharge grows and nothing is demanded; what was demanded before is demanded anew if it is late again.',
      ),
      article: '《行政处罚法》第六十六条第二款、第七十二条第二款',
    },
    notify: [inspectors],
  }),
  'refuse-party-deferral': act({
    words: text('不批准个人延期（分期）缴纳', 'Refuse a later payment of this party'),
    by: [leader],
    fields: { reason: field.longText('理由', 'Reason', 1000), opinion: field.opinion() },
    notify: [inspectors],
  }),
}
