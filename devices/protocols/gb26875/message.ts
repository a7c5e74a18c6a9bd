// What does a message of GB/T 26875.3-2011 carry?
import { instantOf, wallOf } from '../../frames/beijing.ts'
import type { OwnSizes, Unit } from './units.ts'

export type Header = {
  serial: number
  /** Main version (1) and the user's own. */
  version: readonly [number, number]
  /** Time tag as it was sent: second, minute, hour, day, month, year. */
  sent: Uint8Array
  /** Addresses with the high byte first, 12 hex digits; on the wire the low byte comes first. */
  source: string
  target: string
  command: number
}

export type Message = Header & {
  units: Unit[]
  /** What follows the first unit of an unknown type: its size is unknown, so nothing behind it can be found. */
  rest: Uint8Array
}

/** What differs from the standard with a transmitter. */
export type Dialect = {
  /** Sizes of the maker's own objects. */
  sizes?: OwnSizes
  /** One packet is one frame. */
  packets?: boolean
}

export const CONTROL = 1
export const DATA = 2
export const ACKNOWLEDGED = 3
export const REQUEST = 4
export const RESPONSE = 5
export const DENIED = 6

/** The instant of a time tag, Beijing time; undefined when there is no such time. */
export const tagged = (tag: Uint8Array): Date | undefined => {
  const [second = 0, minute = 0, hour = 0, day = 0, month = 0, year = 0] = tag
  return instantOf({ year: 2000 + year, month, day, hour, minute, second })
}

/** An instant as a time tag. */
export const tagOf = (instant: Date): Uint8Array => {
  const { year, month, day, hour, minute, second } = wallOf(instant)
  return Uint8Array.of(second, minute, hour, day, month, year % 100)
}
