// What does the route of a case's forecast take and answer?
import * as v from 'valibot'
import { bilingual, decimal, flag, integer, list, maybe, moment, string } from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'
import { caseQuery } from './cases.ts'

/** Nine cases of ten fall between the first and the last day; `provisional`: a year in between has no decreed calendar (暂估). */
const span = v.strictObject({
  earliest: string,
  expected: string,
  latest: string,
  provisional: flag,
})
export type SpanView = v.InferOutput<typeof span>

/** `open`: a stop on the way, or a date that a document may set anew, can still move it. */
const limit = v.strictObject({ due: string, overdue: flag, open: flag, provisional: flag })
export type ForecastLimit = v.InferOutput<typeof limit>

const step = v.strictObject({
  words: bilingual,
  now: flag,
  /** It has been run before and is run again. */
  again: flag,
  /** Posts; for the party only whether it is its own turn or the authority's. */
  posts: list(bilingual),
  /** Whose desk it lies on, or who has usually done it; empty for the party. */
  people: list(string),
  span: maybe(span),
  limit: maybe(limit),
})
export type ForecastStepView = v.InferOutput<typeof step>

const forecast = v.strictObject({
  at: moment,
  /** The matter is settled, or lies where nothing is forecast. */
  settled: flag,
  /** What it is the end of, where that is not the whole matter: one application of several. */
  ends: maybe(bilingual),
  steps: list(step),
  end: maybe(span),
  limit: maybe(limit),
  /** Stays of finished cases behind the days; without days, why there are none. */
  passages: integer,
  why: v.picklist(['history', 'few', 'outlasted']),
  /** Part of like cases that ended after the legal day; null for the party and where there is none. */
  late: maybe(decimal),
})
export type ForecastView = v.InferOutput<typeof forecast>

export const forecastContract = {
  'GET /api/cases/{id}/forecast': {
    query: caseQuery,
    status: 200,
    description: 'What lies ahead, step by step',
    answer: forecast,
  },
} as const satisfies ContractRoutes
