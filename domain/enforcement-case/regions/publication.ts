// Beside the case: is its decision published (安全法 78)?
import { sectionChief } from './addresses.ts'
import { handlingEnded } from './ends.ts'

export const publication = {
  initial: 'none',
  on: { [handlingEnded]: { target: '.ended' } },
  states: {
    none: { tags: 'quiet', on: { 'decide-penalty': { target: 'due' } } },
    due: {
      meta: { task: 'publish-penalty', to: sectionChief },
      on: { 'publish-penalty': { target: 'published', actions: 'notePublished' } },
    },
    published: { tags: 'quiet' },
    ended: { type: 'final' },
  },
} as const
