// Which activities does a worker offer?
import { createAdvance } from '../commit/advance.ts'
import { createLook } from '../commit/look.ts'
import { transient } from '../commit/transient.ts'
import { createCalls } from './calls.ts'
import type { CallActivities, CaseActivities, DailyActivities } from './contract.ts'
import { createDailyRound } from './daily-round.ts'
import type { ActivityDeps } from './deps.ts'
import { createRunEffects } from './run-effects.ts'

/** One flat object for the worker; a failure that will pass is retried, any other is quarantined with an alarm. */
export const createActivities = (
  deps: ActivityDeps,
): CaseActivities & DailyActivities & CallActivities => ({
  advance: transient(deps, createAdvance(deps)),
  look: createLook(deps),
  runEffects: createRunEffects(deps),
  dailyRound: createDailyRound(deps),
  ...createCalls(deps),
})
