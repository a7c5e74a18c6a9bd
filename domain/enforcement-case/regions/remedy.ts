// Beside the case: does the party seek reconsideration or sue, and what becomes of the penalty (复议法, 行诉法, 处罚法 48, 73)?
import { legalReviewers } from './addresses.ts'
import { handlingEnded } from './ends.ts'

/** 处罚法 73(1), 复议法 42, 行诉法 56: remedies stay nothing unless somebody orders it; they may end at any time. */
const underway = {
  'order-stay': { guard: 'notStayed', actions: 'noteStayed' },
  'lift-stay': { guard: 'isStayed', actions: 'noteStayLifted' },
  'record-upheld': { target: 'none', guard: 'outcomeLawful', actions: 'noteUpheld' },
  'record-change': { target: 'none', guard: 'changeLawful', actions: 'noteChanged' },
  'record-annulment': { target: 'annulled', guard: 'outcomeLawful', actions: 'noteAnnulled' },
} as const

export const remedy = {
  initial: 'none',
  on: { [handlingEnded]: { target: '.ended' } },
  states: {
    none: {
      tags: 'quiet',
      on: {
        'receive-remedy': {
          target: 'answering',
          guard: 'remedyLawful',
          actions: 'noteRemedyReceived',
        },
      },
    },
    answering: {
      meta: { task: 'file-answer', to: legalReviewers },
      on: { 'file-answer': { target: 'pending' }, ...underway },
    },
    pending: { meta: { task: 'record-outcome', to: legalReviewers }, on: underway },
    annulled: {},
    ended: { type: 'final' },
  },
} as const
