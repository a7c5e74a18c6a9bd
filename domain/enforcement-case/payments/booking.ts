// How is a fine that was paid under its code written down, and when is an officer asked instead?

import { spellFen, spellYuan } from '../../language/money.ts'
import { type Text, text } from '../../language/words.ts'
import type { AskedBy } from '../../law/calculations/ask.ts'
import type {
  Booking,
  Collection,
  Collections,
  Money,
  PaymentRequest,
} from '../../model/collection/collection.ts'
import { type OpenStage, openStageOf } from '../memory/agreed.ts'
import type { Punished } from '../memory/context.ts'
import { surchargeOwed } from '../memory/owing.ts'
import { remembered } from '../memory/penalties.ts'
import { isOwing } from '../memory/surcharge.ts'
import type { PartyRemedyContext } from '../party-remedies/party-remedy-context.ts'
import { officersOfCase } from '../regions/addresses.ts'

const inFen = (yuan: number): number => Math.round(yuan * 100)
const inYuan = (fen: number): number => fen / 100

type Acts = { part: string; whole: string; receipt: 'receipt' | 'receiptNumber' }

/** Of a stage's money so much is surcharge as the stage says and as has grown, and the fine is paid in whole yuan; null: it does not come out. */
const lateOf = ({ surchargeFen }: OpenStage, amountFen: number, grown: number): number | null => {
  const most = Math.min(surchargeFen, grown)
  const late = most - ((((most - amountFen) % 100) + 100) % 100)
  return late >= 0 ? late : null
}

/** What is no whole payment and no stage; the law does not say which of fine and surcharge goes first. */
const lessThanAll = (owed: number, amountFen: number, surcharge: number): Text | null => {
  if (owed <= 0) return lessThanLeft(amountFen, surcharge)
  if (amountFen >= inFen(owed))
    return text(
      `已缴${spellFen(amountFen)}元，够缴罚款${spellYuan(owed)}元，不够缴加处罚款${spellYuan(surcharge)}元，由办案人员分配`,
      `${spellFen(amountFen)} yuan pay the fine of ${spellYuan(owed)} and not the surcharge of ${spellYuan(surcharge)}: an officer divides it`,
    )
  return amountFen % 100 === 0
    ? null
    : text(
        '分期缴款须为整数元，由办案人员处理',
        'A part is paid in whole yuan: for an officer to look at',
      )
}

const lessThanLeft = (amountFen: number, left: number): Text =>
  text(
    `已缴${spellFen(amountFen)}元，不够缴尚欠的加处罚款${spellYuan(left)}元，由办案人员处理`,
    `${spellFen(amountFen)} yuan do not pay the ${spellYuan(left)} of surcharge that are left: for an officer to look at`,
  )

/** What is more than all that is owed is not booked, and stands as money to be cleared. */
const paid = (
  { owed, ...context }: Punished,
  { amountFen, on, receipt }: Money,
  acts: Acts,
  by: AskedBy,
): Booking | Text => {
  if (!isOwing({ owed, ...context })) return text('没有待缴罚款', 'No fine is to be paid')
  const surcharge = surchargeOwed({ owed, ...context }, on, by)
  const known = { paidOn: on, [acts.receipt]: receipt }
  const extra = surcharge > 0 ? { surcharge } : {}
  if (amountFen >= inFen(owed) + inFen(surcharge))
    return { type: acts.whole, data: { amount: owed, ...extra, ...known } }
  const stage = openStageOf({ owed, ...context })
  if (stage !== null && amountFen !== stage.fineFen + stage.surchargeFen)
    return text(
      `已缴${spellFen(amountFen)}元，与执行协议第${stage.nth}期应缴的${spellFen(stage.fineFen + stage.surchargeFen)}元不符，由办案人员分配`,
      `${spellFen(amountFen)} yuan are not the ${spellFen(stage.fineFen + stage.surchargeFen)} of stage ${stage.nth} of the agreement: an officer divides it`,
    )
  if (stage !== null && !stage.isLast) {
    const late = lateOf(stage, amountFen, inFen(surcharge))
    if (late !== null && late < amountFen)
      return {
        type: acts.part,
        data: {
          amount: inYuan(amountFen - late),
          ...(late > 0 ? { surcharge: inYuan(late) } : {}),
          ...known,
        },
      }
  }
  const data = { amount: inYuan(amountFen), ...known }
  return lessThanAll(owed, amountFen, surcharge) ?? { type: acts.part, data }
}

const returnedAs = (type: string, { amountFen, on, receipt }: Money): Booking => ({
  type,
  data: { refunded: inYuan(amountFen), refundedOn: on, voucher: receipt },
})

const ofCase: Collection = (context, money, by) =>
  money.kind === 'refund'
    ? returnedAs('record-refund', money)
    : paid(
        remembered(context),
        money,
        { part: 'record-instalment', whole: 'record-payment', receipt: 'receipt' },
        by,
      )

const ofParty: Collection = (context, money, by) => {
  const acts = {
    part: 'record-party-instalment',
    whole: 'record-party-payment',
    receipt: 'receiptNumber',
  } as const
  if (money.kind !== 'refund') return paid(context as Punished, money, acts, by)
  return dueIn({ context }) === null
    ? text('该当事人没有应退还的款项', 'Nothing is to be returned to this party')
    : returnedAs('return-party-surplus', money)
}

/** What goes back to a person is written down in the remedy that has brought it about. */
const ofPartyRemedy: Collection = (_, money) =>
  money.kind === 'refund'
    ? returnedAs('record-party-refund', money)
    : text('复议、诉讼不收取款项', 'A remedy takes no money')

type Waiting = { kind: string; context: Record<string, unknown> }

/** What is to go back there, in yuan. */
const dueIn = ({ context: { refundDue } }: Pick<Waiting, 'context'>): number | null =>
  typeof refundDue === 'number' ? refundDue : null

/** His own matter, or a remedy of his. */
const isOfPerson = ({ kind, context }: Waiting, nth: number): boolean =>
  (kind === 'party' && context.nth === nth) ||
  (kind === 'party-remedy' && (context as PartyRemedyContext).party === nth)

const refundedIn: NonNullable<Collections['refundedIn']> = (open, paidBy, amountFen) => {
  if (paidBy.kind !== 'party') return null
  const waiting = open.filter((one) => isOfPerson(one, paidBy.nth) && dueIn(one) !== null)
  // What goes back for the later one may be told first.
  const found = waiting.find((one) => inFen(dueIn(one) ?? 0) === amountFen) ?? waiting[0]
  return found?.no ?? null
}

/** The fine that is owed; where nothing of it is, what is left of its surcharge. */
const leftFen = ({ owed, surchargeLeft }: Record<string, unknown>): number => {
  if (typeof owed === 'number' && owed > 0) return inFen(owed)
  return typeof surchargeLeft === 'number' ? inFen(surchargeLeft) : 0
}

export const collections: Collections = {
  case: ofCase,
  items: { party: ofParty, 'party-remedy': ofPartyRemedy },
  refundedIn,
  owed: leftFen,
  officers: officersOfCase,
}

/** 处罚法 67: once the decision is served, under a code. */
export const billsOwed = (context: Record<string, unknown>): PaymentRequest[] => {
  const amountFen = leftFen(context)
  return amountFen > 0 ? [{ ask: 'bill', amountFen }] : []
}

/** 处罚法 48(2): what was paid in vain goes back. */
export const refundsOwed = ({ refundDue }: Record<string, unknown>): PaymentRequest[] =>
  typeof refundDue === 'number' && refundDue > 0
    ? [{ ask: 'refund', amountFen: inFen(refundDue) }]
    : []

/** With the last payment: what goes back already was asked for before. */
export const refundsOfPayment = (context: Record<string, unknown>): PaymentRequest[] =>
  context.refundAsked === true ? [] : refundsOwed(context)

/** And what is still owed gets a code of its own, unless it was given up (强制法 40). */
export const billsAfterRemedy = (context: Record<string, unknown>): PaymentRequest[] => [
  ...refundsOwed(context),
  ...(context.givenUp === true ? [] : billsOwed(context)),
]
