// Which area may somebody draw or type, and what is wrong with any other?
import { area as squareMetres } from '@turf/area'
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import { type Text, text } from '../language/words.ts'
import { regions } from '../organisation/regions.ts'
import { type Ring, ringOf } from './area.ts'
import { districts, type Position } from './districts.ts'

/** WGS 84, degrees. */
export type Circle = { lon: number; lat: number; km: number }
/** At most one of them; neither: the whole of a region. `polygon`: its corners in order, the last one joined to the first by us. */
export type DrawnArea = { around: Circle | null; polygon?: Position[] | undefined }
export type Bounds = { west: number; south: number; east: number; north: number }

export const mostCorners = 100
export const leastKm = 0.05
export const mostKm = 50
/** Smaller is a slip of the hand. */
const leastSquareMetres = 100
/** About ten kilometres: what happens at the border reaches beyond it. */
const besideDegrees = 0.1

export const boundsOf = (positions: readonly Position[]): Bounds => {
  const [lons, lats] = [positions.map(([lon]) => lon), positions.map(([, lat]) => lat)]
  return {
    west: Math.min(...lons),
    south: Math.min(...lats),
    east: Math.max(...lons),
    north: Math.max(...lats),
  }
}

const outlines = [...districts.values()].flatMap(({ rings }) => rings)
/** Of all districts and counties together. */
export const cityBounds: Bounds = boundsOf(outlines.flat())

/** Whole millionths of a degree: products of their differences are exact, so that crossing is no matter of rounding. */
const exactly = ([lon, lat]: Position): Position => [Math.round(lon * 1e6), Math.round(lat * 1e6)]

type Edge = readonly [Position, Position]

const edgesOf = (ring: Ring): Edge[] =>
  ring.slice(1).map((to, index): Edge => [exactly(ring[index] ?? to), exactly(to)])

/** Positive: `c` lies to the left of the way from `a` to `b`; zero: on its line. */
const side = (a: Position, b: Position, c: Position): number =>
  Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))

const between = (a: Position, b: Position, c: Position): boolean =>
  Math.min(a[0], b[0]) <= c[0] &&
  c[0] <= Math.max(a[0], b[0]) &&
  Math.min(a[1], b[1]) <= c[1] &&
  c[1] <= Math.max(a[1], b[1])

const isOn = ([a, b]: Edge, c: Position): boolean => side(a, b, c) === 0 && between(a, b, c)

/** Crossing, touching and lying upon each other. */
const meet = (one: Edge, other: Edge): boolean => {
  const [[a, b], [c, d]] = [one, other]
  const crossing = side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
  return crossing || isOn(one, c) || isOn(one, d) || isOn(other, a) || isOn(other, b)
}

/** Neighbours share their corner, and must not run back upon each other; all other edges stay apart. */
const crossesItself = (ring: Ring): boolean => {
  const edges = edgesOf(ring)
  const last = edges.length - 1
  return edges.some((one, index) =>
    edges.slice(index + 1).some((other, later) => {
      const at = index + 1 + later
      if (at === index + 1) return isOn(one, other[1]) || isOn(other, one[0])
      if (index === 0 && at === last) return isOn(other, one[1]) || isOn(one, other[0])
      return meet(one, other)
    }),
  )
}

const isPosition = ([lon, lat]: Position): boolean => Math.abs(lon) <= 180 && Math.abs(lat) <= 90

/** What keeps these corners from being one plain area; null: nothing. Where it lies is another question. */
export const polygonFault = (corners: readonly Position[]): Text | null => {
  if (corners.length > mostCorners + 1)
    return text(
      `角点不能超过${mostCorners}个（现有${corners.length}个）`,
      `at most ${mostCorners} corners (there are ${corners.length})`,
    )
  const wrong = corners.findIndex((corner) => !isPosition(corner))
  if (wrong >= 0)
    return text(
      `第${wrong + 1}个角点的经纬度不正确（经度在前）`,
      `corner ${wrong + 1} is no position (longitude comes first)`,
    )
  if (new Set(corners.map((corner) => String(exactly(corner)))).size < 3)
    return text('至少需要三个不同的角点', 'at least three different corners are needed')
  const ring = ringOf(corners)
  if (ring.length > mostCorners + 1)
    return text(`角点不能超过${mostCorners}个`, `at most ${mostCorners} corners`)
  if (crossesItself(ring))
    return text('边界自相交，请调整角点顺序或位置', 'its border crosses or touches itself')
  return squareMetres({ type: 'Polygon', coordinates: [ring] }) < leastSquareMetres
    ? text('范围过小或没有面积', 'it is too small, or has no area')
    : null
}

const isBeside = ([lon, lat]: Position): boolean =>
  lon >= cityBounds.west - besideDegrees &&
  lon <= cityBounds.east + besideDegrees &&
  lat >= cityBounds.south - besideDegrees &&
  lat <= cityBounds.north + besideDegrees

const contains = (ring: Ring, place: Position): boolean =>
  booleanPointInPolygon(place, { type: 'Polygon', coordinates: [ring] })

/** Whether two plain areas have anything in common. */
const overlap = (one: Ring, other: Ring): boolean => {
  const [first, second] = [one[0], other[0]]
  if (!first || !second) return false
  const others = edgesOf(other)
  return (
    contains(one, second) ||
    contains(other, first) ||
    edgesOf(one).some((edge) => others.some((another) => meet(edge, another)))
  )
}

const cityName = regions['330800'].name

/** What keeps an area from being this city's to warn; null: nothing. A region without an outline of its own is looked for in the whole city. */
export const placeFault = ({ around, polygon }: DrawnArea, region: string): Text | null => {
  const places: Position[] = polygon ?? (around ? [[around.lon, around.lat]] : [])
  const far = places.find((place) => !isBeside(place))
  if (far)
    return text(
      `${far[0]}, ${far[1]} 不在${cityName.zh}及周边`,
      `${far[0]}, ${far[1]} is not in or beside ${cityName.en}`,
    )
  if (!polygon) return null
  const ring = ringOf(polygon)
  const known = districts.get(region)
  return (known?.rings ?? outlines).some((outline) => overlap(ring, ringOf(outline)))
    ? null
    : text(
        `范围不在${known?.name ?? cityName.zh}内`,
        `it does not lie in ${known ? nameOf(region).en : cityName.en}`,
      )
}

const nameOf = (region: string): Text =>
  Object.entries(regions).find(([code]) => code === region)?.[1].name ?? cityName

/** Square kilometres, to two places. */
export const squareKmOf = (polygon: readonly Position[]): number =>
  Number((squareMetres({ type: 'Polygon', coordinates: [ringOf(polygon)] }) / 1_000_000).toFixed(2))
