// How is a period over an application for a licence written down, and which ones run over every kind of it?

import { type Text, text } from '../language/words.ts'
import { isInForceOn } from '../law/rule-book.ts'
import {
  missed,
  type PeriodTerms,
  periodsOf,
  takesEffect,
  warnBefore,
} from '../model/periods/period.ts'
import type { ClockDefinition } from '../model/process.ts'
import { citySupervisor, enterprise } from '../organisation/addresses.ts'
import { clerk, leader, reviewers, sectionChief } from './addresses.ts'

/** A limit of the law or the rule book; where the period has no number of its own, `due` is its family there. */
export const limit = periodsOf({
  family: '',
  told: [sectionChief, leader],
  audience: 'party',
  clockOwner: sectionChief,
})

/** What the office of a process has promised stands beside the law, binds nobody else, and only since it was promised. */
export const promise = (
  process: string,
  step: string,
  zh: string,
  en: string,
  terms: Pick<PeriodTerms, 'startsOn' | 'endsOn'> & Partial<PeriodTerms>,
): ClockDefinition =>
  limit(`promised-${step}`, text(`${zh}（承诺时限）`, `${en} (promised)`), {
    due: `${process}.promised-${step}`,
    startsIf: ({ receivedOn }) => isInForceOn(`${process}.promised-${step}`, String(receivedOn)),
    escalationPolicy: [missed(text(`${zh}（承诺时限）`, `${en} (promised)`), [sectionChief])],
    promised: true,
    ...terms,
  })

/** What lets the review begin. */
export const acceptances = ['accept', 'deem-accepted']

/** 许可法 32: silence accepts. */
export const acceptanceClock = (
  process: string,
  startsOn: string[],
  endsOn: string[],
): ClockDefinition =>
  limit('acceptance', text('受理（补正告知）', 'Acceptance'), {
    due: `${process}.acceptance`,
    startsOn,
    endsOn,
    ...warnBefore(1, 'WD', [clerk]),
    escalationPolicy: [
      takesEffect(
        'silent',
        text('逾期未告知，视为受理', 'Silent: deemed accepted'),
        'deem-accepted',
        [...enterprise, clerk, sectionChief],
      ),
    ],
  })

/** Who did not supply is not deemed accepted, but told within the period of acceptance whether he is; counted from the day on which the window went on. */
export const unsuppliedClock = (endsOn: string[]): ClockDefinition => {
  const words = text('逾期未补正后的受理决定', 'Acceptance without the supplement')
  return limit('unsupplied-acceptance', words, {
    due: 'licensing.unsupplied-acceptance',
    startsOn: ['end-supplement'],
    endsOn,
    ...warnBefore(1, 'WD', [clerk]),
    escalationPolicy: [missed(words, [...enterprise, clerk, sectionChief, leader])],
  })
}

/** 许可法 45: the applicant was told until when the experts need; past that day somebody answers for it. */
export const expertClock = (ends: string[]): ClockDefinition => {
  const words = text(
    '专家评审（已告知的预计结束日期）',
    'Expert review, until the day that was told',
  )
  return limit('expert-review', words, {
    due: { dateField: 'until', article: '《行政许可法》第四十五条' },
    startsOn: ['begin-expert-review'],
    endsOn: ['end-expert-review', ...ends],
    ...warnBefore(2, 'WD', [reviewers]),
    escalationPolicy: [missed(words, [...enterprise, reviewers, sectionChief, leader])],
  })
}

/** From acceptance to the decision, until several authorities handle it. */
export const reviewClock = (
  process: string,
  clock: string,
  words: Text,
  terms: Pick<PeriodTerms, 'endsOn' | 'startsIf' | 'pausesOn' | 'resumesOn'>,
): ClockDefinition =>
  limit(clock, words, {
    due: { rule: `${process}.${clock}`, from: 'acceptedOn' },
    startsOn: acceptances,
    yieldsOn: ['handle-jointly'],
    movesOn: ['extend-review'],
    ...warnBefore(5, 'WD', [reviewers, sectionChief]),
    clockOwner: leader,
    escalationPolicy: [missed(words, [sectionChief, leader, citySupervisor])],
    ...terms,
  })

/** 许可法 44: what was decided is served. */
export const serviceClock = (
  process: string,
  clock: 'certificate-delivery' | 'refusal-notice',
  words: Text,
  terms: Pick<PeriodTerms, 'startsOn' | 'endsOn'>,
): ClockDefinition =>
  limit(clock, words, {
    due: `${process}.${clock}`,
    ...warnBefore(2, 'WD', [clerk]),
    ...terms,
  })

/** 许可法 78, 79: the longer bar takes the place of the shorter one, which would lift it too early. */
export const barClock = (barred: 'false' | 'fraud', startsOn: string[]): ClockDefinition =>
  limit(`reapply-bar-${barred}`, text('不得再次申请', 'No new application'), {
    due: `licensing.reapply-bar-${barred}`,
    startsOn,
    startsIf: (context) => context.barred === barred,
    yieldsIf: (context) => barred === 'false' && context.barred === 'fraud',
    endsOn: ['bar-ended'],
    escalationPolicy: [
      takesEffect('ended', text('再次申请限制届满', 'The bar has ended'), 'bar-ended', enterprise),
    ],
  })

/** 许可法 47: asked for in time, by the day on which the notice of the right was served; held in time. */
export const hearingClocks = (ends: string[]): ClockDefinition[] => [
  limit('hearing-request', text('申请听证', 'Asking for a hearing'), {
    due: { rule: 'licensing.hearing-request', from: 'noticeServedOn' },
    startsOn: ['serve-hearing-notice'],
    endsOn: ['request-hearing', 'waive-hearing', 'hearing-lapsed', ...ends],
    ...warnBefore(1, 'WD', enterprise),
    escalationPolicy: [
      {
        ...takesEffect(
          'lapsed',
          text('逾期未申请听证', 'No hearing was asked for'),
          'hearing-lapsed',
          [...enterprise, reviewers],
        ),
        forfeits: true,
      },
    ],
  }),
  limit('hearing-organise', text('组织听证', 'Holding the hearing'), {
    due: 'licensing.hearing-organise',
    startsOn: ['request-hearing', 'announce-hearing'],
    endsOn: ['close-hearing', ...ends],
    ...warnBefore(10, 'WD', [sectionChief]),
    clockOwner: leader,
  }),
]

/** 许可法 45: what experts and a hearing need is not counted. */
export const notCounted: Required<Pick<ClockDefinition, 'pausesOn' | 'resumesOn'>> = {
  pausesOn: {
    'begin-expert-review': { kind: 'expert-review', article: '《行政许可法》第四十五条' },
    'request-hearing': { kind: 'hearing', article: '《行政许可法》第四十五条' },
    'announce-hearing': { kind: 'hearing', article: '《行政许可法》第四十五条' },
  },
  resumesOn: ['end-expert-review', 'close-hearing'],
}

/** 许可法 42(2): from acceptance on, in place of the ordinary period. */
export const jointClock = (ends: string[]): ClockDefinition => {
  const words = text('联合办理审查决定', 'Joint review and decision')
  return limit('joint-decision', words, {
    due: { rule: 'licensing.joint-decision', from: 'acceptedOn' },
    startsOn: ['handle-jointly'],
    endsOn: ends,
    movesOn: ['extend-review'],
    ...notCounted,
    ...warnBefore(5, 'WD', [reviewers, sectionChief]),
    clockOwner: leader,
  })
}
