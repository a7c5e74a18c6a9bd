// What is written down of reconsideration and litigation, of a publication that is withdrawn and of money that is paid back?
import { spellYuan } from '../../language/money.ts'
import { type Text, text } from '../../language/words.ts'
import { act } from '../../model/act.ts'
import { field } from '../../model/field.ts'
import { enterprise, inspectors } from '../../organisation/addresses.ts'
import { followsAnnulment, followsChange } from '../consequences/follow-ups.ts'
import { pastOfClosure } from '../memory/closure.ts'
import { mostYuan } from '../memory/kinds.ts'
import { remembered } from '../memory/penalties.ts'
import { billsAfterRemedy, refundsOwed } from '../payments/booking.ts'
import { leader, legalReviewers, sectionChief } from '../regions/addresses.ts'
import { documentWords } from './document-words.ts'

export const remedyKinds = {
  reconsideration: text('行政复议', 'Reconsideration'),
  litigation: text('行政诉讼', 'Litigation'),
} as const satisfies Record<string, Text>

/** What is written down of any remedy: of the enterprise, and of a person punished beside it. */
export const remedyForm = {
  remedy: field.choice(remedyKinds, '类别', 'Kind'),
  body: field.text('复议机关、人民法院', 'Authority or court', 100),
  remedyCase: field.text('案号', 'Number', 100).optional(),
  filedOn: field.date('申请（起诉）日期', 'Sought on'),
  receivedOn: field.date('收到副本日期', 'Copy received on'),
  files: field.files('申请书（起诉状）副本', 'Copy').optional(),
}

const receiveRemedy = act({
  words: text('登记收到复议、诉讼', 'Record a remedy that was sought'),
  party: text(
    '已收到复议、诉讼材料；期间不计加处罚款，不停止执行。',
    'Your application or action was received: nothing grows meanwhile; the penalty is not stayed.',
  ),
  by: [legalReviewers, sectionChief],
  fields: {
    remedy: remedyForm.remedy.shownTo('party'),
    body: remedyForm.body.shownTo('party'),
    remedyCase: remedyForm.remedyCase.shownTo('party'),
    filedOn: remedyForm.filedOn.shownTo('party'),
    receivedOn: remedyForm.receivedOn.shownTo('party'),
    files: remedyForm.files,
  },
  notify: [...enterprise, legalReviewers, leader, inspectors],
})

export const answerForm = {
  answer: field.longText('事实、证据、依据和答复意见', 'Facts, evidence, basis, answer', 4000),
  evidence: field
    .lines('提交的证据和依据', 'Evidence and provisions', 100, 200)
    .hint('每行一件', 'One a line'),
}

const fileAnswer = act({
  words: text('提交答复（答辩）', 'File the answer'),
  fields: {
    ...answerForm,
    document: field.document(documentWords['file-answer']),
    opinion: field.opinion(),
  },
  notify: [leader],
})

export const stayForm = {
  ordered: field.longText('作出停止执行决定的机关和理由', 'By whom, and why', 1000),
  papers: field.files('停止执行决定', 'Order').optional(),
}
export const stayLiftedForm = { lifted: field.longText('恢复执行的依据', 'Why', 1000) }

const orderStay = act({
  words: text('记录停止执行', 'Record that it is stayed'),
  party: text('处罚决定停止执行。', 'The penalty is stayed.'),
  fields: stayForm,
  consequence: {
    effect: text(
      '停止执行期间不申请法院强制执行。',
      'Meanwhile the court is not asked to enforce.',
    ),
    article: '《行政处罚法》第七十三条、《行政复议法》第四十二条、《行政诉讼法》第五十六条',
  },
  notify: [...enterprise, inspectors, leader],
})

const liftStay = act({
  words: text('记录恢复执行', 'Record that the stay is over'),
  party: text('处罚决定恢复执行。', 'The penalty is executed again.'),
  fields: stayLiftedForm,
  notify: [...enterprise, inspectors, leader],
})

export const outcomeForm = {
  decidedOn: field.date('收到生效文书日期', 'Decision received on'),
  grounds: field.longText('主要理由', 'Grounds', 2000),
  papers: field.files('复议决定书、判决书', 'Decision or judgment').optional(),
}
const outcomeFields = {
  decidedOn: outcomeForm.decidedOn.shownTo('party'),
  grounds: outcomeForm.grounds.shownTo('party'),
  papers: outcomeForm.papers.shownTo('party'),
}

const outcomes = {
  upheld: text('维持（驳回请求）', 'Upheld'),
  withdrawn: text('当事人撤回', 'Withdrawn by the party'),
} as const satisfies Record<string, Text>

export const upheldForm = { outcome: field.choice(outcomes, '结果', 'Outcome') }
export const changedForm = {
  newFine: field.yuan('变更后的罚款（元）', 'Fine as changed (yuan)', 1, mostYuan),
}

/** Also where the penalty stands. */
export const settledSurcharge = {
  effect: text(
    '复议、诉讼期间的加处罚款不计，已多缴的退还。',
    'No surcharge counts for the days of the remedy; what was paid above it is returned.',
  ),
  article: '《行政处罚法》第七十三条第三款',
}

const recordUpheld = act({
  bills: refundsOwed,
  words: text('登记维持（撤回）', 'Record that it stands'),
  party: text('复议、诉讼已结束，处罚决定有效。', 'The remedy is over: the penalty stands.'),
  fields: {
    outcome: upheldForm.outcome.shownTo('party'),
    ...outcomeFields,
  },
  consequence: settledSurcharge,
  notify: [...enterprise, inspectors, leader],
})

const recordChange = act({
  bills: billsAfterRemedy,
  words: text('登记变更', 'Record that it was changed'),
  party: text('罚款变更为{newFine}元。', 'The fine was changed to {newFine} yuan.'),
  fields: {
    newFine: changedForm.newFine.shownTo('party'),
    ...outcomeFields,
  },
  sends: followsChange,
  consequence: {
    effect: text(
      '三日内撤回原公示并说明理由，多缴的退还。',
      'The publication is withdrawn in three days; what was paid above it is returned.',
    ),
    article: '《行政处罚法》第四十八条第二款',
  },
  notify: [...enterprise, inspectors, sectionChief, leader],
})

const recordAnnulment = act({
  bills: billsAfterRemedy,
  past: pastOfClosure,
  words: text('登记撤销（确认违法、无效）', 'Record that it was annulled'),
  party: text('处罚决定已被撤销。', 'The penalty was annulled.'),
  fields: outcomeFields,
  sends: followsAnnulment,
  consequence: {
    effect: text(
      '不再执行；三日内撤回公示并说明理由，已缴的退还。没收的财物尚在的返还，已拍卖的退还价款，已销毁的依法赔偿。',
      'It is executed no more; the publication is withdrawn in three days, what was paid is returned. Confiscated things go back; for what was sold its price, for what was destroyed compensation.',
    ),
    article: '《行政处罚法》第四十八条第二款、《国家赔偿法》第三十六条',
  },
  notify: [...enterprise, inspectors, sectionChief, leader],
})

/** 处罚法 48(2). */
const withdrawPublication = act({
  words: text('撤回公示', 'Withdraw the publication'),
  party: text('处罚信息公示已撤回。', 'The publication was withdrawn.'),
  audience: 'public',
  fields: {
    withdrawalReason: field
      .longText('撤回理由', 'Why', 1000)
      .hint('向社会公开，不写个人信息', 'Read by everybody: no personal data')
      .shownTo('party', 'public'),
  },
  publishes: true,
  withdraws: 'publish-penalty',
  consequence: {
    effect: text('原公示信息不再公开。', 'What was published is no longer read.'),
    article: '《行政处罚法》第四十八条第二款',
  },
  notify: enterprise,
})

export const refundForm = {
  refunded: field.money('退还数额（元）', 'Returned (yuan)'),
  refundedOn: field.date('退还日期', 'Returned on'),
  voucher: field.text('退付凭证号', 'Number of the voucher', 100),
  files: field.files('凭证', 'Voucher').optional(),
}

/** What is to be returned, beside the form; in yuan. */
export const refundHint = ({ refundDue }: { refundDue?: number | null }): { hint: Text } => ({
  hint: text(
    `应退还${spellYuan(refundDue ?? 0)}元`,
    `${spellYuan(refundDue ?? 0)} yuan are to be returned`,
  ),
})

const recordRefund = act({
  bills: refundsOwed,
  words: text('登记退还罚款', 'Record the refund'),
  party: text('已退还{refunded}元。', '{refunded} yuan were returned.'),
  fields: {
    refunded: refundForm.refunded
      .shownTo('party')
      .perCase(({ snapshot }) => refundHint(remembered(snapshot.context))),
    refundedOn: refundForm.refundedOn.shownTo('party'),
    voucher: refundForm.voucher.shownTo('party'),
    files: refundForm.files,
  },
  notify: [...enterprise, sectionChief],
})

export const remedyActs = {
  'receive-remedy': receiveRemedy,
  'file-answer': fileAnswer,
  'order-stay': orderStay,
  'lift-stay': liftStay,
  'record-upheld': recordUpheld,
  'record-change': recordChange,
  'record-annulment': recordAnnulment,
  'withdraw-publication': withdrawPublication,
  'record-refund': recordRefund,
}
