// Is the power of an enterprise (or what else it is supplied with) cut, and who has to give it back?
import { countyLeader, inspectors } from '../../organisation/addresses.ts'
import { handlingEnded } from './ends.ts'

const restore = { task: 'restore-power', to: countyLeader, internal: true } as const

/**
 * 安全法 70: announced, cut, and given back in time (及时解除) once the enterprise has done what was decided. No proposal to close it and no
 * end of the handling gives the power back: only whoever restores it does, or the government that closes the enterprise needs it no more.
 */
export const supply = {
  initial: 'none',
  states: {
    none: {
      on: {
        'notify-power-cut': {
          target: 'noticed',
          guard: 'powerNoticeLawful',
          actions: 'notePowerNotice',
        },
        [handlingEnded]: { target: 'not-needed' },
      },
    },
    noticed: {
      meta: { task: 'cut-power', to: inspectors, internal: true },
      on: {
        'cut-power': { target: 'cut', guard: 'powerCutLawful' },
        'restore-power': { target: 'none' },
        'lift-stop': { target: 'none' },
        're-check-passed': { target: 'none' },
        [handlingEnded]: { target: 'not-needed' },
      },
    },
    cut: {
      initial: 'standing',
      states: {
        standing: { on: { 're-check-passed': { target: 'due' }, 'lift-stop': { target: 'due' } } },
        due: { meta: restore, on: { 're-check-failed': { target: 'standing' } } },
      },
      on: {
        'restore-power': { target: 'none' },
        'record-closure': { target: 'ended', guard: 'closureWasProposed' },
        [handlingEnded]: { target: 'owed' },
      },
    },
    /** The handling is over, the power is still off. */
    owed: { meta: restore, on: { 'restore-power': { target: 'ended' } } },
    'not-needed': { type: 'final' },
    ended: { type: 'final' },
  },
} as const
