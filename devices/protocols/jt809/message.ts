// What is a message of JT/T 809 once its frame is off?
import type { Values } from './fields.ts'
import type { Header } from './frame.ts'
import type { Located } from './position.ts'

export type Vehicle = { plate: string; colour: number }

export type Body = {
  vehicle: Vehicle | null
  /** The sub-message; null: a message of the link. */
  sub: number | null
  values: Values
  positions: Located[]
  /** The data of a sub-message that no table here describes, or that does not fit its table. */
  data: Uint8Array | null
}

export type Message809 = Header & {
  /** The sender's clock (2019): seconds or milliseconds, as sent; null: 2011 has none. */
  time: number | null
  body: Body
  /** The decrypted body, kept only when the fields do not give it back byte for byte (other padding than zeros). */
  raw: Uint8Array | null
}

/** 0x1200, 0x1300, 0x9400 …: the body names a sub-message of the same kind. */
export const hasSubs = (type: number): boolean => (type & 0xff) === 0 && (type & 0x0fff) >= 0x0200

/** Times above 1e11 are milliseconds. */
export const milliseconds = (time: number): number => (time > 1e11 ? time : time * 1000)
