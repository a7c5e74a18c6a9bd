// Where on the earth is something, as a person writes it down?

/** Degrees of CGCS2000, which is WGS 84 to within a metre. */
export type Coordinates = { lon: number; lat: number }

/** The database reads what a register keeps by this pattern, too (`register_entries`). */
export const coordinatesPattern = /^\d{2,3}(\.\d{1,8})?,\d{1,2}(\.\d{1,8})?$/

/** What stands in a form under `coordinates`; null: nothing that is in the country. Total. */
export const coordinatesIn = (value: unknown): Coordinates | null => {
  if (typeof value !== 'string' || !coordinatesPattern.test(value)) return null
  const [lon = 0, lat = 0] = value.split(',').map(Number)
  return isInCountry({ lon, lat }) ? { lon, lat } : null
}

const isInCountry = ({ lon, lat }: Coordinates): boolean =>
  lon > 73 && lon < 136 && lat > 3 && lat < 54

const kmPerDegree = 111.195

/** The box around a circle, on both axes; nothing within that many kilometres lies outside it. */
export const boxAround = ({ lon, lat }: Coordinates, km: number) => {
  const high = km / kmPerDegree
  const narrowest = Math.cos((Math.min(89, Math.abs(lat) + high) * Math.PI) / 180)
  const wide = high / narrowest
  return { west: lon - wide, east: lon + wide, south: lat - high, north: lat + high }
}
