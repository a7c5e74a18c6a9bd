// What does a frame of SL 651-2014 carry?
import { instantOf, wallOf } from '../../frames/beijing.ts'

export const ETX = 0x03
export const EOT = 0x04
export const ENQ = 0x05
export const ACK = 0x06
export const NAK = 0x15
export const ETB = 0x17
export const ESC = 0x1b

export type Item =
  /** 遥测站地址 with, in most reports, the kind of station; the values behind it are its. */
  | { kind: 'station'; address: string; type: number | null }
  /** 观测时间, ten digits; the values behind it were observed then. */
  | { kind: 'observed'; time: string }
  /** An element or a parameter: `definition` tells bytes and decimals; `own` is the second byte of an identifier of the user's own (FF). */
  | { kind: 'element'; id: number; own: number | null; definition: number; data: Uint8Array }
  /** Values of one element at even steps: `data` holds as many of the defined length as there are. */
  | { kind: 'series'; id: number; definition: number; data: Uint8Array }
  /** 人工置数, text; annexes write its mark once or twice. */
  | { kind: 'manual'; marks: number; data: Uint8Array }
  | { kind: 'picture'; data: Uint8Array }
  /** What a function lays out in its own way, or what could not be read on. */
  | { kind: 'rest'; data: Uint8Array }

/** `sent` is 发报时间, twelve digits. */
export type Body = { serial: number; sent: string; items: Item[] }

export type Message = {
  direction: 'up' | 'down'
  centre: number
  /** Ten digits as they stand in the frame, A–F where the address is not all BCD. */
  station: string
  password: number
  func: number
  end: number
} & ({ part: null; body: Body } | { part: Part; bytes: Uint8Array })

/** One of several packets of a body (SYN). */
export type Part = { total: number; number: number }

/** What differs from the standard with a station. */
export type Dialect = { packets?: boolean }

/** The instant of ten or twelve digits `YYMMDDHHmm[SS]`, Beijing time; undefined when there is no such time. */
export const momentOf = (digits: string): Date | undefined => {
  if (!/^(\d{10}|\d{12})$/.test(digits)) return undefined
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] =
    digits.match(/../g)?.map(Number) ?? []
  return instantOf({ year: 2000 + year, month, day, hour, minute, second })
}

/** An instant as twelve digits. */
export const digitsOf = (instant: Date): string => {
  const { year, month, day, hour, minute, second } = wallOf(instant)
  return [year % 100, month, day, hour, minute, second]
    .map((n) => String(n).padStart(2, '0'))
    .join('')
}
