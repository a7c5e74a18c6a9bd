// Which way does a hazard itself go, from its report to its write-off?
import { returns } from '../../model/chart.ts'
import { countyLeader, inspectors, principal, safetyOfficer } from '../../organisation/addresses.ts'
import {
  cityInspectors,
  committees,
  countySupervisor,
  decidersOfExtension,
  listerOf,
  sectionChief,
} from './addresses.ts'

/** 令16: a general hazard is ordered to be rectified; a major one is secured, planned for and listed first. */
const beforeTheOrder = {
  verifying: {
    meta: {
      task: 'verify',
      to: inspectors,
      signers: { mode: 'all', need: 2 },
      borrow: [cityInspectors],
    },
    on: {
      verify: [
        { target: 'ordering', guard: 'gradedGeneral', actions: 'noteVerified' },
        { target: 'measuring', guard: 'gradedMajor', actions: 'noteVerified' },
      ],
      reject: { target: 'rejected' },
      withdraw: { target: 'withdrawn', guard: 'withdrawnByReporter' },
      join: { target: 'joined' },
      'hand-over': [
        { target: 'verifying', reenter: true, guard: 'handedInside' },
        { target: 'transferred', guard: 'handedOutside', actions: 'noteOutside' },
      ],
    },
  },
  measuring: {
    meta: { task: 'take-measures', to: inspectors, returnTo: ['handling.verifying'] },
    on: {
      'take-measures': { target: 'planning', guard: 'measuresLawful' },
      ...returns('handling.verifying'),
    },
  },
  planning: {
    meta: { task: 'file-plan', to: principal, also: [safetyOfficer] },
    on: { 'file-plan': { target: 'plan-review' } },
  },
  'plan-review': {
    meta: { task: 'review-plan', to: sectionChief, returnTo: ['handling.planning'] },
    on: { 'approve-plan': { target: 'listing' }, ...returns('handling.planning') },
  },
  listing: {
    meta: {
      task: 'list',
      to: countySupervisor,
      also: committees,
      returnTo: ['handling.plan-review'],
    },
    on: {
      'list-hazard': [
        { target: 'rectifying', guard: 'listedAtOnce', actions: 'noteListed' },
        { target: 'serving', guard: 'listedServedLater', actions: 'noteListed' },
      ],
      'decline-listing': { target: 'ordering', guard: 'notListed' },
      ...returns('handling.plan-review'),
    },
  },
  ordering: {
    meta: { task: 'order', to: inspectors, returnTo: ['handling.verifying'] },
    on: {
      'issue-order': [
        { target: 'rectifying', guard: 'orderedAtOnce', actions: 'noteOrder' },
        { target: 'serving', guard: 'orderServedLater', actions: 'noteOrder' },
      ],
      ...returns('handling.verifying'),
    },
  },
  serving: {
    meta: {
      task: 'serve',
      to: inspectors,
      returnTo: ['handling.ordering', 'handling.listing'],
    },
    on: {
      serve: { target: 'rectifying', guard: 'serviceLawful', actions: 'noteServed' },
      // Whoever has made the paper makes it anew: a county does not order in place of the office that listed.
      return: [
        {
          target: 'ordering',
          guard: { type: 'returnsToOrder', params: { to: 'handling.ordering' } },
        },
        {
          target: 'listing',
          guard: { type: 'returnsToLister', params: { to: 'handling.listing' } },
        },
      ],
    },
  },
} as const

/** Whoever re-checks and finds danger may stop production, too. */
const furtherMeasures = { 'take-measures': { guard: 'furtherMeasuresLawful' } } as const

const rectifying = {
  initial: 'working',
  meta: { task: 'rectify', to: principal, also: [safetyOfficer] },
  states: {
    working: {
      on: {
        'request-extension': {
          target: 'extension-asked',
          guard: 'mayAskExtension',
          actions: 'noteAsked',
        },
        'rectification-overdue': { target: 'expired', actions: 'noteOverdue' },
      },
    },
    'extension-asked': {
      meta: {
        task: 'decide-extension',
        to: sectionChief,
        also: committees,
        among: decidersOfExtension,
      },
      on: {
        'grant-extension': { target: 'working', guard: 'extensionLawful', actions: 'noteExtended' },
        'refuse-extension': [
          { target: 'expired', guard: 'refusedAfterDate', actions: 'noteRefusedLate' },
          { target: 'working', guard: 'refusedBeforeDate', actions: 'noteAnswered' },
        ],
        'extension-unanswered': [
          { target: 'expired', guard: 'unansweredAfterDate', actions: 'noteUnansweredLate' },
          { guard: 'unansweredBeforeDate', actions: 'noteUnanswered' },
        ],
        // Only of a request outside its window, or whose answer is late: that of one in time waits for the answer.
        'rectification-overdue': { target: 'expired', actions: ['noteOverdue', 'noteAnswered'] },
      },
    },
    // 处罚办法 16: when the order has run out the authority looks for itself, asked or not.
    expired: {
      meta: { task: 're-check-expired', to: inspectors, borrow: [cityInspectors] },
      on: {
        're-check-failed': { target: 'working', guard: 'mayFailRecheck', actions: 'noteFailed' },
        // The day on which more time was refused late is over.
        'rectification-overdue': { actions: 'noteOverdue' },
        ...furtherMeasures,
      },
    },
  },
  on: {
    'report-progress': {},
    'report-rectified': { target: 'rechecking', guard: 'ordinaryReport', actions: 'noteRectified' },
    'apply-acceptance': {
      target: 'rechecking',
      guard: 'acceptanceApplication',
      actions: 'noteRectified',
    },
  },
} as const

const afterTheRectification = {
  rechecking: {
    entry: 'noteToRecheck',
    meta: { task: 're-check', to: inspectors, borrow: [cityInspectors] },
    on: {
      're-check-passed': [
        { target: 'resuming', guard: 'passedStopped', actions: 'noteRechecked' },
        { target: 'delisting', guard: 'passedListed', actions: 'noteRechecked' },
        { target: 'accepting', guard: 'passedOrdinary', actions: 'noteRechecked' },
      ],
      're-check-failed': { target: 'rectifying', guard: 'mayFailRecheck', actions: 'noteFailed' },
      ...furtherMeasures,
    },
  },
  resuming: {
    meta: { task: 'approve-resume', to: countyLeader, returnTo: ['handling.rechecking'] },
    on: {
      'approve-resume': [
        { target: 'delisting', guard: 'resumedListed' },
        { target: 'accepting', guard: 'resumedOrdinary' },
      ],
      ...returns('handling.rechecking'),
    },
  },
  delisting: {
    meta: {
      task: 'de-list',
      to: countySupervisor,
      also: committees,
      among: (context: Record<string, unknown>) => [listerOf(context)],
      returnTo: ['handling.rechecking'],
    },
    on: {
      'de-list': { target: 'written-off', guard: 'delistedByLister' },
      ...returns('handling.rechecking'),
    },
  },
  accepting: {
    meta: { task: 'write-off', to: sectionChief, returnTo: ['handling.rechecking'] },
    on: {
      'write-off': { target: 'written-off', guard: 'writtenOffByAnother' },
      ...returns('handling.rechecking'),
    },
  },
} as const

export const handling = {
  initial: 'verifying',
  on: {
    'record-closure': { target: '.closed-down', guard: 'closureWasProposed' },
    'note-penalty': {},
    'note-penalty-annulled': {},
  },
  states: {
    ...beforeTheOrder,
    rectifying,
    ...afterTheRectification,
    'written-off': { type: 'final' },
    rejected: { type: 'final' },
    withdrawn: { type: 'final' },
    joined: { type: 'final' },
    transferred: { type: 'final' },
    'closed-down': { type: 'final' },
  },
} as const
