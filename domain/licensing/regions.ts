// Which lasting concerns stand beside an application of any kind: its hearing, and the other authorities that handle it too?
import { principal, safetyOfficer } from '../organisation/addresses.ts'
import { legalReviewers, reviewers, sectionChief } from './addresses.ts'

type Resets = Record<string, { target: '.none' | '.closed' }>

/** What ends both: whatever ends the application, and for good the end of the case. */
export const resetsOn = (ends: readonly string[], handlingEnded: string): Resets => ({
  ...Object.fromEntries(ends.map((type) => [type, { target: '.none' as const }])),
  [handlingEnded]: { target: '.closed' as const },
})

/** From acceptance on. */
const opens = { accept: { target: 'possible' }, 'deem-accepted': { target: 'possible' } } as const

/** What the applicant may say to the notice of his right. */
const answers = {
  'request-hearing': { target: 'preparing', actions: 'noteHearingAsked' },
  'waive-hearing': { target: 'over', guard: 'onlyApplicantTold', actions: 'noteHearingOver' },
} as const

/** 许可法 46–48: told of it, served with the notice, asked for in time, told when and where, held. */
export const hearingRegion = (resets: Resets) =>
  ({
    initial: 'none',
    on: resets,
    states: {
      none: { on: opens },
      possible: {
        tags: 'quiet',
        on: {
          'tell-hearing-right': {
            target: 'telling',
            guard: 'hearingPossible',
            actions: 'noteHearingTold',
          },
          'announce-hearing': {
            target: 'preparing',
            guard: 'hearingPossible',
            actions: 'noteHearingAsked',
          },
        },
      },
      // Whoever knows of his right uses it before anybody has written down that he was served.
      telling: {
        meta: { task: 'serve-hearing-notice', to: reviewers },
        on: {
          ...answers,
          'serve-hearing-notice': {
            target: 'told',
            guard: 'hearingNoticeServed',
            actions: 'noteHearingNoticeServed',
          },
        },
      },
      told: {
        meta: { task: 'request-hearing', to: principal, also: [safetyOfficer] },
        on: {
          ...answers,
          'hearing-lapsed': { target: 'over', actions: 'noteHearingOver' },
        },
      },
      preparing: {
        meta: { task: 'notify-hearing', to: sectionChief },
        on: {
          'notify-hearing': {
            target: 'notified',
            guard: 'noticeLawful',
            actions: 'noteHearingDay',
          },
        },
      },
      notified: {
        meta: { task: 'hold-hearing', to: sectionChief, also: [legalReviewers] },
        on: {
          'notify-hearing': {
            target: 'notified',
            reenter: true,
            guard: 'noticeLawful',
            actions: 'noteHearingDay',
          },
          'close-hearing': { target: 'over', guard: 'hearingOver', actions: 'noteHeard' },
        },
      },
      over: { tags: 'quiet' },
      closed: { type: 'final' },
    },
  }) as const

/** 许可法 26, 42(2): one receives it, the others answer to that one. */
export const jointRegion = (resets: Resets) =>
  ({
    initial: 'none',
    on: resets,
    states: {
      none: { on: opens },
      possible: {
        tags: 'quiet',
        on: {
          'handle-jointly': { target: 'asking', guard: 'jointFromTheStart', actions: 'noteJoined' },
        },
      },
      asking: {
        meta: { task: 'joint-opinions', to: reviewers, internal: true },
        on: {
          'note-joint-opinion': [
            { target: 'asking', guard: 'anotherAnswers', actions: 'noteAnswered' },
            { target: 'answered', guard: 'lastAnswers', actions: 'noteAnswered' },
          ],
        },
      },
      answered: {},
      closed: { type: 'final' },
    },
  }) as const
