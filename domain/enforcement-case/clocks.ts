// Which periods run over an enforcement case, and who hears of it when one is missed?
import { type Text, text } from '../language/words.ts'
import type { ClockDefinition, EscalationLevelDefinition } from '../model/process.ts'
import { citySupervisor, enterprise, inspectors } from '../organisation/addresses.ts'
import type { Address } from '../organisation/offices.ts'
import { leader, legalReviewers, sectionChief } from './regions/addresses.ts'

type Terms = Pick<ClockDefinition, 'startsOn' | 'endsOn'> & {
  due: string | ClockDefinition['due']
} & Partial<Omit<ClockDefinition, 'due'>>

const level = (
  escalationLevel: string,
  words: Text,
  notify: Address[],
  more: Partial<EscalationLevelDefinition> = {},
): EscalationLevelDefinition => ({
  escalationLevel,
  words,
  after: { unit: 'ND', n: 0 },
  event: null,
  notify,
  force: 'supervision',
  late: 'fire',
  ...more,
})

const missed = (words: Text, notify: Address[]): EscalationLevelDefinition =>
  level('missed', text(`${words.zh}逾期`, `${words.en} overdue`), notify)

/** A period of the rule book; missed, it is told to the chief and the leader, and nothing else changes. */
const limit = (clock: string, words: Text, { due, ...terms }: Terms): ClockDefinition => ({
  clock,
  words,
  due: typeof due === 'string' ? { rule: `enforcement-case.${due}` } : due,
  warn: null,
  warnNotify: [],
  escalationPolicy: [missed(words, [sectionChief, leader])],
  audience: 'internal',
  clockOwner: sectionChief,
  ...terms,
})

const decisions = ['decide-penalty', 'decide-no-penalty', 'withdraw-case', 'decide-transfer']
const windowEnds = ['waive-rights', 'request-hearing', 'window-lapsed']

/** 处罚法 60, 令77 32, from 2026-02-01 the default of art. 60: the table goes by the day of filing. */
const caseClock = limit('decision', text('办案期限', 'Decision of the case'), {
  due: 'decision',
  startsOn: ['approve-filing'],
  endsOn: decisions,
  pausesOn: {
    'request-hearing': { kind: 'hearing', article: '令第77号' },
  },
  resumesOn: ['close-hearing', 'forfeit-hearing'],
  warn: { unit: 'WD', n: 10 },
  warnNotify: [inspectors, sectionChief],
  escalationPolicy: [
    missed(text('办案期限', 'Decision of the case'), [inspectors, sectionChief, leader]),
    level(
      'still-undecided',
      text('超期十个工作日仍未决定', 'Not decided ten working days later'),
      [citySupervisor],
      { after: { unit: 'WD', n: 10 } },
    ),
  ],
  clockOwner: leader,
})

/** An effect on the party's rights: where the number is unconfirmed a person confirms it first. */
const window = (clock: string, words: Text, offered: boolean): ClockDefinition =>
  limit(clock, words, {
    due: { rule: `enforcement-case.${clock}`, from: 'noticeServedOn' },
    startsOn: ['serve-notice'],
    startsIf: ({ hearingOffered }) => (hearingOffered === true) === offered,
    endsOn: windowEnds,
    warn: { unit: 'WD', n: 1 },
    warnNotify: enterprise,
    escalationPolicy: [
      level(
        'lapsed',
        text(`${words.zh}期限届满`, `${words.en}: the period has ended`),
        [...enterprise, inspectors],
        { event: 'window-lapsed', force: 'legal' },
      ),
    ],
    audience: 'party',
  })

const unpaid = (words: Text): EscalationLevelDefinition[] => [
  missed(words, [...enterprise, inspectors, sectionChief]),
  level(
    'still-unpaid',
    text('逾期三十日仍未缴纳', 'Not paid thirty days later'),
    [sectionChief, leader],
    { after: { unit: 'ND', n: 30 } },
  ),
]

const payment = text('缴纳罚款', 'Payment of the fine')
const laterPayment = text('延期（分期）缴纳', 'Later payment')

export const clocks: ClockDefinition[] = [
  caseClock,
  window('statement-window', text('陈述、申辩', 'Statement and defence'), false),
  window(
    'hearing-request',
    text('陈述、申辩和要求听证', 'Statement or request for a hearing'),
    true,
  ),
  limit('hearing-hold', text('举行听证', 'Holding the hearing'), {
    due: 'hearing-hold',
    startsOn: ['request-hearing'],
    endsOn: ['close-hearing', 'forfeit-hearing'],
    warn: { unit: 'WD', n: 3 },
    warnNotify: [legalReviewers],
  }),
  limit('transfer', text('移送公安机关', 'Transfer to the police'), {
    due: 'transfer',
    startsOn: ['decide-transfer'],
    endsOn: ['hand-over-police'],
    clockOwner: leader,
  }),
  limit('service', text('送达决定书', 'Service of the decision'), {
    due: 'service',
    startsOn: ['decide-penalty'],
    endsOn: ['serve-decision'],
    warn: { unit: 'WD', n: 2 },
    warnNotify: [inspectors],
  }),
  limit('publication', text('公示处罚信息', 'Publication of the penalty'), {
    due: 'publication',
    startsOn: ['decide-penalty'],
    endsOn: ['publish-penalty'],
    warn: { unit: 'WD', n: 2 },
    warnNotify: [sectionChief],
  }),
  limit('payment', payment, {
    due: { rule: 'enforcement-case.payment', from: 'decisionServedOn' },
    startsOn: ['serve-decision'],
    startsIf: ({ fined }) => fined === true,
    endsOn: ['record-payment'],
    yieldsOn: ['grant-deferral'],
    warn: { unit: 'ND', n: 3 },
    warnNotify: enterprise,
    escalationPolicy: unpaid(payment),
    audience: 'party',
  }),
  limit('later-payment', laterPayment, {
    due: { dateField: 'dueDate', article: '《行政处罚法》第六十六条第二款' },
    startsOn: ['grant-deferral'],
    endsOn: ['record-payment'],
    warn: { unit: 'ND', n: 3 },
    warnNotify: enterprise,
    escalationPolicy: unpaid(laterPayment),
    audience: 'party',
    clockOwner: leader,
  }),
]
