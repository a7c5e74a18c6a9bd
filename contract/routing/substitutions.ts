// What do the routes of substitutions take and answer?
import * as v from 'valibot'
import { candidatesShape } from '../organisation/enterprises.ts'
import { cursor, dayInput, limit, line, reasoned } from '../parts/date-inputs.ts'
import { bilingual, flag, list, maybe, moment, string } from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'

const who = v.strictObject({ id: string, name: string })

const substitutionShape = v.strictObject({
  id: string,
  person: who,
  substitute: who,
  from: string,
  to: string,
  since: moment,
  until: moment,
  order: string,
  reason: string,
  posts: list(v.strictObject({ group: string, words: bilingual })),
  /** `waiting`: not all consents are there, and nothing is in force. */
  status: v.picklist(['waiting', 'planned', 'in-force', 'over', 'ended']),
  createdBy: string,
  createdAt: moment,
  endedBy: maybe(string),
  endedAt: maybe(moment),
  consents: list(v.strictObject({ name: string, words: bilingual, at: moment })),
  /** The sides whose consent is missing, and who may give it. */
  waitsFor: list(
    v.strictObject({
      side: v.picklist(['giving', 'taking', 'confirming']),
      words: bilingual,
      who: bilingual,
    }),
  ),
  /** The side for which the reader may consent now. */
  mayAgree: maybe(bilingual),
  endReason: maybe(string),
  /** Whether the reader may end it now, or refuse it while it waits. */
  mayEnd: flag,
})
export type SubstitutionView = v.InferOutput<typeof substitutionShape>

const substitutionListShape = v.strictObject({
  items: list(substitutionShape),
  cursor: maybe(string),
})
export type SubstitutionPage = v.InferOutput<typeof substitutionListShape>

export const substitutionBody = v.strictObject({
  person: line(100),
  substitute: line(100),
  from: dayInput,
  to: dayInput,
  order: line(100),
  reason: line(500),
  posts: v.optional(maybe(v.pipe(list(line(100)), v.maxLength(50))), null),
  knowingly: v.optional(flag, false),
})

export const substitutionsQuery = v.object({
  past: v.optional(v.picklist(['0', '1']), '0'),
  limit,
  cursor,
})

export const substitutionContract = {
  'GET /api/substitutions': {
    query: substitutionsQuery,
    status: 200,
    description: 'Those that concern the reader, newest first',
    answer: substitutionListShape,
  },
  'POST /api/substitutions': {
    body: substitutionBody,
    status: 201,
    description: 'Ordered',
    answer: substitutionShape,
  },
  'GET /api/substitutions/people': {
    status: 200,
    description: 'People who can be named',
    answer: candidatesShape,
  },
  'POST /api/substitutions/{id}/end': {
    body: reasoned,
    status: 200,
    description: 'Ended',
    answer: substitutionShape,
  },
  'POST /api/substitutions/{id}/agree': {
    status: 200,
    description: 'Consented',
    answer: substitutionShape,
  },
} as const satisfies ContractRoutes
