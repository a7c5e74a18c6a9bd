// What is imposed on the spot, and what follows when an enterprise refuses or cannot rectify?
import { countyLeader } from '../../organisation/addresses.ts'
import { handlingEnded } from './ends.ts'

/**
 * 安全法 65(3): evacuate and stop at once; the leader confirms, and only his reply lets production go on. Whether production stands still is
 * noted here and nowhere else. A hazard returned to its re-check after his reply stops production again, until he has confirmed or revoked that.
 */
export const measures = {
  initial: 'none',
  states: {
    none: {
      on: {
        'take-measures': { target: 'imposed', guard: 'measuresImposed' },
        [handlingEnded]: { target: 'not-needed' },
      },
    },
    imposed: {
      initial: 'confirming',
      entry: 'noteImposed',
      exit: 'noteUnmeasured',
      states: {
        confirming: {
          meta: { task: 'confirm-measures', to: countyLeader, internal: true },
          on: { 'confirm-measures': { target: 'standing' } },
        },
        standing: {},
      },
      on: {
        'take-measures': { target: 'imposed', reenter: true, guard: 'measuresImposed' },
        'revoke-measures': { target: 'none' },
        'lift-measures': { target: 'none', guard: 'nothingStopped' },
        'approve-resume': { target: 'resumed', guard: 'resumeLawful' },
        [handlingEnded]: { target: 'ended' },
      },
    },
    resumed: {
      on: {
        return: {
          target: 'imposed',
          guard: { type: 'returnsTo', params: { to: 'handling.rechecking' } },
        },
        [handlingEnded]: { target: 'ended' },
      },
    },
    'not-needed': { type: 'final' },
    ended: { type: 'final' },
  },
} as const

/** 安全法 102, 113: stop, propose closure; the stop can be lifted again when the hazard is gone. */
export const force = {
  initial: 'none',
  on: { 'refer-enforcement': {} },
  states: {
    none: {
      on: {
        'declare-refusal': { target: 'deciding', guard: 'orderStands' },
        [handlingEnded]: { target: 'not-needed' },
      },
    },
    deciding: {
      meta: { task: 'decide-force', to: countyLeader, internal: true },
      on: {
        'order-stop': { target: 'stopped', actions: 'noteStopOrdered' },
        'dismiss-refusal': { target: 'none' },
        [handlingEnded]: { target: 'not-needed' },
      },
    },
    stopped: {
      on: {
        'propose-closure': {
          target: 'closure-proposed',
          guard: 'closureLawful',
          actions: 'noteClosure',
        },
        'lift-stop': { target: 'none', actions: 'noteNoStopOrdered' },
        [handlingEnded]: { target: 'ended', actions: 'noteNoStopOrdered' },
      },
    },
    'closure-proposed': {
      meta: { task: 'record-closure', to: countyLeader, internal: true },
      on: {
        'decline-closure': { target: 'stopped', actions: 'noteNoClosure' },
        // What the government has been asked stays its own to decide.
        'lift-stop': {
          target: 'closure-considered',
          guard: 'stopMayBeLifted',
          actions: 'noteNoStopOrdered',
        },
        [handlingEnded]: { target: 'ended', actions: 'noteNoStopOrdered' },
      },
    },
    'closure-considered': {
      meta: { task: 'record-closure', to: countyLeader, internal: true },
      on: {
        'decline-closure': { target: 'none', actions: 'noteNoClosure' },
        [handlingEnded]: { target: 'ended' },
      },
    },
    'not-needed': { type: 'final' },
    ended: { type: 'final' },
  },
} as const
