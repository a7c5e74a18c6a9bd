// Beside the case: is its decision published (安全法 78)?
import { sectionChief } from './addresses.ts'
import { handlingEnded } from './ends.ts'

export const publication = {
  initial: 'none',
  on: { [handlingEnded]: { target: '.ended' } },
  states: {
    none: {
      tags: 'quiet',
      on: { 'decide-penalty': { target: 'due' }, 'punish-on-the-spot': { target: 'due' } },
    },
    due: {
      meta: { task: 'publish-penalty', to: sectionChief },
      on: {
        'publish-penalty': { target: 'published', actions: 'notePublished' },
        'record-annulment': { target: 'dropped' },
      },
    },
    published: {
      tags: 'quiet',
      on: {
        'record-change': { target: 'withdrawing' },
        'record-annulment': { target: 'withdrawing' },
      },
    },
    withdrawing: {
      meta: { task: 'withdraw-publication', to: sectionChief },
      on: {
        'withdraw-publication': [
          { target: 'dropped', guard: 'isAnnulled', actions: 'notePublicationWithdrawn' },
          { target: 'due', guard: 'isNotAnnulled', actions: 'notePublicationWithdrawn' },
        ],
      },
    },
    dropped: { tags: 'quiet' },
    ended: { type: 'final' },
  },
} as const
