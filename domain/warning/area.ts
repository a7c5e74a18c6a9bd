// Where does a warning hold: round a place, or in a district?
import { districts, type Position } from './districts.ts'

/** Closed: its last position is its first. */
export type Ring = Position[]

export type Area = {
  words: string
  rings: Ring[]
  circle: { at: Position; km: number } | null
  geocode: string | null
}

/** Six places are 11 cm. */
const rounded = ([lon, lat]: Position): Position => [Number(lon.toFixed(6)), Number(lat.toFixed(6))]

const isPlace = ([lon, lat]: Position): boolean => Math.abs(lon) <= 180 && Math.abs(lat) <= 90

const same = (one: Position | undefined, other: Position | undefined): boolean =>
  one?.[0] === other?.[0] && one?.[1] === other?.[1]

/** Closed, counter-clockwise (RFC 7946 3.1.6), at least a triangle; throws RangeError for what is no polygon on the earth. */
export const ringOf = (positions: readonly Position[]): Ring => {
  const all = positions.map(rounded)
  if (!all.every(isPlace)) throw new RangeError('a position is not on the earth')
  const open = all.length > 1 && same(all[0], all.at(-1)) ? all.slice(0, -1) : all
  const distinct = open.filter((place, index) => !same(place, open[index - 1]))
  const first = distinct[0]
  if (!first || new Set(distinct.map(String)).size < 3)
    throw new RangeError('a polygon needs three different positions')
  const ring = [...distinct, first]
  return turn(ring) < 0 ? ring.reverse() : ring
}

/** Twice the area within, positive where it goes counter-clockwise. */
const turn = (ring: Ring): number =>
  ring.slice(1).reduce((sum, [lon, lat], index) => {
    const [fromLon, fromLat] = ring[index] ?? [lon, lat]
    return sum + fromLon * lat - lon * fromLat
  }, 0)

/** Round a place, so many kilometres; with the code of its region (GB/T 2260). */
export const around = (at: Position, km: number, words: string, geocode: string | null): Area => {
  if (!isPlace(at) || !(km >= 0)) throw new RangeError('no place, or no distance')
  return { words, rings: [], circle: { at: rounded(at), km: Number(km.toFixed(3)) }, geocode }
}

/** A whole district or county, with its outline where it is known. */
export const district = (code: string, words: string): Area => ({
  words,
  rings: (districts.get(code)?.rings ?? []).map(ringOf),
  circle: null,
  geocode: code,
})
