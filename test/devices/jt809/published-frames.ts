// Which frames of JT/T 809 are published, and what do they say?
import { jt809Codec } from '../../../devices/protocols/jt809/codec.ts'
import type { Dialect809 } from '../../../devices/protocols/jt809/frame.ts'
import type { Message809 } from '../../../devices/protocols/jt809/message.ts'
import { golden } from './lower.ts'

export const frames = golden()

export const decoded = (frame: Uint8Array, dialect: Dialect809): Message809 => {
  const all = jt809Codec.decode(frame, dialect)
  if (!all.ok) throw new Error(`${all.fault.reason}: ${all.fault.words}`)
  return all.message
}
