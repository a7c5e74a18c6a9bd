// What do the acts of a penalty on the spot ask for, of officers with a telephone in a workshop?

import { notedAt, noteFields } from '../../field-notes/note.ts'
import { type Text, text } from '../../language/words.ts'
import { act } from '../../model/act.ts'
import { field } from '../../model/field.ts'
import { enterprise, inspectors } from '../../organisation/addresses.ts'
import { certificateEntries, certificates } from '../../registers/officer-certificate/named.ts'
import { causeEntries } from '../../registers/violation-cause/standard.ts'
import { civilDate } from '../../time/instant.ts'
import { asAnswered } from '../memory/answered.ts'
import { closureStated, pastOfClosure, tellsClosure } from '../memory/closure.ts'
import { pastPenaltyCases } from '../memory/daily.ts'
import { limitOf, onTheSpotOf } from '../memory/on-the-spot.ts'
import { reckoned, remembered } from '../memory/penalties.ts'
import { billsOwed } from '../payments/booking.ts'
import { leader, sectionChief } from '../regions/addresses.ts'
import { closureReckoning } from './closure-reckoning.ts'
import { documentWords } from './document-words.ts'
import { causeFieldsOnTheSpot, causeWithFineChoice, otherActOnTheSpot } from './standard.ts'

const kinds = {
  warning: text('警告', 'Warning'),
  fine: text('罚款', 'Fine'),
} as const satisfies Record<string, Text>

const fined = [{ penalties: ['fine'] }] as const

const spoken = {
  none: text('当事人未陈述申辩', 'The party has said nothing'),
  adopted: text('有陈述申辩，采纳', 'It has spoken: adopted'),
  'not-adopted': text('有陈述申辩，不予采纳', 'It has spoken: not adopted'),
} as const satisfies Record<string, Text>
const hasSpoken = [{ outcome: ['adopted', 'not-adopted'] }] as const

/** 处罚法 44, 45, 52, 55: certificates shown, facts, grounds and rights told, the party heard, before anything is decided. */
const tellParty = act({
  past: pastPenaltyCases,
  entry: causeWithFineChoice,
  entries: [certificateEntries, causeEntries],
  words: text('告知并听取陈述申辩', 'Tell the party and hear it'),
  party: text('执法人员已当场告知并听取陈述申辩。', 'You were told on the spot, and heard.'),
  fields: {
    facts: field
      .longText('违法事实', 'Facts', 2000)
      .shownTo('party')
      .perCase(asAnswered('propose-filing', 'facts')),
    basis: field
      .longText('处罚理由和依据', 'Grounds and basis', 1000)
      .shownTo('party')
      .perCase(asAnswered('propose-filing', 'basis')),
    ...causeFieldsOnTheSpot,
    penalties: field
      .choices(kinds, '拟处罚种类', 'Planned penalty', 2, 1)
      .shownTo('party')
      .perCase(({ snapshot }, law) => ({
        hint: limitOf(remembered(snapshot.context), law),
      })),
    fine: field
      .yuan('拟罚款（元）', 'Planned fine (yuan)', 1, 1_000_000_000)
      .optional()
      .with({ where: fined, needed: fined })
      .shownTo('party'),
    certificates,
    rightsTold: field.boolean(
      '已出示证件，告知事实、理由、依据和权利',
      'Certificates shown; facts, grounds and rights told',
    ),
    outcome: field.choice(spoken, '陈述申辩', 'What the party said').shownTo('party'),
    statement: field
      .longText('陈述申辩内容和答复', 'What it said, and the answer', 2000)
      .optional()
      .with({ where: hasSpoken, needed: hasSpoken })
      .shownTo('party'),
    otherAct: otherActOnTheSpot,
  },
})

const collections = {
  bank: text('十五日内到银行缴纳', 'Paid at a bank within fifteen days'),
  cash: text('当场收缴', 'Taken on the spot'),
} as const satisfies Record<string, Text>
const takesCash = [{ collection: ['cash'], penalties: ['fine'] }] as const

/** 处罚法 68, 69. */
const cashGrounds = {
  small: text('一百元以下', 'A hundred yuan or less'),
  hard: text('不当场收缴事后难以执行', 'Hard to collect later'),
  remote: text(
    '边远、水上、交通不便，当事人提出到银行缴纳有困难',
    'Remote place, and the party asks for it',
  ),
} as const satisfies Record<string, Text>

const signatures = {
  signed: text('当事人签名', 'The party has signed'),
  refused: text('当事人拒绝签收', 'The party refuses to sign'),
} as const satisfies Record<string, Text>
const unsigned = [{ signature: ['refused'] }] as const

/** 处罚法 51, 52: filled in, signed and handed over on the spot. */
const punishOnTheSpot = act({
  bills: billsOwed,
  past: pastOfClosure,
  states: closureStated,
  tells: tellsClosure,
  words: text('当场作出处罚决定', 'Decide on the spot'),
  party: text(
    '已当场作出行政处罚决定并送达（{document}）。',
    'A penalty was decided on the spot and handed over ({document}).',
  ),
  fields: {
    penalties: field
      .choices(kinds, '处罚种类', 'Penalty', 2, 1)
      .shownTo('party')
      .perCase(({ snapshot }) => ({ value: remembered(snapshot.context).penalties.join('\n') })),
    fine: field
      .yuan('罚款（元）', 'Fine (yuan)', 1, 1_000_000_000)
      .optional()
      .with({ where: fined, needed: fined })
      .shownTo('party')
      .perCase(({ snapshot }, law) => {
        const { fine } = remembered(snapshot.context)
        const hint = reckoned(onTheSpotOf(remembered(snapshot.context), fine, law))
        return fine > 0 ? { value: String(fine), hint } : { hint }
      }),
    collection: field
      .choice(collections, '缴纳方式', 'How it is paid')
      .optional()
      .with({ where: fined, needed: fined })
      .shownTo('party'),
    cashGround: field
      .choice(cashGrounds, '当场收缴的理由', 'Why it is taken on the spot')
      .optional()
      .with({ where: takesCash, needed: takesCash })
      .shownTo('party'),
    receipt: field
      .text('专用票据号', 'Number of the receipt', 100)
      .optional()
      .with({ where: takesCash, needed: takesCash })
      .hint(
        '不出具财政部门统一制发的专用票据的，当事人有权拒绝缴纳',
        'Without the official receipt the party may refuse to pay',
      )
      .shownTo('party'),
    signature: field.choice(signatures, '签收', 'Receipt').shownTo('party'),
    receiver: field.text('当事人或者在场人员姓名', 'Who was there for the party', 100),
    witness: field
      .text('见证人', 'Witness', 100)
      .optional()
      .with({ where: unsigned, needed: unsigned }),
    files: field.files('现场照片、签收件', 'Photos, signed paper').optional(),
    document: field.document(documentWords['punish-on-the-spot']).shownTo('party'),
    closureReckoning,
    opinion: field.opinion(),
  },
  consequence: {
    effect: text(
      '另一名执法人员会签后决定书当场交付，须报本机关备案并依法公示。',
      'Countersigned, it is handed over at once, reported for the record and published.',
    ),
    article: '《行政处罚法》第五十一条、第五十二条',
  },
  notify: [...enterprise, sectionChief],
})

/** 处罚法 54: what is too grave for the spot is filed and investigated. */
const goOrdinary = act({
  words: text('转为普通程序', 'Go over to the ordinary procedure'),
  fields: { reason: field.longText('理由', 'Reason', 1000) },
  consequence: {
    effect: text(
      '报局领导审批立案，已记录的内容随案保留。',
      'The leader decides on the filing; what is written stays with the case.',
    ),
    article: '《行政处罚法》第五十四条',
  },
  notify: [leader],
})

/** 处罚法 52(3). */
const reportOnTheSpot = act({
  words: text('当场处罚决定备案', 'Report it for the record'),
  fields: {
    archive: field.text('预定格式决定书编号、存根', 'Number of the form and its stub', 100),
    files: field.files('决定书存根', 'Stub').optional(),
  },
  notify: [sectionChief],
})

/** 处罚法 71. */
const handInCash = act({
  words: text('当场收缴罚款交回', 'Hand in the cash'),
  fields: {
    handedOn: field
      .date('交回日期', 'Handed in on')
      .perCase(({ openedAt }) => ({ value: civilDate(openedAt) })),
    cashier: field.text('本机关经手人', 'Received by', 100),
    files: field.files('收款凭证', 'Receipt').optional(),
  },
  notify: [sectionChief],
})

const remitCash = act({
  words: text('罚款缴付银行', 'Remit the cash to the bank'),
  fields: {
    remittedOn: field.date('缴付日期', 'Remitted on'),
    voucher: field.text('银行回单号', 'Number of the voucher', 100),
    files: field.files('银行回单', 'Voucher').optional(),
  },
  notify: [inspectors],
})

/** Seen and photographed in the workshop, where there may be no network: it decides nothing, and is there when the party is told. */
const noteOnTheSpot = act({
  words: text('现场记录', 'Write down at the place'),
  fields: noteFields,
  by: [inspectors],
  appendsOnly: true,
  happenedIn: notedAt,
  deferrable: true,
  fieldNote: 'note',
})

export const onTheSpotActs = {
  'note-on-the-spot': noteOnTheSpot,
  'tell-party': tellParty,
  'punish-on-the-spot': punishOnTheSpot,
  'go-ordinary': goOrdinary,
  'report-on-the-spot': reportOnTheSpot,
  'hand-in-cash': handInCash,
  'remit-cash': remitCash,
}
