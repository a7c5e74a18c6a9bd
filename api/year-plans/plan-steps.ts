// What is shown of what happened to a plan?
import type { YearPlanView } from '../../contract/year-plans/year-plans.ts'
import type { KeptPlan } from '../../db/year-plans/year-plans.ts'
import { text } from '../../domain/language/words.ts'
import type { YearPlanDefinition } from '../../domain/model/register-definition.ts'

/** Without the visits: those stand with their enterprises. */
export const stepsShown = (
  { steps }: KeptPlan,
  { exceptions }: YearPlanDefinition,
): YearPlanView['steps'] =>
  steps.flatMap((one) => {
    if (one.kind === 'visit') return []
    const touched = one.kind === 'excepted' || one.kind === 'dropped' ? one.data : null
    const ground = one.kind === 'excepted' ? one.data.ground : null
    const opinion = one.kind === 'approved' || one.kind === 'refused' ? one.data.opinion : ''
    return [
      {
        kind: one.kind,
        name: one.name,
        at: one.at,
        object: touched?.name ?? null,
        ground: ground === null ? null : (exceptions[ground] ?? text(ground, ground)),
        words: touched?.reason ?? opinion,
      },
    ]
  })
