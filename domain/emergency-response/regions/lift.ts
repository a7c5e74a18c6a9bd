// How are people freed from a lift, from the call-back to their release?
import { cityDuty, countyDuty } from './addresses.ts'
import { endedWithAll } from './ends.ts'

/** 监察条例 64: after two hours the clock makes an accident of it; nothing of the rescue changes by that. */
const twoHours = { 'trapped-two-hours': { actions: 'noteTwoHours' } } as const
const sentAgain = { 'dispatch-maintainer': {} } as const

/** Of other events nothing happens here once they are verified. */
export const lift = {
  initial: 'none',
  // Also once they are out, where it turns out since when they were inside.
  on: { ...twoHours, ...endedWithAll },
  states: {
    none: {
      on: {
        'call-back': { target: 'trapped', guard: 'callBackLawful', actions: 'noteCallBack' },
        verify: [{ target: 'not-needed', guard: 'isNoLift' }, { target: 'trapped' }],
      },
    },
    trapped: {
      meta: { task: 'free-passengers', to: countyDuty, also: [cityDuty] },
      initial: 'waiting',
      on: {
        'call-back': { guard: 'callBackLawful', actions: 'noteCallBack' },
        'passengers-released': {
          target: 'released',
          guard: 'releaseLawful',
          actions: 'noteReleased',
        },
      },
      states: {
        waiting: { on: { 'dispatch-maintainer': { target: 'dispatched' } } },
        dispatched: {
          on: {
            ...sentAgain,
            'maintainer-arrived': {
              target: 'on-site',
              guard: 'arrivalLawful',
              actions: 'noteArrived',
            },
          },
        },
        'on-site': { on: sentAgain },
      },
    },
    released: { type: 'final' },
    'not-needed': { type: 'final' },
    ended: { type: 'final' },
  },
} as const
