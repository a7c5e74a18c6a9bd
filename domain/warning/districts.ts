// How are the outlines of the districts and counties told apart?
import collection from './districts.json' with { type: 'json' }

/** WGS 84, degrees; longitude first, as in GeoJSON. */
export type Position = [lon: number, lat: number]

const { features } = collection as unknown as {
  features: {
    properties: { adcode: string; name: string }
    geometry: { type: 'Polygon'; coordinates: Position[][] }
  }[]
}

/** By the code of GB/T 2260; WGS 84, after the boundaries of 天地图. A functional zone has none of its own. */
export const districts: ReadonlyMap<string, { name: string; rings: Position[][] }> = new Map(
  features.map(({ properties, geometry }) => [
    properties.adcode,
    { name: properties.name, rings: geometry.coordinates.slice(0, 1) },
  ]),
)
