// What do the routes of calendars take and answer?
import * as v from 'valibot'
import { isRegion } from '../../domain/organisation/regions.ts'
import { regionShape } from '../parts/named.ts'
import { flag, integer, list, maybe, string } from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'
import { noticeDays } from './changes.ts'
import { dryRunShape } from './moves.ts'

const decreed = {
  year: integer,
  decree: string,
  source: string,
  off: integer,
  work: integer,
  imported: flag,
  proposal: maybe(string),
}

const notice = { decree: string, source: string, off: list(string), work: list(string) }
const place = maybe(regionShape)

/** Years of the holiday calendar; `missing` are those that periods running now could need and nobody has decreed or imported yet. */
const calendars = v.strictObject({
  version: string,
  /** `proposal`: by which approval the notice came in; null = committed with the product. */
  items: list(v.strictObject(decreed)),
  missing: list(integer),
  overrides: list(
    v.strictObject({ proposal: string, region: place, name: maybe(string), ...notice }),
  ),
})
export type CalendarsView = v.InferOutput<typeof calendars>

const day = v.strictObject({ date: string, work: flag, why: string, decreed: flag })

/** Every day of a year as the reckoning sees it, everywhere or in one region. */
const year = v.strictObject({
  year: integer,
  decree: maybe(string),
  source: maybe(string),
  days: list(day),
})
export type YearView = v.InferOutput<typeof year>

const proposedYear = v.strictObject({
  proposal: string,
  year: integer,
  version: string,
  preview: dryRunShape,
})

export const calendarQuery = v.object({
  region: v.optional(
    v.pipe(
      string,
      v.check((code) => code === '' || isRegion(code), 'is no region known here'),
    ),
  ),
})

export const calendarBody = v.strictObject(noticeDays)

export const calendarContract = {
  'GET /api/calendars': {
    status: 200,
    description: 'Decreed and missing years, local days',
    answer: calendars,
  },
  'GET /api/calendars/{year}': {
    query: calendarQuery,
    status: 200,
    description: 'Every day of the year',
    answer: year,
  },
  'POST /api/calendars/{year}': {
    body: calendarBody,
    status: 201,
    description: 'Proposed; in force when another administrator has approved',
    answer: proposedYear,
  },
} as const satisfies ContractRoutes
