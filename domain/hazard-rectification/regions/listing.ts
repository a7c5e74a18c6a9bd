// How does a listed hazard become public and known to the level above, and how is it taken off the list?
import { committees, countySupervisor } from './addresses.ts'
import { handlingEnded } from './ends.ts'

/** 挂牌 and 摘牌 are announced; whatever ends the case ends the listing, and that is announced too. */
export const listing = {
  initial: 'none',
  states: {
    none: {
      on: {
        'list-hazard': { target: 'listed', guard: 'listingLawful' },
        [handlingEnded]: { target: 'not-needed' },
      },
    },
    listed: {
      initial: 'announcing',
      states: {
        announcing: {
          meta: { task: 'publish-listing', to: countySupervisor, also: committees, internal: true },
          on: { 'publish-listing': { target: 'announced' } },
        },
        announced: {},
      },
      on: {
        'list-hazard': { target: 'listed', reenter: true, guard: 'listingLawful' },
        'de-list': { target: 'delisted', guard: 'delistedByLister' },
        [handlingEnded]: { target: 'delisted' },
      },
    },
    delisted: {
      meta: { task: 'publish-delisting', to: countySupervisor, also: committees, internal: true },
      on: { 'publish-delisting': { target: 'published' } },
    },
    published: { type: 'final' },
    'not-needed': { type: 'final' },
  },
} as const

/** 青岛 2012: what a county has listed is filed with the city's committee office. */
export const filing = {
  initial: 'none',
  states: {
    none: {
      on: {
        'list-hazard': { target: 'due', guard: 'listedByCounty' },
        [handlingEnded]: { target: 'not-needed' },
      },
    },
    due: {
      meta: { task: 'file-listing', to: countySupervisor, internal: true },
      on: { 'file-listing': { target: 'filed' }, [handlingEnded]: { target: 'not-needed' } },
    },
    filed: {
      on: {
        'list-hazard': { target: 'due', guard: 'listedByCounty' },
        [handlingEnded]: { target: 'ended' },
      },
    },
    ended: { type: 'final' },
    'not-needed': { type: 'final' },
  },
} as const
