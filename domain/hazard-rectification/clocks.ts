// Which periods run over a hazard, and who hears of it when one is missed?

import { type Text, text } from '../language/words.ts'
import { escalationLevel, missed, warnBefore } from '../model/periods/period.ts'
import type { ClockDefinition, EscalationLevelDefinition } from '../model/process.ts'
import {
  citySupervisor,
  countyLeader,
  enterprise,
  inspectors,
  principal,
} from '../organisation/addresses.ts'
import type { Address } from '../organisation/offices.ts'
import {
  answerableForListing,
  cityLeader,
  committees,
  countySupervisor,
  provinceSupervisor,
  sectionChief,
} from './regions/addresses.ts'

type Context = Record<string, unknown>

/** How long after the date of the order each level steps in. No national number exists: the bureau's default [D]. */
export const supervisionAfter = {
  red: { unit: 'ND', n: 1 },
  city: { unit: 'WD', n: 5 },
  province: { unit: 'WD', n: 20 },
  source: 'default of the bureau [D]; 国发〔2010〕23号: level by level',
} as const

const extensionAnswers = ['grant-extension', 'refuse-extension']
/** The days for the answer have passed: the levels wait for it no longer. */
const extensionUnanswered = 'extension-unanswered'
const extensionArticle = '《安全生产违法行为行政处罚办法》第十六条'
/** With the handling ends what the enterprise and the authority owe for it; the case may stay open for what comes after. */
const handlingEnds = ['write-off', 'de-list', 'record-closure']

/** The order's date binds the enterprise from its service until it reports; after a failed re-check the new date starts a new obligation. */
const rectification: ClockDefinition = {
  clock: 'rectification',
  words: text('整改期限', 'Rectification'),
  due: {
    dateField: 'dueDate',
    article: '《安全生产法》（2021）第六十五条第一款第三项；责令限期整改指令书',
    kept: true,
  },
  startsOn: ['issue-order', 'list-hazard', 'serve', 're-check-failed'],
  startsIf: ({ served }) => served === true,
  movesOn: [...extensionAnswers, extensionUnanswered],
  // 处罚办法 16: what was asked for in time is answered first, within the days for it; they are not added to the date.
  pausesOn: {
    'request-extension': { kind: 'extension-request', article: extensionArticle },
  },
  resumesOn: [...extensionAnswers, extensionUnanswered, 'report-rectified', 'apply-acceptance'],
  standsStillIf: ({ extensionAwaited }) => extensionAwaited === true,
  endsOn: ['report-rectified', 'apply-acceptance', ...handlingEnds],
  ...warnBefore(3, 'WD', [...enterprise, inspectors]),
  // Each level is a step of the chart, so none may be left out after an outage.
  escalationPolicy: [
    escalationLevel('overdue', text('整改逾期', 'Rectification overdue'), {
      event: 'rectification-overdue',
      notify: [...enterprise, inspectors],
    }),
    escalationLevel('red', text('亮红牌（县级督办）', 'Red card (county supervision)'), {
      after: supervisionAfter.red,
      limit: 'hazard-rectification.supervision-red',
      event: 'supervise-red',
      notify: [sectionChief, countyLeader, principal],
    }),
    escalationLevel('city', text('市级挂牌督办', 'City supervision'), {
      after: supervisionAfter.city,
      limit: 'hazard-rectification.supervision-city',
      event: 'supervise-city',
      notify: [citySupervisor, countyLeader, sectionChief],
    }),
    escalationLevel('province', text('省级挂牌督办', 'Province supervision'), {
      after: supervisionAfter.province,
      limit: 'hazard-rectification.supervision-province',
      event: 'supervise-province',
      notify: [provinceSupervisor, cityLeader],
    }),
  ],
  audience: 'party',
  clockOwner: sectionChief,
}

type Bureau = Pick<
  ClockDefinition,
  'startsOn' | 'endsOn' | 'startsIf' | 'yieldsIf' | 'yieldsOn'
> & {
  rule?: string
  warn?: number
  clockOwner?: Address
  notify?: Address[]
  /** What follows from its end in place of only being told to `notify`, and what later. */
  first?: EscalationLevelDefinition
  levels?: EscalationLevelDefinition[]
}

/** A clock of the authority itself: when it is missed, its clock owner hears of it first. */
const ofTheBureau = (
  clock: string,
  words: Text,
  {
    startsOn,
    endsOn,
    startsIf,
    yieldsIf,
    yieldsOn,
    rule = clock,
    warn,
    clockOwner = sectionChief,
    notify = [clockOwner],
    first = missed(words, notify),
    levels = [],
  }: Bureau,
): ClockDefinition => ({
  clock,
  words,
  due: { rule: `hazard-rectification.${rule}` },
  startsOn,
  ...(startsIf ? { startsIf } : {}),
  ...(yieldsIf ? { yieldsIf } : {}),
  ...(yieldsOn ? { yieldsOn } : {}),
  endsOn,
  warn: warn === undefined ? null : { unit: 'WD', n: warn },
  warnNotify: warn === undefined ? [] : [inspectors],
  escalationPolicy: [first, ...levels],
  audience: 'internal',
  clockOwner,
})

const isListed = ({ order }: Context) => order === 'listed'
const isOrdinary = ({ order }: Context) => order === 'ordinary'

/** 批示: the date that the leader has set. */
const instruction: ClockDefinition = {
  clock: 'instruction',
  words: text('批示答复', 'Answer to the instruction'),
  due: { dateField: 'dueDate', article: '领导批示', extendable: true },
  startsOn: ['instruct'],
  endsOn: ['answer-instruction', ...handlingEnds],
  ...warnBefore(1, 'WD', [sectionChief]),
  escalationPolicy: [
    missed(text('批示答复', 'Answer to the instruction'), [countyLeader, cityLeader]),
  ],
  audience: 'internal',
  clockOwner: countyLeader,
}

const rechecks = ['re-check-passed', 're-check-failed']

const ofTheCase: ClockDefinition[] = [
  ofTheBureau('verification', text('核实', 'Verification'), {
    startsOn: ['report', 'reopen', 'hand-over'],
    startsIf: ({ handedOutside }) => handedOutside !== true,
    yieldsIf: ({ handedOutside }) => handedOutside === true,
    endsOn: ['verify', 'reject', 'withdraw', 'join'],
  }),
  rectification,
  // Its date binds nobody before it is served, so until then no level of the rectification counts.
  ofTheBureau('order-service', text('送达整改文书', 'Service of the order'), {
    startsOn: ['issue-order', 'list-hazard'],
    startsIf: ({ served }) => served !== true,
    endsOn: ['serve', ...handlingEnds],
    // Returned, the paper is made anew.
    yieldsOn: ['return'],
    warn: 2,
    notify: [inspectors, sectionChief, countyLeader],
    levels: [
      escalationLevel('city', text('整改文书仍未送达', 'The order is still not served'), {
        after: { unit: 'WD', n: 5 },
        notify: [citySupervisor, countyLeader],
      }),
    ],
  }),
  ofTheBureau('re-check', text('复查', 'Re-check'), {
    startsOn: ['report-rectified', 'rectification-overdue'],
    endsOn: [...rechecks, 'apply-acceptance', ...handlingEnds],
    warn: 2,
  }),
  ofTheBureau('site-review', text('恢复生产现场审查', 'Review on site'), {
    startsOn: ['apply-acceptance'],
    startsIf: ({ stopped }) => stopped === true,
    endsOn: [...rechecks, ...handlingEnds],
    warn: 2,
  }),
  ofTheBureau('site-acceptance', text('现场验收', 'Acceptance on site'), {
    startsOn: ['apply-acceptance'],
    startsIf: ({ stopped }) => stopped !== true,
    endsOn: [...rechecks, ...handlingEnds],
    warn: 2,
  }),
  ofTheBureau('temporary-stop', text('暂时停产停业期限', 'Temporary stop'), {
    rule: 'temporary-stop-max',
    startsOn: ['take-measures'],
    startsIf: ({ stopped }) => stopped === true,
    endsOn: ['approve-resume', 'revoke-measures', ...handlingEnds],
    warn: 10,
    clockOwner: countyLeader,
  }),
]

const ofTheListing: ClockDefinition[] = [
  ofTheBureau('governance', text('治理期限上限', 'Governance, at the longest'), {
    startsOn: ['list-hazard'],
    endsOn: handlingEnds,
    clockOwner: citySupervisor,
  }),
  ofTheBureau('listing-filing', text('挂牌备案', 'Filing of the listing'), {
    startsOn: ['list-hazard'],
    startsIf: ({ listedBy }) => listedBy === 'county',
    endsOn: ['file-listing', ...handlingEnds],
    clockOwner: countySupervisor,
    notify: [countySupervisor, citySupervisor],
  }),
  ofTheBureau('listing-publication', text('挂牌公告', 'Publication of the listing'), {
    startsOn: ['list-hazard'],
    endsOn: ['publish-listing', ...handlingEnds],
    clockOwner: countySupervisor,
  }),
  ofTheBureau('delisting-publication', text('摘牌公告', 'Publication of the de-listing'), {
    // Whatever ends the handling takes it off the list.
    startsOn: handlingEnds,
    startsIf: ({ listedBy }) => listedBy !== null,
    endsOn: ['publish-delisting'],
    clockOwner: countySupervisor,
  }),
]

const extensionEnds = [...extensionAnswers, 'report-rectified', 'apply-acceptance', ...handlingEnds]

/** Whoever owes the answer, and whoever is above him, hear that he has not given it; the enterprise that its date counts again. */
const unanswered = (
  notify: Address[],
  notifyIn?: EscalationLevelDefinition['notifyIn'],
): EscalationLevelDefinition =>
  escalationLevel('missed', text('延期申请逾期未答复', 'More time asked for, unanswered'), {
    event: extensionUnanswered,
    notify,
    ...(notifyIn ? { notifyIn } : {}),
  })

const ofTheAnswers: ClockDefinition[] = [
  ofTheBureau('extension-answer', text('延期答复', 'Answer to the request for more time'), {
    startsOn: ['request-extension'],
    startsIf: isOrdinary,
    endsOn: extensionEnds,
    warn: 1,
    first: unanswered([...enterprise, sectionChief, countyLeader]),
    levels: [
      escalationLevel('city', text('延期申请仍未答复', 'More time asked for, still unanswered'), {
        after: { unit: 'WD', n: 5 },
        notify: [countyLeader, citySupervisor],
      }),
    ],
  }),
  ofTheBureau('governance-extension-answer', text('治理延期答复', 'Answer about the governance'), {
    startsOn: ['request-extension'],
    startsIf: isListed,
    endsOn: extensionEnds,
    warn: 2,
    clockOwner: countySupervisor,
    first: unanswered([...enterprise, ...committees, cityLeader], (_, context) => [
      ...enterprise,
      ...answerableForListing(context),
    ]),
  }),
  ofTheBureau('power-cut-notice', text('停止供应前的通知期', 'Notice before the cut'), {
    rule: 'power-cut-earliest',
    startsOn: ['notify-power-cut'],
    endsOn: ['cut-power', 'restore-power', 'lift-stop', 're-check-passed', ...handlingEnds],
    clockOwner: countyLeader,
    notify: [inspectors],
  }),
  instruction,
  ofTheBureau('public-report-handling', text('举报办理', 'Handling of the public report'), {
    startsOn: ['report'],
    startsIf: ({ publicReport }) => publicReport === true,
    endsOn: ['answer-reporter'],
    warn: 5,
    // Its rule lets the leader lengthen it, and nobody else.
    clockOwner: countyLeader,
    notify: [sectionChief],
  }),
  ofTheBureau('public-feedback', text('举报反馈', 'Feedback to the reporter'), {
    startsOn: ['verify', 'reject', 'join', 'hand-over'],
    startsIf: ({ answerOwed }) => answerOwed === true,
    endsOn: ['answer-reporter'],
    warn: 2,
  }),
]

export const clocks: ClockDefinition[] = [...ofTheCase, ...ofTheListing, ...ofTheAnswers]
