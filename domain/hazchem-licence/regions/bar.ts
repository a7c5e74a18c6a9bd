// How long may an enterprise not apply again?
import { handlingEnded } from './ends.ts'

/** 许可法 78, 79: the case stays open while the bar lasts, so that its end has a date and a clock. */
export const bar = {
  initial: 'none',
  states: {
    none: {
      on: {
        'refuse-acceptance': { target: 'barred', guard: 'falseAtIntake' },
        refuse: { target: 'barred', guard: 'falseAtDecision' },
        'annul-licence': { target: 'barred', guard: 'byFraud' },
        [handlingEnded]: { target: 'not-needed' },
      },
    },
    barred: { on: { 'bar-ended': { target: 'lifted' } } },
    lifted: { type: 'final' },
    'not-needed': { type: 'final' },
  },
} as const
