// What do the routes of the self-check ledger take and answer?
import * as v from 'valibot'
import { cursor, formData, limit, shortText } from '../parts/date-inputs.ts'
import { fileShape } from '../parts/facts.ts'
import { integer, list, maybe, moment, string } from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'

const selfCheck = {
  id: string,
  supersedes: maybe(string),
  enterprise: v.strictObject({ id: string, name: string }),
  day: string,
  place: string,
  checked: string,
  found: list(string),
  note: maybe(string),
  photos: list(fileShape),
  by: string,
  at: moment,
  cases: list(v.strictObject({ id: string, number: string })),
}

const earlier = v.strictObject(selfCheck)
export type SelfCheck = v.InferOutput<typeof earlier>

/** An entry in force, and those it has corrected, newest first. */
const ledgerRow = v.strictObject({ ...selfCheck, earlier: list(earlier) })
export type LedgerRow = v.InferOutput<typeof ledgerRow>

const ledger = v.strictObject({ items: list(ledgerRow), cursor: maybe(string), total: integer })
export type LedgerPage = v.InferOutput<typeof ledger>

export const selfChecksQuery = v.object({ enterprise: v.optional(shortText), limit, cursor })

export const selfCheckContract = {
  'GET /api/self-checks': {
    query: selfChecksQuery,
    status: 200,
    description: 'One page of the ledger, newest first, each entry with those it has corrected',
    answer: ledger,
  },
  'GET /api/self-checks/{id}': { status: 200, description: 'The entry', answer: ledgerRow },
  'POST /api/self-checks': {
    body: formData,
    status: 201,
    description: 'The entry is kept',
    answer: ledgerRow,
  },
} as const satisfies ContractRoutes
