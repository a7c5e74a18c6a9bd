// What do the routes of late exceedances and times of maintenance take and answer?
import * as v from 'valibot'
import { bilingual, decimal, flag, list, maybe, moment, string } from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'

const late = v.strictObject({
  device: v.strictObject({ id: string, name: string }),
  point: v.strictObject({ id: decimal, name: string }),
  condition: bilingual,
  from: moment,
  to: moment,
  value: decimal,
  limit: decimal,
  unit: maybe(string),
  level: v.picklist([1, 2, 3, 4]),
  receivedAt: moment,
  synthetic: flag,
})

const lateList = v.strictObject({ now: moment, items: list(late) })
export type LateList = v.InferOutput<typeof lateList>
/** Of one hour of a point. */
export type LateView = v.InferOutput<typeof late>

const attended = v.strictObject({
  now: moment,
  days: decimal,
  items: list(
    v.strictObject({
      point: string,
      quality: v.picklist(['calib', 'manual']),
      from: moment,
      to: moment,
      readings: decimal,
    }),
  ),
})
export type AttendedList = v.InferOutput<typeof attended>

const device = v.pipe(string, v.uuid())
export const lateQuery = v.object({ device: v.optional(device) })
export const attendedQuery = v.object({ device })

export const lateContract = {
  'GET /api/devices/late': {
    query: lateQuery,
    status: 200,
    description: 'The latest first, a hundred at most',
    answer: lateList,
  },
  'GET /api/devices/late/attended': {
    query: attendedQuery,
    status: 200,
    description: 'The latest first, twenty at most',
    answer: attended,
  },
} as const satisfies ContractRoutes
