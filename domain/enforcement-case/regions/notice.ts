// Which steps lead an enforcement case from the notice of a penalty to the weighing of what its party has said?
import { returns } from '../../model/chart.ts'
import { inspectors, principal, safetyOfficer } from '../../organisation/addresses.ts'
import { legalReviewers, speakers } from './addresses.ts'

/** 处罚法 44–45, 63–64: told before the decision, served, heard. */
export const notice = {
  notifying: {
    meta: { task: 'notify-penalty', to: inspectors, returnTo: ['handling.investigating'] },
    on: {
      'notify-penalty': {
        target: 'serving-notice',
        guard: 'noticeLawful',
        actions: 'noteNoticed',
      },
      ...returns('handling.investigating'),
    },
  },
  'serving-notice': {
    meta: { task: 'serve-notice', to: inspectors },
    on: {
      'serve-notice': {
        target: 'awaiting',
        guard: 'noticeServiceLawful',
        actions: 'noteNoticeServed',
      },
    },
  },
  awaiting: {
    meta: {
      task: 'state-defence',
      to: principal,
      also: [safetyOfficer, inspectors],
      among: speakers,
      signers: { mode: 'any' },
    },
    on: {
      'state-defence': { guard: 'writtenByParty', actions: 'noteDefended' },
      'request-hearing': { target: 'preparing-hearing', guard: 'mayAskHearing' },
      'waive-rights': { target: 'weighing', guard: 'writtenByParty' },
      'window-lapsed': { target: 'weighing' },
    },
  },
  'preparing-hearing': {
    meta: { task: 'notify-hearing', to: legalReviewers },
    on: {
      'notify-hearing': {
        target: 'hearing',
        guard: 'hearingNoticeLawful',
        actions: 'noteHearingDay',
      },
      'forfeit-hearing': { target: 'weighing' },
    },
  },
  hearing: {
    meta: { task: 'hold-hearing', to: legalReviewers, returnTo: ['handling.preparing-hearing'] },
    on: {
      'close-hearing': { target: 'weighing', guard: 'hearingOver', actions: 'noteHeard' },
      'forfeit-hearing': { target: 'weighing' },
      ...returns('handling.preparing-hearing'),
    },
  },
  weighing: {
    meta: { task: 'weigh-defence', to: inspectors, returnTo: ['handling.investigating'] },
    on: {
      'weigh-defence': [
        { target: 'legal-review', guard: 'weighedToReview', actions: 'noteWeighed' },
        { target: 'discussing', guard: 'weighedToDiscussion', actions: 'noteWeighed' },
        { target: 'deciding', guard: 'weighedToDecision', actions: 'noteWeighed' },
      ],
      ...returns('handling.investigating'),
    },
  },
} as const
