// What do the routes of supervision take and answer: the wall of clocks, flow, digests, reachability?
import * as v from 'valibot'
import { callChannels } from '../../domain/calls/channels.ts'
import { isRegion } from '../../domain/organisation/regions.ts'
import { cursor, dayInput, limit, shortText } from '../parts/date-inputs.ts'
import { regionShape } from '../parts/named.ts'
import { dueShape, stopShape } from '../parts/periods.ts'
import {
  bilingual,
  decimal,
  flag,
  integer,
  levelShape,
  list,
  maybe,
  moment,
  pageShape,
  string,
} from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'

const wallEscalationLevel = v.strictObject({
  escalationLevel: string,
  words: bilingual,
  plannedAt: moment,
  status: v.picklist(['notified', 'acknowledged', 'missed', 'planned']),
  firedAt: maybe(moment),
  acknowledgedAt: maybe(moment),
  acknowledgedBy: maybe(string),
  recipientCount: integer,
  /** Who answered a call first. */
  answered: maybe(v.strictObject({ name: string, how: v.picklist(callChannels), at: moment })),
})

const wallClock = v.strictObject({
  id: string,
  clock: string,
  words: bilingual,
  article: string,
  status: string,
  startedAt: moment,
  due: string,
  dueAt: moment,
  provisional: flag,
  pauses: list(stopShape),
})

/** A case with its running period that ends first, the levels of that period, and what this reader may do about it from here. */
const lane = v.strictObject({
  caseId: string,
  process: string,
  number: string,
  title: string,
  enterprise: maybe(string),
  region: bilingual,
  revision: integer,
  state: bilingual,
  level: levelShape,
  clock: wallClock,
  escalationLevels: list(wallEscalationLevel),
  next: maybe(v.strictObject({ words: bilingual, at: moment })),
  due: dueShape,
  acts: list(v.strictObject({ type: string, words: bilingual })),
})
export type WallLane = v.InferOutput<typeof lane>

const wallShape = pageShape(lane)
export type WallView = v.InferOutput<typeof wallShape>
/** What became of a level (missed: it did not fire, or reached nobody), and how many people were notified. */
export type WallEscalationLevel = v.InferOutput<typeof wallEscalationLevel>

const figures = {
  state: string,
  n: integer,
  median: decimal,
  p90: decimal,
  pausedShare: decimal,
  returns: integer,
  few: flag,
}

const flowShape = v.strictObject({
  process: v.strictObject({ id: string, title: bilingual }),
  region: regionShape,
  regions: list(regionShape),
  /** Mondays of the first and the last week. */
  from: string,
  to: string,
  computedAt: maybe(moment),
  weeks: list(string),
  states: list(v.strictObject({ id: string, words: bilingual, lane: maybe(bilingual) })),
  cells: list(v.strictObject({ ...figures, week: string })),
  totals: list(v.strictObject(figures)),
})
export type FlowView = v.InferOutput<typeof flowShape>
/** `few`: too few stays for a figure to mean anything. */
export type FlowCell = FlowView['totals'][number]

const flowCase = v.strictObject({
  id: string,
  number: string,
  title: string,
  enterprise: maybe(string),
  region: bilingual,
  state: bilingual,
  days: decimal,
  pausedDays: decimal,
  returned: flag,
  leftAt: moment,
})
export type FlowCase = v.InferOutput<typeof flowCase>

const flowCasesShape = pageShape(flowCase)

/** `more`: ask again, not everything has been reckoned yet. */
const flowRecomputedShape = v.strictObject({
  cases: integer,
  weeks: integer,
  more: flag,
  at: moment,
})
export type FlowRecomputed = v.InferOutput<typeof flowRecomputedShape>

const item = v.strictObject({
  caseId: string,
  number: string,
  title: string,
  region: bilingual,
  clock: bilingual,
  dueAt: moment,
  due: string,
})

const digestShape = v.strictObject({
  days: list(string),
  digest: maybe(
    v.strictObject({
      day: string,
      at: moment,
      since: moment,
      until: moment,
      late: list(item),
      soon: list(item),
      skipped: list(string),
      sent: v.picklist(['pending', 'mailed', 'refused', 'quiet', 'superseded']),
    }),
  ),
})
export type DigestView = v.InferOutput<typeof digestShape>

const unreachedLevel = v.strictObject({
  caseId: string,
  number: string,
  obligation: string,
  escalationLevel: string,
  plannedAt: moment,
  words: bilingual,
  silent: flag,
  exercise: v.optional(flag),
})

const gap = v.strictObject({
  group: string,
  words: bilingual,
  nobody: flag,
  people: list(v.strictObject({ name: string, lacks: list(bilingual) })),
  escalationLevels: list(unreachedLevel),
})

const reachabilityShape = v.strictObject({
  day: maybe(string),
  at: maybe(moment),
  items: list(gap),
})
export type ReachabilityView = v.InferOutput<typeof reachabilityShape>
export type ReachabilityGap = v.InferOutput<typeof gap>

/** What the wall can be narrowed to. */
export const wallFilter = {
  process: v.optional(shortText),
  region: v.optional(
    v.pipe(
      string,
      v.check((code) => code === '' || isRegion(code), 'is no region known here'),
    ),
  ),
  level: v.optional(v.picklist(['', '1', '2', '3', '4'])),
  late: v.optional(v.picklist(['', '1'])),
}

export const wallQuery = v.object({ ...wallFilter, limit, cursor })
export const digestQuery = v.object({ date: v.optional(v.union([v.literal(''), dayInput])) })

export const flowQuery = v.object({
  process: shortText,
  region: wallFilter.region,
  from: v.optional(dayInput),
  to: v.optional(dayInput),
})

export const flowCasesQuery = v.object({
  ...flowQuery.entries,
  state: shortText,
  returned: v.optional(v.picklist(['', '1'])),
  limit,
  cursor,
})

export const supervisionContract = {
  'GET /api/supervision/clocks': {
    query: wallQuery,
    status: 200,
    description: 'One page of running limits, soonest first',
    answer: wallShape,
  },
  'GET /api/supervision/flow': {
    query: flowQuery,
    status: 200,
    description: 'Figures by state and week',
    answer: flowShape,
  },
  'GET /api/supervision/flow/cases': {
    query: flowCasesQuery,
    status: 200,
    description: 'One page of the cases behind a figure',
    answer: flowCasesShape,
  },
  'POST /api/supervision/flow/recompute': {
    status: 200,
    description: 'Reckoned, or begun: `more` asks for another call',
    answer: flowRecomputedShape,
  },
  'GET /api/supervision/digest': {
    query: digestQuery,
    status: 200,
    description: 'The digest of that day, and on which days there are some',
    answer: digestShape,
  },
  'GET /api/supervision/reachability': {
    status: 200,
    description: 'Posts that cannot be told',
    answer: reachabilityShape,
  },
} as const satisfies ContractRoutes
