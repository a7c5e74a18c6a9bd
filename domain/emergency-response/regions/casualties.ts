// Until when do changes of the casualties count?
import { endedWithAll } from './ends.ts'

/** 493号 13: the clock freezes the count; what happened before and is known later still counts. */
export const casualties = {
  initial: 'counting',
  on: {
    'record-casualties': { guard: 'countLawful', actions: 'noteFigures' },
    ...endedWithAll,
  },
  states: {
    counting: { on: { 'casualties-frozen': { target: 'frozen' } } },
    frozen: { type: 'final' },
    ended: { type: 'final' },
  },
} as const
