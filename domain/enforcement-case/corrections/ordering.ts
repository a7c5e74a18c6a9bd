// What does the order ask for by which the party has to correct what it did (处罚法 28, 安全法 112)?
import { text } from '../../language/words.ts'
import { act } from '../../model/act.ts'
import { field } from '../../model/field.ts'
import { enterprise, inspectors } from '../../organisation/addresses.ts'
import { certificateEntries, certificates } from '../../registers/officer-certificate/named.ts'
import { documentWords } from '../acts/document-words.ts'

/** The order is of the day on which it is written down: the paper is handed over at once. */
export const orderCorrection = act({
  entries: [certificateEntries],
  words: text('责令改正', 'Order to correct'),
  party: text(
    '已责令改正，期限至{correctBy}（{document}），届时复查。',
    'You are ordered to correct it by {correctBy} ({document}); it is then re-checked.',
  ),
  fields: {
    requirements: field
      .longText('改正内容和要求', 'What is to be corrected', 2000)
      .shownTo('party'),
    correctBy: field
      .date('改正期限', 'Corrected by')
      .hint('立即改正的填今日', 'At once: today')
      .shownTo('party'),
    certificates,
    photos: field.files('现场照片、签收件', 'Photos, signed paper').optional(),
    document: field.document(documentWords['order-correction']).shownTo('party'),
    opinion: field.opinion(),
  },
  by: [inspectors],
  appendsOnly: true,
  consequence: {
    effect: text(
      '期限届满后复查；已受罚款处罚仍拒不改正的，自今日的次日起按原处罚数额按日连续处罚。',
      'It is re-checked then; a party that was fined and still refuses is fined again for every day from tomorrow on.',
    ),
    article: '《行政处罚法》第二十八条、《安全生产法》第一百一十二条',
  },
  notify: enterprise,
})
