// What do the acts ask for by which a further party is punished or spared, served, and pays?

import * as v from 'valibot'
import { servedStated } from '../../documents/service-day.ts'
import { spellYuan } from '../../language/money.ts'
import { type Text, text } from '../../language/words.ts'
import { act } from '../../model/act.ts'
import { field } from '../../model/field.ts'
import { inspectors } from '../../organisation/addresses.ts'
import { documentWords } from '../acts/document-words.ts'
import { wholeFen } from '../acts/performance.ts'
import { refundForm, refundHint } from '../acts/remedy.ts'
import { departureOfDecision } from '../acts/standard.ts'
import { mostFine } from '../memory/kinds.ts'
import { surchargeCourse } from '../memory/owing.ts'
import { billsOwed, refundsOwed } from '../payments/booking.ts'
import { leader, sectionChief } from '../regions/addresses.ts'
import { partyServiceFields, penaltyFields } from './notice-acts.ts'
import type { PartyContext } from './party-context.ts'

/** What the chart of the party remembers, for the hint of a form. */
const rememberedOf = (context: Record<string, unknown>): PartyContext => context as PartyContext

const { penalties, fine } = penaltyFields

const decidePartyPenalty = act({
  words: text('作出个人处罚决定', 'Decide the penalty of this party'),
  fields: {
    facts: field.longText('违法事实和证据', 'Facts and evidence', 4000),
    basis: field.longText('处罚种类和依据', 'Penalties and their basis', 1000),
    penalties: penalties.perCase(({ snapshot }) => ({
      value: rememberedOf(snapshot.context).penalties.join('\n'),
      hint: text(
        '不得重于已告知的内容；须加重的重新告知',
        'No heavier than what was notified; else notify anew',
      ),
    })),
    fine: fine.perCase(({ snapshot }) => {
      const { fine: told } = rememberedOf(snapshot.context)
      return told > 0 ? { value: String(told) } : {}
    }),
    departure: departureOfDecision((context) => rememberedOf(context).standard),
    performance: field.longText('履行方式和期限', 'How and until when it is performed', 1000),
    document: field.document(documentWords['decide-party-penalty']),
    opinion: field.opinion(),
  },
  consequence: {
    effect: text(
      '处罚决定送达该当事人后生效，罚款自收到之日起十五日内缴纳。',
      'It takes effect when served on this party; a fine is paid within fifteen days of receipt.',
    ),
    article: '《行政处罚法》第五十七条、第五十九条、第六十七条',
  },
  notify: [inspectors, sectionChief],
})

const spareGrounds = {
  minor: text('违法行为轻微并及时改正，没有造成危害后果', 'Minor, corrected and without harm'),
  first: text('初次违法且危害后果轻微并及时改正', 'First act, little harm, corrected in time'),
  'no-fault': text('当事人证明没有主观过错', 'The party has proved that it is without fault'),
  unproved: text('违法事实不能成立', 'The facts do not hold'),
  transferred: text('涉嫌犯罪，已移送公安机关', 'Handed over to the police'),
} as const satisfies Record<string, Text>

const spareParty = act({
  words: text('对个人不予处罚', 'Decide not to punish this party'),
  fields: {
    ground: field.choice(spareGrounds, '不予处罚的情形', 'Ground'),
    reason: field.longText('事实和理由', 'Facts and reasons', 4000),
    opinion: field.opinion(),
  },
  consequence: {
    effect: text('对该当事人不予处罚，其办理结束。', 'It ends for this party without a penalty.'),
    article: '《行政处罚法》第三十三条、第五十七条',
  },
  notify: [inspectors],
})

const enforcedByCourt = [{ ground: ['court-enforced'] }]
const yuan = v.pipe(v.number(), v.minValue(0), v.maxValue(mostFine), wholeFen)

/** What the court has brought in counts as paid: it is returned should the penalty be annulled. */
const brought = {
  enforced: field
    .yuan('执行到位的罚款（元）', 'Fine that the court has brought in (yuan)', 0, mostFine)
    .optional()
    .with({ where: enforcedByCourt, needed: enforcedByCourt })
    .perCase(({ snapshot }) => {
      const { owed } = rememberedOf(snapshot.context)
      return { hint: text(`待缴${spellYuan(owed)}元`, `${spellYuan(owed)} yuan are owed`) }
    }),
  enforcedSurcharge: field
    .money('执行到位的加处罚款（元）', 'Surcharge that it has brought in (yuan)')
    .accepting(yuan)
    .optional()
    .with({ where: enforcedByCourt }),
}

const payment = (zh: string, en: string, least: 0 | 1) => ({
  amount: field.yuan(zh, en, least, mostFine).perCase(({ snapshot }) => {
    const { owed } = rememberedOf(snapshot.context)
    return { hint: text(`待缴${spellYuan(owed)}元`, `${spellYuan(owed)} yuan are owed`) }
  }),
  surcharge: field
    .money('其中另缴加处罚款（元）', 'Surcharge paid beside it (yuan)')
    .accepting(yuan)
    .optional()
    .perCase(({ snapshot }, law) => ({
      hint: surchargeCourse(rememberedOf(snapshot.context), law),
    })),
  paidOn: field.date('缴款日期', 'Paid on'),
  receiptNumber: field.text('专用票据号', 'Number of the receipt', 100),
})

const endGrounds = {
  'court-enforced': text('人民法院已强制执行', 'Enforced by the court'),
  'court-refused': text('人民法院裁定不予执行', 'The court has refused'),
  late: text('申请强制执行的期限已过', 'The period for asking the court is over'),
  dead: text('公民死亡，无遗产可供执行，又无义务承受人', 'Dead, with no estate and no successor'),
} as const satisfies Record<string, Text>

/** 处罚法 48(2): nothing is left to be paid, though not all of it was. */
const relieveParty = act({
  words: text('登记无需再缴（复议、诉讼后）', 'Nothing is to be paid any more after a remedy'),
  fields: { reason: field.longText('情况说明', 'What has happened', 1000) },
  consequence: {
    effect: text('该当事人的罚款不再收缴。', 'No more of the fine of this party is collected.'),
    article: '《行政处罚法》第四十八条、第七十三条',
  },
  notify: [inspectors, sectionChief],
})

export const partyDecisionActs = {
  'decide-party-penalty': decidePartyPenalty,
  'spare-party': spareParty,
  'notify-party-anew': act({
    words: text('退回重新告知', 'Notify this party anew'),
    fields: { reason: field.longText('需要变更告知内容的理由', 'What has to be told anew', 1000) },
    notify: [inspectors],
  }),
  'serve-party-decision': act({
    states: servedStated,
    bills: billsOwed,
    words: text('送达个人决定书', 'Serve the decision on this party'),
    fields: partyServiceFields,
  }),
  'record-party-instalment': act({
    words: text('登记个人分期缴款', 'Record an instalment of this party'),
    fields: payment('本次缴款（元）', 'Paid now (yuan)', 1),
  }),
  'record-party-payment': act({
    bills: refundsOwed,
    words: text('登记个人缴清罚款', 'Record the full payment of this party'),
    fields: payment('缴清数额（元）', 'Paid (yuan)', 0),
  }),
  'return-party-surplus': act({
    words: text('登记退还个人多缴款项', 'Record the return of what this party has paid too much'),
    fields: {
      ...refundForm,
      refunded: refundForm.refunded.perCase(({ snapshot }) =>
        refundHint(rememberedOf(snapshot.context)),
      ),
    },
    notify: [sectionChief],
  }),
  'party-payment-overdue': act({
    words: text('个人罚款逾期未缴', 'The fine of this party is overdue'),
    by: 'clock',
    notify: [inspectors],
  }),
  'demand-party': act({
    words: text('催告个人履行', 'Demand the fine of this party'),
    fields: {
      payment: field.longText('履行方式', 'How it is paid', 500),
      document: field.document(documentWords['demand-party']),
    },
  }),
  'serve-party-demand': act({
    states: servedStated,
    words: text('送达个人催告书', 'Serve the demand on this party'),
    fields: partyServiceFields,
  }),
  'relieve-party': relieveParty,
  'end-party-enforcement': act({
    words: text('终结对个人的执行', 'End the enforcement against this party'),
    /** 强制法 40: as for the enterprise, no officer gives a fine up by himself. */
    by: [leader],
    fields: {
      ground: field.choice(endGrounds, '终结情形', 'Ground'),
      ...brought,
      findings: field.longText('执行情况', 'What was found', 2000),
      papers: field.files('法院文书、证明', 'Papers of the court, or proof'),
    },
    notify: [inspectors],
    consequence: {
      effect: text('该当事人的罚款不再执行。', 'The fine of this party is enforced no more.'),
      article: '《行政强制法》第四十条、第五十三条',
    },
  }),
}
