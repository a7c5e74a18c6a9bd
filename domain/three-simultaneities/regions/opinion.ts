// For how long does the opinion on the safety conditions hold?
import { sectionChief } from '../../licensing/addresses.ts'
import { handlingEnded } from './ends.ts'

/** 令45: two years; that it is void afterwards is not confirmed in the text, so a person says so, or that it still stands. */
export const opinion = {
  initial: 'none',
  on: { [handlingEnded]: { target: '.closed' } },
  states: {
    none: { on: { 'pass-conditions': { target: 'valid' } } },
    valid: {
      tags: 'quiet',
      on: {
        'opinion-expired': { target: 'expired', actions: 'noteOpinionExpired' },
        'begin-construction': { target: 'used' },
      },
    },
    expired: {
      meta: { task: 'decide-opinion', to: sectionChief },
      on: {
        'keep-opinion': { target: 'kept', actions: 'noteOpinionKept' },
        'declare-void': { target: 'none' },
      },
    },
    kept: { tags: 'quiet', on: { 'begin-construction': { target: 'used' } } },
    used: { tags: 'quiet' },
    closed: { type: 'final' },
  },
} as const
