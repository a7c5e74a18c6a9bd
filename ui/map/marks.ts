// Which points stand on the map, and what does the area cover?
import type { AreaContents } from '../../contract/duty/areas.ts'
import { districts, type Position } from '../../domain/warning/districts.ts'
import {
  type Bounds,
  boundsOf,
  type Circle,
  cityBounds,
  type DrawnArea,
} from '../../domain/warning/drawn-area.ts'

export const markKinds = ['alarms', 'devices', 'cameras'] as const
export type MarkKind = (typeof markKinds)[number]
export type Mark = { id: string; kind: MarkKind; name: string; place: Position }

/** The gravest last, so that it lies on top. */
export const marksOf = (contents: AreaContents | null): Mark[] =>
  [...markKinds]
    .reverse()
    .flatMap((kind) =>
      (contents?.[kind].items ?? []).flatMap(({ id, name, lon, lat }): Mark[] =>
        lon === null || lat === null ? [] : [{ id, kind, name, place: [lon, lat] }],
      ),
    )

/** Of each kind only the first hundred come. */
export const unmarkedOf = (contents: AreaContents | null): number =>
  markKinds.reduce((sum, kind) => {
    const { total = 0, items = [] } = contents?.[kind] ?? {}
    return sum + total - items.length
  }, 0)

export const regionBounds = (region: string): Bounds => {
  const rings = districts.get(region)?.rings.flat() ?? []
  return rings.length > 0 ? boundsOf(rings) : cityBounds
}

export const boxOf = ({ west, south, east, north }: Bounds): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
]

const kmPerDegree = 111.32

const aroundBounds = ({ lon, lat, km }: Circle): Bounds => {
  const high = km / kmPerDegree
  const wide = high / Math.cos((lat * Math.PI) / 180)
  return { west: lon - wide, east: lon + wide, south: lat - high, north: lat + high }
}

/** What is worth looking at: the area where there is one, else the whole of the region. */
export const boundsToSee = ({ around, polygon }: DrawnArea, region: string): Bounds =>
  polygon && polygon.length > 1
    ? boundsOf(polygon)
    : around
      ? aroundBounds(around)
      : regionBounds(region)
