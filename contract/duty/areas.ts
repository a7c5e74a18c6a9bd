// What do the routes of the map take and answer?
import * as v from 'valibot'
import { areaParts, isOneArea, twoAreas } from '../parts/areas.ts'
import { bilingual, decimal, flag, integer, list, maybe, moment, string } from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'

const placed = {
  id: string,
  name: string,
  region: bilingual,
  enterprise: maybe(string),
  lon: maybe(decimal),
  lat: maybe(decimal),
  synthetic: flag,
}

/** `total`: how many there are; a list is a hundred long at most. */
const counted = <Row extends v.GenericSchema>(row: Row) =>
  v.strictObject({ total: integer, items: list(row) })

const inside = v.strictObject({
  now: moment,
  /** Standing, of devices inside or with a place of their own inside. */
  alarms: counted(v.strictObject({ ...placed, level: integer, caseId: maybe(string) })),
  /** `at`: of its last position, where it moves; null: it stands where it is registered. */
  devices: counted(v.strictObject({ ...placed, at: maybe(moment) })),
  cameras: counted(v.strictObject(placed)),
  /** With a device or a camera that stands inside. */
  enterprises: counted(v.strictObject({ id: string, name: string, region: bilingual })),
  /** Open, of those enterprises. */
  cases: v.strictObject({
    total: integer,
    processes: list(v.strictObject({ process: string, title: bilingual, total: integer })),
    items: list(v.strictObject({ id: string, number: string, title: string, process: string })),
  }),
  /** As points that measure persons have counted them within the last quarter of an hour; null: nobody counts here. */
  people: maybe(v.strictObject({ count: integer, points: integer, since: moment })),
  /** Within the reader's scope, in use, and nobody has said where: not looked for. */
  unplaced: v.strictObject({ devices: integer, cameras: integer, enterprises: integer }),
})
export type AreaContents = v.InferOutput<typeof inside>

export const areaBody = v.pipe(
  v.strictObject(areaParts),
  v.check(isOneArea, twoAreas),
  v.check(
    ({ around, polygon }) => around !== null || polygon !== undefined,
    '请填写圆形或多边形范围 | a circle or a polygon is needed',
  ),
)

const mapSettings = v.strictObject({
  /** Tiles of a base map in Web Mercator, with {z}, {x} and {y}; null: outlines alone. */
  tiles: maybe(string),
})

export const areaContract = {
  'GET /api/areas/map': { status: 200, description: 'What the map lies on', answer: mapSettings },
  'POST /api/areas/inside': {
    body: areaBody,
    status: 200,
    description: 'What is inside',
    answer: inside,
  },
} as const satisfies ContractRoutes
