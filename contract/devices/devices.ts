// What do the routes of devices and their measurements take and answer?
import * as v from 'valibot'
import { alarmShape } from '../duty/alarms.ts'
import { givenMoment, shortText } from '../parts/given.ts'
import { bilingual, decimal, flag, list, maybe, moment, string } from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'
import { permitShape } from './permits.ts'

const named = v.strictObject({ id: string, name: string })

const limits = {
  lowLow: maybe(decimal),
  low: maybe(decimal),
  high: maybe(decimal),
  highHigh: maybe(decimal),
}

const deviceList = v.strictObject({
  items: list(
    v.strictObject({
      id: string,
      key: string,
      name: string,
      feed: string,
      enterprise: maybe(string),
      region: bilingual,
      synthetic: flag,
      silent: flag,
    }),
  ),
})

const point = v.strictObject({
  id: decimal,
  key: string,
  name: string,
  unit: maybe(string),
  kind: string,
  ...limits,
  rangeLow: maybe(decimal),
  rangeHigh: maybe(decimal),
  risePerMinute: maybe(decimal),
  at: maybe(moment),
  receivedAt: maybe(moment),
  value: maybe(decimal),
  quality: maybe(string),
  late: flag,
  retired: flag,
})

const device = v.strictObject({
  now: moment,
  id: string,
  key: string,
  name: string,
  feed: named,
  protocol: string,
  enterprise: maybe(named),
  region: bilingual,
  synthetic: flag,
  lon: maybe(decimal),
  lat: maybe(decimal),
  since: moment,
  until: maybe(moment),
  lastSeenAt: maybe(moment),
  silent: flag,
  points: list(point),
  signs: list(v.strictObject({ sign: string, text: string, at: moment })),
  alarms: list(alarmShape),
  position: maybe(
    v.strictObject({ at: moment, lon: decimal, lat: decimal, speedKmh: maybe(decimal) }),
  ),
  cases: list(v.strictObject({ id: string, number: string, title: string, open: flag })),
  /** The last ones, those in force first. */
  permits: list(permitShape),
  mayTakeOut: flag,
})
export type DeviceView = v.InferOutput<typeof device>
export type PointView = v.InferOutput<typeof point>

const column = list(maybe(decimal))

/** Columns beside each other: as many entries in each. `bad`: of its readings not good; with `value` null there is nothing to draw. */
const trend = v.strictObject({
  now: moment,
  from: moment,
  to: moment,
  /** Seconds that an entry stands for; 0: each is one reading. */
  step: decimal,
  at: list(decimal),
  value: column,
  least: column,
  most: column,
  bad: list(decimal),
  point: v.strictObject({ id: decimal, name: string, unit: maybe(string), ...limits }),
  /** Alarms of the point in that time, for marks on the picture. */
  marks: list(
    v.strictObject({
      at: moment,
      level: v.picklist([1, 2, 3, 4]),
      words: bilingual,
      alarm: string,
    }),
  ),
})
export type TrendView = v.InferOutput<typeof trend>
export type PointLimits = Pick<PointView, keyof typeof limits>

export const trendQuery = v.object({
  point: v.pipe(string, v.regex(/^\d{1,9}$/), v.transform(Number)),
  from: v.optional(givenMoment),
  to: v.optional(givenMoment),
})

export const devicesQuery = v.object({ q: v.optional(shortText, '') })

export const deviceContract = {
  'GET /api/devices': {
    query: devicesQuery,
    status: 200,
    says: 'Devices in scope',
    answer: deviceList,
  },
  'GET /api/devices/{id}': { status: 200, says: 'The device', answer: device },
  'GET /api/devices/{id}/trend': {
    query: trendQuery,
    status: 200,
    says: 'Columns beside each other',
    answer: trend,
  },
} as const satisfies ContractRoutes
