// What becomes of the licence once it is served, and how long may its enterprise not apply again?
import { principal, safetyOfficer } from '../addresses.ts'
import { handlingEnded, licenceEnded } from './ends.ts'

/** Nobody is wanted while it is in force; its clocks and the authority look after it. */
export const licence = {
  initial: 'none',
  states: {
    none: { on: { 'serve-licence': { target: 'valid' }, [handlingEnded]: { target: 'not-issued', guard: 'nothingIssued' } } },
    valid: {
      initial: 'unchanged',
      states: {
        unchanged: { on: { 'note-change': { target: 'changed', guard: 'changeLawful', actions: 'noteChange' } } },
        changed: {
          meta: { task: 'file-change', to: principal, also: [safetyOfficer] },
          on: { 'note-filing': { target: 'unchanged' } },
        },
      },
      on: {
        'licence-expired': { target: 'expired' },
        'cancel-licence': { target: 'cancelled' },
        'revoke-licence': { target: 'revoked' },
        'annul-licence': { target: 'annulled', actions: 'noteFraud' },
        'replace-licence': { target: 'replaced' },
      },
    },
    expired: { type: 'final' },
    cancelled: { type: 'final' },
    revoked: { type: 'final' },
    annulled: { type: 'final' },
    replaced: { type: 'final' },
    'not-issued': { type: 'final' },
  },
} as const

/** 许可法 78, 79: the case stays open while the bar lasts, so that its end has a date and a clock. */
export const bar = {
  initial: 'none',
  states: {
    none: {
      on: {
        'refuse-acceptance': { target: 'barred', guard: 'falseAtIntake' },
        refuse: { target: 'barred', guard: 'falseAtDecision' },
        'annul-licence': { target: 'barred', guard: 'byFraud' },
        [licenceEnded]: { target: 'not-needed' },
      },
    },
    barred: { on: { 'bar-ended': { target: 'lifted' } } },
    lifted: { type: 'final' },
    'not-needed': { type: 'final' },
  },
} as const
