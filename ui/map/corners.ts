// How are the corners of an area written in a form, and read again?
import { fill, type Text } from '../../domain/language/words.ts'
import type { Position } from '../../domain/warning/districts.ts'
import { polygonFault } from '../../domain/warning/drawn-area.ts'
import { mapWords as w } from './words.ts'

/** Six places are 11 cm. */
const written = (degrees: number): string => String(Number(degrees.toFixed(6)))

/** One corner a line, longitude first. */
export const writeCorners = (corners: readonly Position[]): string =>
  corners.map(([lon, lat]) => `${written(lon)}, ${written(lat)}`).join('\n')

const number = /^-?\d{1,3}(?:\.\d+)?$/

const readCorner = (line: string): Position | null => {
  const parts = line.split(/[\s,，;；、]+/).filter((part) => part !== '')
  const [lon, lat] = parts
  return parts.length === 2 && number.test(lon ?? '') && number.test(lat ?? '')
    ? [Number(lon), Number(lat)]
    : null
}

/** The corners of all lines that can be read, and the first thing that keeps them from being an area. */
export const readCorners = (text: string): { corners: Position[]; fault: Text | null } => {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const read = lines.map(readCorner)
  const corners = read.filter((one) => one !== null)
  const wrong = read.indexOf(null)
  return {
    corners,
    fault: wrong >= 0 ? fill(w.lineFault, { n: wrong + 1 }) : polygonFault(corners),
  }
}
