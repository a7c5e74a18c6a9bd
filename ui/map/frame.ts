// Where on a picture lies a place, and which place lies under a point of it?
import type { Position } from '../../domain/warning/districts.ts'
import type { Bounds } from '../../domain/warning/drawn-area.ts'

/** What is looked at: its middle, and how many degrees of latitude it is high. */
export type View = { lon: number; lat: number; high: number }
export type Frame = {
  at: (place: Position) => [x: number, y: number]
  placeAt: (x: number, y: number) => Position
  /** Pixels for so many kilometres. */
  length: (km: number) => number
}

const kmPerDegree = 111.32

/** So small a piece of the earth needs no projection but the shortening of its parallels. */
const shortened = (lat: number): number => Math.cos((lat * Math.PI) / 180)

export const frameOf = (view: View, width: number, height: number): Frame => {
  const down = height / view.high
  const across = down * shortened(view.lat)
  return {
    at: ([lon, lat]) => [
      width / 2 + (lon - view.lon) * across,
      height / 2 - (lat - view.lat) * down,
    ],
    placeAt: (x, y) => [view.lon + (x - width / 2) / across, view.lat - (y - height / 2) / down],
    length: (km) => (km / kmPerDegree) * down,
  }
}

const margin = 1.15
const least = 0.004

/** All of it, with some ground around. */
export const viewOf = (
  { west, south, east, north }: Bounds,
  width: number,
  height: number,
): View => {
  const lat = (south + north) / 2
  const wide = (east - west) * shortened(lat) * (height / width)
  return {
    lon: (west + east) / 2,
    lat,
    high: Math.max(least, (north - south) * margin, wide * margin),
  }
}

export const zoomed = (view: View, by: number, about: Position | null): View => ({
  lon: about?.[0] ?? view.lon,
  lat: about?.[1] ?? view.lat,
  high: Math.min(3, Math.max(least, view.high / by)),
})
