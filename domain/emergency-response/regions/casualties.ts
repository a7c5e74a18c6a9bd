// Until when do changes of the casualties count?
import { cityDuty, cityLeader, countyDuty, countyLeader } from './addresses.ts'
import { endedWithAll } from './ends.ts'

const counts = { guard: 'countLawful', actions: 'noteFigures' } as const

/** 493号 13: the clock freezes the count; what happened before and is known later still counts. */
export const casualties = {
  initial: 'counting',
  on: {
    'record-casualties': counts,
    ...endedWithAll,
  },
  states: {
    counting: { on: { 'casualties-frozen': { target: 'frozen' } } },
    /** 493号 13: the case was closed, and a death within the days that count has become known. */
    'taken-up': {
      meta: {
        task: 'count-again',
        internal: true,
        to: countyDuty,
        also: [cityDuty, countyLeader, cityLeader],
      },
      on: {
        'record-casualties': { target: 'frozen', ...counts },
        'confirm-count': { target: 'frozen' },
      },
    },
    frozen: { type: 'final' },
    ended: { type: 'final' },
  },
} as const
