// What do the routes take that give a whole list as a file?
import * as v from 'valibot'
import { licenceFilter } from '../licences/licences.ts'
import { shortText } from '../parts/date-inputs.ts'
import type { ContractRoutes } from '../parts/routes.ts'
import { wallFilter } from '../supervision/supervision.ts'

const exportedFile = {
  format: v.picklist(['xlsx', 'csv']),
  lang: v.optional(v.picklist(['zh', 'en']), 'zh'),
  /** `1`: the file in frames that tell how many rows it holds so far. */
  progress: v.optional(v.picklist(['0', '1']), '0'),
}

export const exportCasesQuery = v.object({
  ...exportedFile,
  process: v.optional(shortText),
  status: v.optional(v.picklist(['open', 'closed'])),
  q: v.optional(shortText),
})

export const exportInboxQuery = v.object({
  ...exportedFile,
  box: v.optional(v.picklist(['todo', 'pool', 'done', 'mine', 'cc']), 'todo'),
  process: v.optional(shortText),
})

export const exportLicencesQuery = v.object({ ...exportedFile, ...licenceFilter })
export const exportClocksQuery = v.object({ ...exportedFile, ...wallFilter })

export const exportChangesQuery = v.object({
  format: v.picklist(['xlsx', 'csv']),
  lang: v.optional(v.picklist(['zh', 'en']), 'zh'),
})

export const exportSelfChecksQuery = v.object({
  format: v.picklist(['xlsx', 'csv']),
  lang: v.optional(v.picklist(['zh', 'en']), 'zh'),
  enterprise: v.optional(shortText),
})

export const exportContract = {
  'GET /api/exports/changes/{id}': {
    query: exportChangesQuery,
    status: 200,
    description: 'Every period that moves, before and after',
    type: 'text/csv',
  },
  'GET /api/exports/cases': {
    query: exportCasesQuery,
    status: 200,
    description: 'The file; `x-total-rows` says how many rows it will have',
    type: 'text/csv',
  },
  'GET /api/exports/inbox': {
    query: exportInboxQuery,
    status: 200,
    description: 'The file; `x-total-rows` says how many rows it will have',
    type: 'text/csv',
  },
  'GET /api/exports/licences': {
    query: exportLicencesQuery,
    status: 200,
    description: 'The file; `x-total-rows` says how many rows it will have',
    type: 'text/csv',
  },
  'GET /api/exports/clocks': {
    query: exportClocksQuery,
    status: 200,
    description: 'The file; `x-total-rows` says how many rows it will have',
    type: 'text/csv',
  },
  'GET /api/exports/self-checks': {
    query: exportSelfChecksQuery,
    status: 200,
    description: 'The ledger with all corrections',
    type: 'text/csv',
  },
} as const satisfies ContractRoutes
