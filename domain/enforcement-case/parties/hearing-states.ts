// Which steps lead a further party from its notice to the weighing of what it has said (处罚法 44, 45, 63, 64)?
import { inspectors } from '../../organisation/addresses.ts'
import { legalReviewers } from '../regions/addresses.ts'

export const told = {
  named: {
    meta: { task: 'notify-party', to: inspectors },
    on: {
      'notify-party': {
        target: 'serving-notice',
        guard: 'partyNoticeLawful',
        actions: 'notePartyNotified',
      },
      'drop-party': { target: 'dropped' },
    },
  },
  'serving-notice': {
    meta: { task: 'serve-party-notice', to: inspectors },
    on: {
      'serve-party-notice': {
        target: 'awaiting',
        guard: 'partyNoticeServiceLawful',
        actions: 'notePartyNoticeServed',
      },
    },
  },
} as const

/** 处罚法 45, 63, 64. */
export const heard = {
  awaiting: {
    meta: { task: 'hear-party', to: inspectors },
    on: {
      'state-party-defence': { guard: 'partyPaper', actions: 'notePartyDefended' },
      'request-party-hearing': { target: 'preparing-hearing', guard: 'partyMayAskHearing' },
      'waive-party-rights': { target: 'weighing', guard: 'partyPaper' },
      'party-window-lapsed': { target: 'weighing' },
    },
  },
  'preparing-hearing': {
    meta: { task: 'notify-party-hearing', to: legalReviewers },
    on: {
      'notify-party-hearing': {
        target: 'hearing',
        guard: 'partyHearingNoticeLawful',
        actions: 'notePartyHearingDay',
      },
      'forfeit-party-hearing': { target: 'weighing' },
    },
  },
  hearing: {
    meta: { task: 'hold-party-hearing', to: legalReviewers },
    on: {
      'notify-party-hearing': {
        target: 'hearing',
        reenter: true,
        guard: 'partyHearingNoticeLawful',
        actions: 'notePartyHearingDay',
      },
      'close-party-hearing': {
        target: 'weighing',
        guard: 'partyHearingOver',
        actions: 'notePartyHeard',
      },
      'forfeit-party-hearing': { target: 'weighing' },
    },
  },
  weighing: {
    meta: { task: 'weigh-party-defence', to: inspectors },
    on: {
      'weigh-party-defence': [
        { target: 'legal-review', guard: 'partyToReview', actions: 'notePartyWeighed' },
        { target: 'discussing', guard: 'partyToDiscussion', actions: 'notePartyWeighed' },
        { target: 'deciding', guard: 'partyToDecision', actions: 'notePartyWeighed' },
      ],
      'notify-party-anew': { target: 'named', actions: 'noteToldAnew' },
    },
  },
} as const
