// Which protocols can be read, and by whose rules unless given otherwise?

import type { Codec, Fault, FieldText, Framer } from '../frames/protocol.ts'
import { gb26875 } from './gb26875/codec.ts'
import { gb28181 } from './gb28181/codec.ts'
import { codec as hj212, withoutPassword as hj212Shown } from './hj212/codec.ts'
import { standard as hj212Standard } from './hj212/dialect.ts'
import { jt808Codec } from './jt808/codec.ts'
import { jt809Codec } from './jt809/codec.ts'
import type { Dialect809 } from './jt809/frame.ts'
import { quotable } from './jt809/sign-in.ts'
import { sl651, withoutPassword } from './sl651/codec.ts'

export type Readable = {
  /** What may be reported about a sender: name and usual value. */
  dialect: Record<string, unknown>
  framer: (dialect: Record<string, unknown>) => Framer
  describe: (
    frame: Uint8Array,
    dialect: Record<string, unknown>,
  ) => { ok: true; fields: FieldText[] } | { ok: false; fault: Fault }
  /** The bytes as they may be shown: as many without a password, or none. */
  shown: (bytes: Uint8Array) => Uint8Array
}

/** Hides what messages and dialects a codec has, so that different ones stand in one list. */
const readable = <Message, Dialect extends Record<string, unknown>>(
  codec: Codec<Message, Dialect>,
  usual: Dialect,
  shown: Readable['shown'] = (bytes) => bytes,
): Readable => ({
  shown,
  dialect: { ...usual },
  framer: (dialect) => codec.framer({ ...usual, ...dialect }),
  describe: (frame, dialect) => {
    const decoded = codec.decode(frame, { ...usual, ...dialect })
    return decoded.ok ? { ok: true, fields: codec.describe(decoded.message) } : decoded
  },
})

export const codecs: Record<string, Readable> = {
  gb26875: readable(gb26875, { sizes: {}, packets: false }),
  gb28181: readable(gb28181, { charset: 'GB2312' }),
  hj212: readable(hj212, hj212Standard, hj212Shown),
  jt808: readable(jt808Codec, {}),
  jt809: readable(jt809Codec, { version: '2011', M1: 0, IA1: 0, IC1: 0 } as Dialect809, quotable),
  sl651: readable(sl651, { packets: false }, withoutPassword),
}
