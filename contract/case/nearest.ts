// What does the route of the things take and answer that lie nearest to a case and may be called by one of its acts?
import * as v from 'valibot'
import { coordinatesIn } from '../../domain/organisation/coordinates.ts'
import { shortText } from '../parts/date-inputs.ts'
import { bilingual, decimal, flag, integer, list, maybe, moment, string } from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'

const holderShape = v.strictObject({
  /** Of the case, where the reader sees it. */
  caseId: maybe(string),
  number: maybe(string),
  region: bilingual,
  /** 指令第3号 */
  item: bilingual,
  /** 演练: it stands in the way of no real case. */
  exercise: flag,
  since: moment,
})

const nearEntry = v.strictObject({
  id: string,
  number: string,
  name: string,
  kind: bilingual,
  region: bilingual,
  owner: maybe(string),
  standing: bilingual,
  /** By great circle; null: nobody knows. */
  km: maybe(decimal),
  lon: maybe(decimal),
  lat: maybe(decimal),
  /** What the register shows of it in a list, in words. */
  fields: list(v.strictObject({ label: bilingual, value: bilingual })),
  /** What of it runs out or is checked first, and on which day; null: nothing. */
  due: maybe(string),
  overdue: flag,
  heldBy: list(holderShape),
  /** Whether this case may call it now, or why not. */
  free: flag,
  reasons: list(bilingual),
  /** What the form of the act begins with. */
  form: v.looseObject({}),
})
export type NearEntryView = v.InferOutput<typeof nearEntry>

/** Beyond the reader’s own regions: how much there is, never what. */
const nearbyElsewhere = v.strictObject({
  region: bilingual,
  kind: bilingual,
  /** How many are free. */
  count: integer,
  km: maybe(decimal),
})
export type NearbyElsewhere = v.InferOutput<typeof nearbyElsewhere>

const withinKm = v.pipe(
  v.string(),
  v.regex(/^\d{1,3}$/),
  v.transform(Number),
  v.minValue(1),
  v.maxValue(500),
)

export const nearestQuery = v.object({
  type: shortText,
  /** Only those of this kind, by the register's own name for it. */
  kind: v.optional(shortText),
  km: v.optional(withinKm, '100'),
  /** Near to here; without it near to where the case lies. */
  at: v.optional(
    v.pipe(
      shortText,
      v.check((value) => coordinatesIn(value) !== null, 'is longitude,latitude'),
    ),
  ),
  /** Only the one with this number. */
  number: v.optional(shortText),
})

export const nearestSources = ['asked', 'case', 'enterprise'] as const

export const nearestContract = {
  'GET /api/cases/{id}/nearest': {
    query: nearestQuery,
    status: 200,
    description:
      'What an act of the case may call, the nearest first; none where it calls nothing. Those without coordinates come last. `elsewhere` counts what other regions have free',
    answer: v.strictObject({
      /** By which place distances are counted; null: by none is known. */
      by: maybe(v.strictObject({ source: v.picklist(nearestSources), lon: decimal, lat: decimal })),
      kinds: list(v.strictObject({ kind: string, words: bilingual })),
      items: list(nearEntry),
      total: integer,
      elsewhere: list(nearbyElsewhere),
    }),
  },
} as const satisfies ContractRoutes
