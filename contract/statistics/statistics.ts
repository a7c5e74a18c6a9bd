// What do the routes of statistics take and answer?
import * as v from 'valibot'
import { periodPattern } from '../../domain/statistics/period.ts'
import { cursor, limit, reasonedAtLength, shortText } from '../parts/date-inputs.ts'
import { choiceShape, regionShape } from '../parts/named.ts'
import { bilingual, decimal, flag, integer, list, maybe, moment, string } from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'

const amount = maybe(decimal)
const values = v.record(string, amount)
const status = v.picklist(['missing', 'signed', 'submitted', 'returned'])
const due = v.strictObject({ date: string, overdue: flag, provisional: flag })

const period = v.strictObject({
  id: string,
  kind: v.picklist(['quarter', 'year']),
  first: string,
  last: string,
  words: bilingual,
})

const figure = v.strictObject({
  id: string,
  group: string,
  kind: v.picklist(['flow', 'stock', 'start', 'ratio', 'mean']),
  words: bilingual,
  how: bilingual,
  value: amount,
  quiet: flag,
  behind: flag,
})

const cause = v.strictObject({ words: bilingual, occurredAt: moment, recordedAt: moment })

const difference = v.strictObject({
  figure: string,
  words: bilingual,
  was: amount,
  now: amount,
  cases: list(
    v.strictObject({
      id: string,
      number: maybe(string),
      was: integer,
      now: integer,
      causes: list(cause),
    }),
  ),
})

export type StatisticsDifference = v.InferOutput<typeof difference>

const step = v.strictObject({
  act: v.picklist(['signed', 'submitted', 'returned']),
  words: bilingual,
  by: string,
  onBehalfOf: maybe(string),
  at: moment,
  reason: string,
})
export type StatisticsStep = v.InferOutput<typeof step>

const version = {
  id: string,
  version: integer,
  hash: string,
  signedBy: string,
  signedAt: moment,
}

const report = v.strictObject({
  ...version,
  status,
  statusWords: bilingual,
  remarks: string,
  values,
  parts: v.record(string, values),
  steps: list(step),
  differences: list(difference),
  earlier: list(v.strictObject(version)),
})

const part = v.strictObject({
  ...regionShape.entries,
  values,
  report: v.strictObject({ status, words: bilingual, version: maybe(integer), at: maybe(moment) }),
})

const statisticsShape = v.strictObject({
  process: v.strictObject({ id: string, title: bilingual }),
  title: bilingual,
  law: string,
  region: regionShape,
  enterprise: maybe(v.strictObject({ id: string, name: string })),
  period,
  asOf: string,
  ended: flag,
  due,
  /** Some cases have moved and are not counted yet. */
  behind: flag,
  /** Names the figures shown; a signature repeats it. */
  hash: string,
  groups: list(choiceShape),
  figures: list(figure),
  parts: list(part),
  report: maybe(report),
  may: v.strictObject({ sign: flag, submit: flag, return: flag }),
  regions: list(regionShape),
  periods: list(period),
})
export type StatisticsView = v.InferOutput<typeof statisticsShape>
export type PeriodView = v.InferOutput<typeof period>
/** `behind`: whether the cases behind it can be listed. */
export type FigureView = v.InferOutput<typeof figure>
export type PartView = v.InferOutput<typeof part>
export type ReportView = v.InferOutput<typeof report>

const page = { cursor: maybe(string), total: integer, revision: integer }

const behindRow = v.strictObject({
  key: string,
  id: maybe(string),
  number: maybe(string),
  title: maybe(string),
  enterprise: maybe(string),
  state: maybe(bilingual),
  n: integer,
  day: string,
})

const behindPageShape = v.strictObject({ figure: bilingual, items: list(behindRow), ...page })
export type BehindPage = v.InferOutput<typeof behindPageShape>
/** `id` null: the case lies elsewhere by now. */
export type BehindRow = v.InferOutput<typeof behindRow>

const enterprise = v.strictObject({
  id: string,
  name: string,
  status,
  words: bilingual,
  version: maybe(integer),
  at: maybe(moment),
  late: flag,
})

const enterprisePageShape = v.strictObject({
  period,
  due,
  counts: list(v.strictObject({ status, words: bilingual, n: integer })),
  items: list(enterprise),
  ...page,
})
export type EnterprisePage = v.InferOutput<typeof enterprisePageShape>
export type ReportingEnterprise = v.InferOutput<typeof enterprise>

const filter = v.optional(shortText, '')
const periodQuery = v.pipe(string, v.regex(periodPattern))
const placeQuery = { process: shortText, region: filter, enterprise: filter, period: periodQuery }
/** Without a period, the quarter that ended last; where it is empty, the newest that has something in it. */
export const statisticsQuery = v.object({
  ...placeQuery,
  period: v.optional(v.union([v.literal(''), periodQuery]), ''),
})

export const statisticsExportQuery = v.object({
  ...placeQuery,
  format: v.picklist(['xlsx', 'csv']),
  lang: v.optional(v.picklist(['zh', 'en']), 'zh'),
})

export const statisticsSignatureBody = v.strictObject({
  ...placeQuery,
  remarks: v.optional(v.pipe(string, v.trim(), v.maxLength(4_000)), ''),
  hash: v.pipe(string, v.length(64)),
})

export const behindQuery = v.object({ ...placeQuery, figure: shortText, limit, cursor })

export const standingsQuery = v.object({
  ...placeQuery,
  status: v.optional(v.picklist(['', 'missing', 'signed', 'submitted', 'returned']), ''),
  limit,
  cursor,
})

export const statisticsContract = {
  'GET /api/statistics': {
    query: statisticsQuery,
    status: 200,
    description: 'Figures, counties, and the signed report',
    answer: statisticsShape,
  },
  'GET /api/statistics/enterprise': {
    query: statisticsQuery,
    status: 200,
    description: 'The table of an enterprise',
    answer: statisticsShape,
  },
  'GET /api/statistics/enterprises': {
    query: standingsQuery,
    status: 200,
    description: 'One page of enterprises and how their reports stand',
    answer: enterprisePageShape,
  },
  'GET /api/statistics/cases': {
    query: behindQuery,
    status: 200,
    description: 'One page of the cases behind a figure',
    answer: behindPageShape,
  },
  'GET /api/statistics/export': {
    query: statisticsExportQuery,
    status: 200,
    description: 'The file',
    type: 'text/csv',
  },
  'POST /api/statistics/signature': {
    body: statisticsSignatureBody,
    status: 201,
    description: 'Signed and frozen',
    answer: statisticsShape,
  },
  'POST /api/statistics/reports/{id}/submission': {
    status: 200,
    description: 'Submitted',
    answer: statisticsShape,
  },
  'POST /api/statistics/reports/{id}/return': {
    body: reasonedAtLength,
    status: 200,
    description: 'Returned',
    answer: statisticsShape,
  },
} as const satisfies ContractRoutes
