// What do the routes take and answer that offer other cases: those that an act may name, and those that may be what is being reported?
import * as v from 'valibot'
import { shortText } from '../parts/date-inputs.ts'
import { bilingual, flag, list, maybe, moment, string } from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'

const otherCase = {
  id: string,
  number: string,
  title: string,
  site: maybe(string),
  region: bilingual,
  state: bilingual,
  openedAt: moment,
}
const caseToName = v.strictObject({ ...otherCase, likely: flag })
export type CaseToName = v.InferOutput<typeof caseToName>

/** `by`: who has opened it; null: no person. */
const alikeCase = v.strictObject({ ...otherCase, by: maybe(string) })
export type AlikeCase = v.InferOutput<typeof alikeCase>

export const caseToNameQuery = v.object({ type: shortText })

/** What tells one event from another, as far as the form says it by now. */
export const alikeQuery = v.object({
  kind: v.optional(shortText),
  site: v.optional(shortText),
  region: v.optional(shortText),
  enterprise: v.optional(shortText),
  happenedAt: v.optional(shortText),
  drill: v.optional(shortText),
})
export type AlikeQuery = v.InferOutput<typeof alikeQuery>

export const otherCaseContract = {
  'GET /api/cases/{id}/others': {
    query: caseToNameQuery,
    status: 200,
    description:
      'The other open cases that the act may name, the likeliest first; none where it names none',
    answer: v.strictObject({ items: list(caseToName) }),
  },
  'GET /api/cases/{process}/alike': {
    query: alikeQuery,
    status: 200,
    description:
      'Open cases in the reader’s scope that may be what he is about to report; for whoever may start one',
    answer: v.strictObject({ items: list(alikeCase) }),
  },
} as const satisfies ContractRoutes
