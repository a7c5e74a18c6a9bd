// What do the routes of the deviation of fines take and answer (裁量偏离)?
import * as v from 'valibot'
import { periodPattern } from '../../domain/statistics/period.ts'
import { cursor, limit, shortText } from '../parts/date-inputs.ts'
import { choiceShape, regionShape } from '../parts/named.ts'
import {
  bilingual,
  decimal,
  flag,
  integer,
  list,
  maybe,
  moment,
  pageShape,
  string,
} from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'
import { wallFilter } from './supervision.ts'

const figures = {
  decisions: integer,
  /** In yuan. */
  fined: decimal,
  below: integer,
  within: integer,
  above: integer,
  departures: integer,
  /** Shares: 0.1 is a tenth above. Null: nothing to divide by, or too few to tell. */
  fromMiddle: maybe(decimal),
  spread: maybe(decimal),
  compared: integer,
  fromLike: maybe(decimal),
  /** Too few for a share to mean anything. */
  few: flag,
}

const office = v.strictObject({
  office: maybe(string),
  name: maybe(bilingual),
  region: regionShape,
  ...figures,
})
const cause = v.strictObject({ number: maybe(string), name: maybe(string), ...figures })

const discretionShape = v.strictObject({
  region: regionShape,
  regions: list(regionShape),
  period: choiceShape,
  periods: list(choiceShape),
  first: string,
  last: string,
  computedAt: maybe(moment),
  cause: maybe(string),
  choices: list(v.strictObject({ number: string, name: string })),
  total: v.strictObject(figures),
  offices: list(office),
  causes: list(cause),
})
export type DiscretionView = v.InferOutput<typeof discretionShape>
export type DiscretionFigures = DiscretionView['total']
export type DiscretionOffice = v.InferOutput<typeof office>

const position = v.picklist(['below', 'within', 'above'])

const fine = v.strictObject({
  /** Null where the case lies elsewhere by now: it counts and shows nothing of itself. */
  id: maybe(string),
  number: maybe(string),
  title: maybe(string),
  enterprise: maybe(string),
  /** The number of the further party that it punishes; null: the enterprise. */
  person: maybe(integer),
  region: bilingual,
  office: maybe(bilingual),
  day: string,
  fine: decimal,
  cause: maybe(string),
  step: maybe(bilingual),
  range: maybe(v.strictObject({ from: decimal, to: decimal })),
  position: maybe(position),
  fromMiddle: maybe(decimal),
  departure: maybe(string),
  likeCases: integer,
  /** Null where there are too few like cases to tell. */
  likeMedian: maybe(decimal),
  fromLike: maybe(decimal),
})
export type DecidedFineView = v.InferOutput<typeof fine>

const finesShape = pageShape(fine)

const recomputedShape = v.strictObject({ cases: integer, more: flag, at: moment })

export const discretionQuery = v.object({
  region: wallFilter.region,
  period: v.optional(v.union([v.literal(''), v.pipe(string, v.regex(periodPattern))])),
  cause: v.optional(shortText),
})

/** `standing`: how the fine lies to its step; `unchecked`: no standard was named; `departed`: outside, with a reason. */
export const finesQuery = v.object({
  ...discretionQuery.entries,
  office: v.optional(shortText),
  standing: v.optional(v.picklist(['', 'below', 'within', 'above', 'unchecked', 'departed'])),
  limit,
  cursor,
})

export const discretionExportQuery = v.object({
  ...discretionQuery.entries,
  rows: v.optional(v.picklist(['offices', 'decisions']), 'offices'),
  format: v.picklist(['csv', 'xlsx']),
  lang: v.optional(v.picklist(['zh', 'en']), 'zh'),
})

export const discretionContract = {
  'GET /api/supervision/discretion': {
    query: discretionQuery,
    status: 200,
    description: 'Fines by office and by cause, beside standard and like cases',
    answer: discretionShape,
  },
  'GET /api/supervision/discretion/cases': {
    query: finesQuery,
    status: 200,
    description: 'One page of the decisions behind a figure, latest first',
    answer: finesShape,
  },
  'GET /api/supervision/discretion/export': {
    query: discretionExportQuery,
    status: 200,
    description: 'The file',
    type: 'text/csv',
  },
  'POST /api/supervision/discretion/recompute': {
    status: 200,
    description: 'Reckoned, or begun: `more` asks for another call',
    answer: recomputedShape,
  },
} as const satisfies ContractRoutes
