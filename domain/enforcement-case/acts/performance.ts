// What do the acts ask for by which a penalty is performed and published, and the case is closed?

import * as v from 'valibot'
import { spellYuan } from '../../language/money.ts'
import { text } from '../../language/words.ts'
import { act } from '../../model/act.ts'
import { field } from '../../model/field.ts'
import { enterprise, inspectors } from '../../organisation/addresses.ts'
import { mostYuan } from '../memory/kinds.ts'
import { surchargeCourse } from '../memory/owing.ts'
import { remembered } from '../memory/penalties.ts'
import { refundsOfPayment } from '../payments/booking.ts'
import { leader, sectionChief } from '../regions/addresses.ts'
import { documentWords } from './document-words.ts'

/** No smaller coin than the fen. */
export const wholeFen = v.check(
  (yuan: number) => Math.abs(yuan * 100 - Math.round(yuan * 100)) < 1e-6,
)

const payment = (zh: string, en: string, least: 0 | 1) => ({
  amount: field
    .yuan(zh, en, least, mostYuan)
    .shownTo('party')
    .perCase(({ snapshot }) => {
      const { owed } = remembered(snapshot.context)
      return { hint: text(`待缴${spellYuan(owed)}元`, `${spellYuan(owed)} yuan are owed`) }
    }),
  surcharge: field
    .money('其中另缴加处罚款（元）', 'Surcharge paid beside it (yuan)')
    .accepting(v.pipe(v.number(), v.minValue(0), v.maxValue(mostYuan), wholeFen))
    .optional()
    .shownTo('party')
    .perCase(({ snapshot }, law) => ({ hint: surchargeCourse(remembered(snapshot.context), law) })),
  paidOn: field.date('缴款日期', 'Paid on').shownTo('party'),
  receipt: field.text('专用票据号', 'Number of the receipt', 100).shownTo('party'),
  files: field.files('票据', 'Receipt').optional(),
})

const recordInstalment = act({
  words: text('登记分期缴款', 'Record an instalment'),
  party: text('已缴纳罚款{amount}元。', '{amount} yuan of the fine were paid.'),
  fields: payment('本次缴款（元）', 'Paid now (yuan)', 1),
})

const recordPayment = act({
  bills: refundsOfPayment,
  words: text('登记缴清罚款', 'Record the full payment'),
  party: text('罚款已于{paidOn}缴清。', 'The fine was paid in full on {paidOn}.'),
  fields: {
    ...payment('缴清数额（元）', 'Paid (yuan)', 0),
    others: field.longText('其他处罚履行情况', 'How the rest was performed', 2000).optional(),
  },
  notify: enterprise,
})

const recordPerformance = act({
  words: text('登记履行情况', 'Record the performance'),
  party: text('处罚决定已履行。', 'The penalty was performed.'),
  fields: { findings: field.longText('履行情况', 'How it was performed', 2000) },
})

/** 处罚法 66(2). */
const applyDeferral = act({
  words: text('申请延期（分期）缴纳', 'Apply for a later payment'),
  party: text(
    '延期（分期）缴纳罚款的申请已收到。',
    'The application for a later payment was received.',
  ),
  fields: {
    until: field.date('申请延至', 'Until').shownTo('party'),
    reason: field.longText('经济困难情况', 'Hardship', 2000).shownTo('party'),
    papers: field.files('证明材料', 'Evidence').optional().shownTo('party'),
  },
  notify: [leader, inspectors],
})

const grantDeferral = act({
  words: text('批准延期（分期）缴纳', 'Grant a later payment'),
  party: text(
    '已批准延期（分期）缴纳，期限至{dueDate}（{document}）。',
    'The fine may be paid until {dueDate} ({document}).',
  ),
  fields: {
    dueDate: field
      .date('缴纳期限', 'Pay by')
      .shownTo('party')
      .perCase(({ data }) => {
        const until = data['apply-deferral']?.until
        return typeof until === 'string' ? { value: until } : {}
      }),
    document: field.document(documentWords['grant-deferral']).shownTo('party'),
    opinion: field.opinion(),
  },
  notify: [...enterprise, inspectors],
})

const refuseDeferral = act({
  words: text('不批准延期（分期）缴纳', 'Refuse a later payment'),
  party: text('未批准延期（分期）缴纳：{reason}', 'A later payment was refused: {reason}'),
  fields: {
    reason: field.longText('理由', 'Reason', 1000).shownTo('party'),
    opinion: field.opinion(),
  },
  notify: [...enterprise, inspectors],
})

/** 安全法 78. */
const publishPenalty = act({
  words: text('公示处罚信息', 'Publish the penalty'),
  party: text('处罚信息已依法公示。', 'The penalty was published.'),
  audience: 'public',
  fields: {
    publicSummary: field
      .longText('公示内容', 'What is published', 1000)
      .hint('向社会公开，不写个人信息', 'Read by everybody: no personal data')
      .shownTo('party', 'public'),
  },
  publishes: true,
  consequence: {
    effect: text('任何人都可以查阅。', 'Anybody reads it.'),
    article: '《安全生产法》（2021）第七十八条',
  },
  notify: enterprise,
})

/** Documents by the acts that stand, with their numbers: nobody types them again. */
const papersMade = (data: Record<string, Record<string, unknown>>): string =>
  Object.entries(documentWords)
    .flatMap(([type, words]) => {
      const given = data[type]
      if (!given) return []
      return [typeof given.document === 'string' ? `${words.zh} ${given.document}` : words.zh]
    })
    .join('\n')

const proposeClosing = act({
  words: text('提请结案', 'Propose to close'),
  fields: {
    summary: field.longText('执行情况和结案意见', 'How it was performed', 2000),
    catalogue: field
      .lines('卷内目录', 'Papers of the file', 100, 100)
      .hint(
        '每行一件；已制发的文书已列入，可以增删',
        'One a line; documents that were made stand there already',
      )
      .perCase(({ data }) => ({ value: papersMade(data) })),
  },
})

const approveClosing = act({
  words: text('批准结案', 'Close the case'),
  party: text('案件已结案归档。', 'The case is closed.'),
  fields: {
    document: field.document(documentWords['approve-closing']),
    opinion: field.opinion(),
  },
  notify: [...enterprise, inspectors, sectionChief],
})

export const performanceActs = {
  'record-instalment': recordInstalment,
  'record-payment': recordPayment,
  'record-performance': recordPerformance,
  'apply-deferral': applyDeferral,
  'grant-deferral': grantDeferral,
  'refuse-deferral': refuseDeferral,
  'publish-penalty': publishPenalty,
  'propose-closing': proposeClosing,
  'approve-closing': approveClosing,
}
