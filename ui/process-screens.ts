// What does each process add to the generic screens? Loaded with the first of them that is shown.
import { lazy } from 'solid-js'
import type { OwnField, Screens } from './list/additions.ts'

export const screens: Record<string, () => Promise<Screens>> = {
  'hazard-rectification': async () => (await import('./hazard-rectification/screens.ts')).screens,
  'hazchem-licence': async () => (await import('./hazchem-licence/screens.ts')).screens,
  'three-simultaneities': async () => (await import('./three-simultaneities/screens.ts')).screens,
  'alarm-episode': async () => (await import('./alarm-episode/screens.ts')).screens,
  'emergency-response': async () => (await import('./emergency-response/screens.ts')).screens,
  'enforcement-case': async () => (await import('./enforcement-case/screens.ts')).screens,
  'administrative-inspection': async () =>
    (await import('./administrative-inspection/screens.ts')).screens,
  'dishonesty-listing': async () => (await import('./dishonesty-listing/screens.ts')).screens,
}

const causeField = lazy(() => import('./enforcement-case/cause-field.tsx'))

/** What stands in place of the usual control, by process and `<event>.<field>`. */
export const ownFields: Record<string, Record<string, OwnField>> = {
  'hazard-rectification': {
    'verify.criteria': lazy(() => import('./hazard-rectification/criteria-field.tsx')),
    'verify.grade': lazy(() => import('./hazard-rectification/grade-field.tsx')),
  },
  'emergency-response': {
    'start-response.plan': lazy(() => import('./emergency-response/plan-field.tsx')),
    'give-order.planned': lazy(() => import('./emergency-response/planned-field.tsx')),
    'give-order.resource': lazy(() => import('./emergency-response/resource-field.tsx')),
    'join-case.mainCase': lazy(() => import('./emergency-response/main-case-field.tsx')),
  },
  'enforcement-case': {
    'notify-penalty.cause': causeField,
    'tell-party.cause': causeField,
    'notify-party.cause': causeField,
  },
}
