// How long may the builder not apply again?
import { handlingEnded } from './ends.ts'

/** 许可法 78, 79: a bar may end while the project waits, and it may outlast the project, which then stays open for it. */
export const bar = {
  initial: 'none',
  states: {
    none: {
      on: {
        'refuse-acceptance': { target: 'barred', guard: 'falseAtIntake' },
        'refuse-conditions': { target: 'barred', guard: 'falseAtDecision' },
        'refuse-design': { target: 'barred', guard: 'falseAtDecision' },
        'refuse-completion': { target: 'barred', guard: 'falseAtDecision' },
        'annul-approval': { target: 'barred', guard: 'byFraud' },
        [handlingEnded]: { target: 'not-needed' },
      },
    },
    barred: {
      on: {
        'bar-ended': { target: 'none', actions: 'noteBarEnded' },
        [handlingEnded]: { target: 'outlasting' },
      },
    },
    outlasting: { on: { 'bar-ended': { target: 'lifted' } } },
    lifted: { type: 'final' },
    'not-needed': { type: 'final' },
  },
} as const
