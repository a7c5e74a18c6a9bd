// Which periods run after a penalty is decided on the spot or served: the books, payment, demand and court?
import { type Text, text } from '../../language/words.ts'
import { escalationLevel, missed } from '../../model/periods/period.ts'
import type { ClockDefinition, EscalationLevelDefinition } from '../../model/process.ts'
import { enterprise, inspectors } from '../../organisation/addresses.ts'
import { remembered } from '../memory/penalties.ts'
import { isOwing } from '../memory/surcharge.ts'
import { leader, legalReviewers, sectionChief } from '../regions/addresses.ts'
import { limit } from './period.ts'
import { remedyClocks } from './remedies.ts'
import { nothingLeft, standsStill, standsStillForCourt, suspensionClock } from './suspension.ts'

/** 强制法 40: given up, it is owed no more. */
const paid = ['record-payment', 'terminate-enforcement', 'record-performance']

const annulled = ['record-annulment']

/** What is owed by then may have become another sum, or nothing. */
const changed = ['record-change', 'record-refund']
const inTime: NonNullable<ClockDefinition['startsIf']> = ({ owed, overdue, deferredTo }) =>
  typeof owed === 'number' && owed > 0 && overdue !== true && typeof deferredTo !== 'string'

const unpaid = (words: Text): EscalationLevelDefinition[] => [
  {
    ...missed(words, [...enterprise, inspectors, sectionChief]),
    event: 'payment-overdue',
    force: 'legal',
    forfeits: true,
  },
  escalationLevel('still-unpaid', text('逾期三十日仍未缴纳', 'Not paid thirty days later'), {
    notify: [sectionChief, leader],
    after: { unit: 'ND', n: 30 },
  }),
]

/** What stands still goes on by itself: only where a remedy has ended meanwhile does it begin when the suspension ends. */
const courtStarts: NonNullable<ClockDefinition['startsIf']> = (context) =>
  isOwing(remembered(context)) &&
  context.overdue === true &&
  context.remedy === null &&
  context.courtAsked !== true &&
  typeof context.suspendedSince !== 'string' &&
  context.courtPaused !== true

const payment = text('缴纳罚款', 'Payment of the fine')
const laterPayment = text('延期（分期）缴纳', 'Later payment')

export const performanceClocks: ClockDefinition[] = [
  limit('on-the-spot-filing', text('当场处罚决定备案', 'Report for the record'), {
    due: 'on-the-spot-filing',
    startsOn: ['punish-on-the-spot'],
    endsOn: ['report-on-the-spot'],
    warn: { unit: 'ND', n: 2 },
    warnNotify: [inspectors],
  }),
  limit('cash-handover', text('当场收缴罚款交回', 'Handing in the cash'), {
    due: 'cash-handover',
    startsOn: ['punish-on-the-spot'],
    startsIf: ({ cashOpen }) => cashOpen === true,
    endsOn: ['hand-in-cash'],
    warn: { unit: 'WD', n: 1 },
    warnNotify: [inspectors],
  }),
  limit('bank-remittance', text('罚款缴付银行', 'Remittance of the cash'), {
    due: { rule: 'enforcement-case.bank-remittance', from: 'cashHandedOn' },
    startsOn: ['hand-in-cash'],
    endsOn: ['remit-cash'],
    warn: { unit: 'WD', n: 1 },
    warnNotify: [sectionChief],
  }),
  limit('payment', payment, {
    due: { rule: 'enforcement-case.payment', from: 'decisionServedOn' },
    startsOn: ['serve-decision', 'punish-on-the-spot', ...changed],
    startsIf: inTime,
    endsOn: paid,
    yieldsOn: ['grant-deferral', ...annulled, ...changed],
    warn: { unit: 'ND', n: 3 },
    warnNotify: enterprise,
    escalationPolicy: unpaid(payment),
    audience: 'party',
  }),
  limit('later-payment', laterPayment, {
    due: { dateField: 'dueDate', article: '《行政处罚法》第六十六条第二款', rolls: true },
    startsOn: ['grant-deferral'],
    endsOn: paid,
    yieldsOn: annulled,
    yieldsIf: (context) => nothingLeft(context) || typeof context.deferredTo !== 'string',
    warn: { unit: 'ND', n: 3 },
    warnNotify: enterprise,
    escalationPolicy: unpaid(laterPayment),
    audience: 'party',
    clockOwner: leader,
  }),
  limit('demand', text('催告后履行', 'Payment after the demand'), {
    ...standsStill,
    due: { rule: 'enforcement-case.demand', from: 'demandServedOn' },
    startsOn: ['serve-demand'],
    endsOn: [...paid, 'demand-lapsed'],
    yieldsOn: ['grant-deferral', 'court-lapsed', ...annulled, 'record-change'],
    warn: { unit: 'WD', n: 2 },
    warnNotify: enterprise,
    escalationPolicy: [
      escalationLevel('demand-over', text('催告期限届满仍未履行', 'Not paid after the demand'), {
        notify: [...enterprise, inspectors, sectionChief, leader],
        event: 'demand-lapsed',
        force: 'legal',
        forfeits: true,
      }),
    ],
    audience: 'party',
  }),
  limit('court-application', text('申请法院强制执行', 'Asking the court to enforce'), {
    due: { rule: 'enforcement-case.court-application', from: 'courtFrom' },
    ...standsStillForCourt,
    startsOn: ['payment-overdue', 'record-upheld', 'record-change', 'resume-enforcement'],
    startsIf: courtStarts,
    endsOn: [...paid, 'apply-court', 'court-lapsed'],
    yieldsOn: ['grant-deferral', 'receive-remedy'],
    // Days before the end of three months: the window has just opened, and the demand can still be made.
    warn: { unit: 'ND', n: 85 },
    warnNotify: [inspectors, sectionChief, leader],
    escalationPolicy: [
      escalationLevel(
        'court-over',
        text('申请法院强制执行期限届满', 'The period for asking the court has ended'),
        { notify: [inspectors, sectionChief, leader], event: 'court-lapsed', force: 'legal' },
      ),
    ],
    clockOwner: leader,
  }),
  limit('court-acceptance', text('法院受理', 'Acceptance by the court'), {
    due: 'court-acceptance',
    startsOn: ['apply-court'],
    endsOn: ['record-acceptance', ...paid],
    yieldsOn: annulled,
    escalationPolicy: [
      missed(text('法院受理', 'Acceptance by the court'), [inspectors, legalReviewers]),
    ],
  }),
  limit('court-ruling', text('法院裁定', 'Ruling by the court'), {
    due: 'court-ruling',
    startsOn: ['record-acceptance'],
    endsOn: ['record-ruling', ...paid],
    yieldsOn: annulled,
    escalationPolicy: [
      missed(text('法院裁定', 'Ruling by the court'), [inspectors, legalReviewers]),
    ],
  }),
  suspensionClock,
  ...remedyClocks,
]
