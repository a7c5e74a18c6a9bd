// How does the same warning look on a map (RFC 7946)?
import type { Area } from './area.ts'
import type { Position } from './districts.ts'
import { beijingTime } from './identifier.ts'
import { colours, type Warning } from './warning.ts'

type Geometry =
  | { type: 'Polygon'; coordinates: Position[][] }
  | { type: 'MultiPolygon'; coordinates: Position[][][] }
  | { type: 'Point'; coordinates: Position }
  | null

export type Feature = {
  type: 'Feature'
  id: string
  geometry: Geometry
  properties: Record<string, string | number | boolean | null>
}
export type FeatureCollection = { type: 'FeatureCollection'; features: Feature[] }

/** WGS 84, longitude first, outer rings counter-clockwise; one feature for each area. A circle is its centre and `radiusKm`. */
export const geojsonOf = (warning: Warning): FeatureCollection => ({
  type: 'FeatureCollection',
  features: warning.areas.map((area, index) => featureOf(warning, area, index)),
})

const featureOf = (
  { identifier, sent, origin, course, level, severity, event, headline, incident }: Warning,
  area: Area,
  index: number,
): Feature => ({
  type: 'Feature',
  id: `${identifier}/${index + 1}`,
  geometry: geometryOf(area),
  properties: {
    identifier,
    sent: beijingTime(sent),
    status: origin.status,
    exercise: origin.status !== 'Actual',
    msgType: course.type,
    severity: severity ?? colours[level].severity,
    colour: colours[level].colour,
    event,
    incident,
    headline: `${origin.synthetic ? '【演练】' : ''}${headline}`,
    area: area.words,
    geocode: area.geocode,
    radiusKm: area.circle?.km ?? null,
  },
})

const geometryOf = ({ rings, circle }: Area): Geometry => {
  const [only] = rings
  if (only && rings.length === 1) return { type: 'Polygon', coordinates: [only] }
  if (only) return { type: 'MultiPolygon', coordinates: rings.map((ring) => [ring]) }
  return circle ? { type: 'Point', coordinates: circle.at } : null
}
