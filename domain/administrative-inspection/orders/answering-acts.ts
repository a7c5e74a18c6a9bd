// What does an enterprise say of an order against it: that it is carried out, or that it needs more time; and how is that answered?
import { text } from '../../language/words.ts'
import { act } from '../../model/act.ts'
import { field } from '../../model/field.ts'
import type { CaseRecord } from '../../model/record.ts'
import { enterprise, inspectors } from '../../organisation/addresses.ts'
import { documentWords } from '../papers/names.ts'
import { sectionChief } from '../posts/addresses.ts'
import type { OrderContext } from './order-context.ts'

const reported = {
  description: field.longText('整改完成情况', 'What was done', 4000).shownTo('party'),
  photos: field.files('整改照片、材料', 'Photos and papers').optional().shownTo('party'),
}

/** 处罚办法 16: from that day on the bureau has its days for the re-check. */
const reportCorrection = act({
  words: text('报告整改完成，申请复查', 'Report that it is done'),
  party: text('已报告整改完成，等待复查。', 'It was reported as done; the re-check is awaited.'),
  fields: reported,
  notify: [inspectors],
})

const reportMeasures = act({
  words: text('报告隐患排除，申请恢复', 'Report that the danger is removed'),
  party: text(
    '已报告隐患排除，复查同意前不得恢复。',
    'The danger was reported as removed; work does not go on before the re-check agrees.',
  ),
  fields: reported,
  notify: [inspectors],
})

const askExtension = act({
  words: text('申请延期整改', 'Ask for more time'),
  party: text(
    '延期申请已提交：申请延至{until}，等待答复。',
    'More time was asked for, until {until}; the answer is awaited.',
  ),
  fields: {
    until: field.date('申请延至', 'Until').shownTo('party'),
    reason: field
      .longText('不可抗力情形及理由', 'Force majeure and reasons', 500)
      .hint('仅限不可抗力，期满前10日内申请', 'Force majeure only, asked for in the last 10 days')
      .shownTo('party'),
    evidence: field.files('证明材料', 'Evidence').optional().shownTo('party'),
  },
  notify: [sectionChief, inspectors],
})

/** What the enterprise has asked for itself stands in the form of whoever answers. */
const asked =
  (name: 'on' | 'until' | 'reason') =>
  ({ snapshot }: CaseRecord) => {
    const value = (snapshot.context as unknown as OrderContext).asked?.[name]
    return value ? { value } : {}
  }

const askedOn = field.date('企业申请日期', 'Asked for on').shownTo('party').perCase(asked('on'))

/** 处罚办法 16: for force majeure alone, asked for by the enterprise, granted by the bureau that ordered. */
const extendOrder = act({
  words: text('同意延期整改', 'Give more time'),
  party: text(
    '已同意延期至{correctBy}（含当日，{document}）。',
    'More time is given until {correctBy}, that day included ({document}).',
  ),
  fields: {
    askedOn,
    reason: field
      .longText('不可抗力情形', 'Force majeure', 2000)
      .hint('仅限不可抗力，期满前10日内申请', 'Force majeure only, asked for in the last 10 days')
      .shownTo('party')
      .perCase(asked('reason')),
    correctBy: field.date('延期至', 'New date').shownTo('party').perCase(asked('until')),
    evidence: field.files('延期申请及证明材料', 'Request and evidence').optional().shownTo('party'),
    document: field.document(documentWords['extend-order']).shownTo('party'),
    opinion: field.opinion(),
  },
  by: [sectionChief],
  consequence: {
    effect: text(
      '整改期限和复查期限按新的日期重新计算。',
      'The date of the order and that of its re-check are counted anew.',
    ),
    article: '《安全生产违法行为行政处罚办法》第十六条',
  },
  notify: [...enterprise, inspectors],
})

const refuseExtension = act({
  words: text('不同意延期整改', 'Refuse more time'),
  party: text(
    '不同意延期，请按原期限完成整改（{document}）。',
    'More time is refused: the old date stands ({document}).',
  ),
  fields: {
    askedOn,
    refusal: field.longText('不同意的理由', 'Why not', 2000).shownTo('party'),
    document: field.document(documentWords['extend-order']).shownTo('party'),
    opinion: field.opinion(),
  },
  notify: [...enterprise, inspectors],
})

export const answersToCorrection = {
  'report-correction': reportCorrection,
  'ask-extension': askExtension,
  'extend-order': extendOrder,
  'refuse-extension': refuseExtension,
}
export const answersToMeasures = { 'report-measures': reportMeasures }
