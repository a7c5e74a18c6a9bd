// Which periods run for a further party? Those of the rule book for any party, each from its own fact.
import { type Text, text } from '../../language/words.ts'
import { escalationLevel, missed } from '../../model/periods/period.ts'
import type { ClockDefinition, EscalationLevelDefinition } from '../../model/process.ts'
import { inspectors } from '../../organisation/addresses.ts'
import { isOwing } from '../memory/surcharge.ts'
import { limit } from '../periods/period.ts'
import { leader, legalReviewers, sectionChief } from '../regions/addresses.ts'
import type { PartyContext } from './party-context.ts'
import { isForCourt } from './party-court.ts'

const partyLimit = (...[clock, words, terms]: Parameters<typeof limit>): ClockDefinition => ({
  ...limit(clock, words, terms),
  item: 'party',
})

const windowEnds = ['waive-party-rights', 'request-party-hearing', 'party-window-lapsed']

const window = (rule: string, words: Text, offered: boolean): ClockDefinition =>
  partyLimit(`party-${rule}`, words, {
    due: { rule: `enforcement-case.${rule}`, from: 'noticeServedOn' },
    startsOn: ['serve-party-notice'],
    startsIf: ({ hearingOffered }) => (hearingOffered === true) === offered,
    endsOn: windowEnds,
    warn: { unit: 'WD', n: 1 },
    warnNotify: [inspectors],
    escalationPolicy: [
      escalationLevel('lapsed', text(`${words.zh}期限届满`, `${words.en}: the period has ended`), {
        notify: [inspectors],
        event: 'party-window-lapsed',
        force: 'legal',
        forfeits: true,
      }),
    ],
  })

/** 处罚法 48, 复议法 63: a remedy may have left nothing of it. */
const nothingLeft: NonNullable<ClockDefinition['yieldsIf']> = (context) =>
  context.decisionServedOn !== null && !isOwing(context as PartyContext)

const payment = text('个人缴纳罚款', 'Payment by the party')
const ended = ['record-party-payment', 'end-party-enforcement', 'relieve-party']

const laterPayment = text('个人延期（分期）缴纳', 'Later payment by the party')

const court = text('对个人申请法院强制执行', 'Asking the court to enforce against the party')

const unpaid = (words: Text): EscalationLevelDefinition => ({
  ...missed(words, [inspectors, sectionChief]),
  event: 'party-payment-overdue',
  force: 'legal',
  forfeits: true,
})

const deciding = text('作出个人处罚决定', 'Decision on the party')

export const partyClocks: ClockDefinition[] = [
  partyLimit('party-decision', deciding, {
    due: { rule: 'enforcement-case.decision', from: 'filedOn' },
    startsOn: ['name-party'],
    endsOn: ['decide-party-penalty', 'spare-party'],
    yieldsOn: ['drop-party'],
    pausesOn: { 'request-party-hearing': { kind: 'hearing', article: '令第77号' } },
    resumesOn: ['close-party-hearing', 'forfeit-party-hearing'],
    warn: { unit: 'WD', n: 10 },
    warnNotify: [inspectors, sectionChief],
    escalationPolicy: [missed(deciding, [inspectors, sectionChief, leader])],
    clockOwner: leader,
  }),
  window('statement-window', text('个人陈述、申辩', 'Statement of the party'), false),
  window(
    'hearing-request',
    text('个人陈述、申辩和要求听证', 'Statement of the party, or request for a hearing'),
    true,
  ),
  partyLimit('party-hearing-hold', text('举行个人听证', 'Hearing of the party'), {
    due: 'hearing-hold',
    startsOn: ['request-party-hearing'],
    endsOn: ['close-party-hearing', 'forfeit-party-hearing'],
    warn: { unit: 'WD', n: 3 },
    warnNotify: [legalReviewers],
  }),
  partyLimit('party-service', text('送达个人决定书', 'Service of the decision on the party'), {
    due: 'service',
    startsOn: ['decide-party-penalty'],
    endsOn: ['serve-party-decision'],
    warn: { unit: 'WD', n: 2 },
    warnNotify: [inspectors],
  }),
  partyLimit('party-payment', payment, {
    due: { rule: 'enforcement-case.payment', from: 'decisionServedOn' },
    startsOn: ['serve-party-decision'],
    startsIf: ({ owed }) => typeof owed === 'number' && owed > 0,
    endsOn: ended,
    yieldsOn: ['grant-party-deferral'],
    yieldsIf: nothingLeft,
    warn: { unit: 'ND', n: 3 },
    warnNotify: [inspectors],
    escalationPolicy: [unpaid(payment)],
  }),
  partyLimit('party-later-payment', laterPayment, {
    due: { dateField: 'dueDate', article: '《行政处罚法》第六十六条第二款', rolls: true },
    startsOn: ['grant-party-deferral'],
    endsOn: ended,
    yieldsOn: ['grant-party-deferral'],
    yieldsIf: nothingLeft,
    warn: { unit: 'ND', n: 3 },
    warnNotify: [inspectors],
    escalationPolicy: [unpaid(laterPayment)],
    clockOwner: leader,
  }),
  partyLimit('party-demand', text('催告后个人履行', 'Payment after the demand to the party'), {
    due: { rule: 'enforcement-case.demand', from: 'demandServedOn' },
    startsOn: ['serve-party-demand'],
    endsOn: ended,
    yieldsOn: ['grant-party-deferral'],
    // 强制法 54: what was demanded is another sum than a remedy has left, and is demanded anew.
    yieldsIf: (context) => context.demandServedOn === null || nothingLeft(context),
    warn: { unit: 'WD', n: 2 },
    warnNotify: [inspectors],
    escalationPolicy: [
      escalationLevel(
        'party-demand-over',
        text('催告期限届满仍未履行', 'Not paid after the demand'),
        { notify: [inspectors, sectionChief, leader] },
      ),
    ],
  }),
  partyLimit('party-court-application', court, {
    due: { rule: 'enforcement-case.court-application', from: 'courtFrom' },
    startsOn: ['party-payment-overdue', 'count-party-court'],
    startsIf: (context) => isForCourt(context as PartyContext),
    endsOn: [...ended, 'apply-party-court', 'party-court-lapsed'],
    yieldsOn: ['grant-party-deferral'],
    // 强制法 53: while he fights over it nobody may ask, and what is left of it then is counted anew.
    yieldsIf: (context) => !isForCourt(context as PartyContext),
    // Days before the end of three months: the window has just opened, and the demand can still be made.
    warn: { unit: 'ND', n: 85 },
    warnNotify: [inspectors, sectionChief, leader],
    escalationPolicy: [
      escalationLevel(
        'party-court-over',
        text('对个人申请法院强制执行期限届满', 'The period for asking the court has ended'),
        {
          notify: [inspectors, sectionChief, leader],
          event: 'party-court-lapsed',
          force: 'legal',
        },
      ),
    ],
    clockOwner: leader,
  }),
]
