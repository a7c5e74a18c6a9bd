// What do recorded bytes say, frame by frame, and where is each of them wrong?
import type { FrameReading } from '../../domain/letters/views.ts'
import { look } from '../frames/look.ts'
import type { Fault, FieldText } from '../frames/protocol.ts'
import { codecs, type Readable } from './codecs.ts'

/** From which byte to which. */
export type Explained = { from: number; to: number } & (
  | { ok: true; fields: FieldText[] }
  | { ok: false; fault: Fault }
)

export const explain = (
  bytes: Buffer,
  protocol: Readable,
  dialect: Record<string, unknown>,
): Explained[] => {
  const framer = protocol.framer(dialect)
  let place = 0
  return [...framer.push(bytes), ...framer.giveUp()].map((result) => {
    const raw = Buffer.from(result.ok ? result.frame : result.bytes)
    const from = Math.max(place, bytes.indexOf(raw, place))
    place = from + raw.length
    return {
      from,
      to: place - 1,
      ...(result.ok
        ? protocol.describe(result.frame, dialect)
        : { ok: false as const, fault: result.fault }),
    }
  })
}

/** As people may see them who look after a feed; null: the protocol has no frames. */
export const readFrame = (
  protocol: string,
  dialect: Record<string, unknown>,
  bytes: Uint8Array,
): FrameReading | null => {
  const known = look(codecs, protocol)
  if (!known) return null
  const frames = explain(Buffer.from(bytes), known, dialect).map(({ from, to, ...description }) =>
    description.ok
      ? { from, to, fields: description.fields, fault: null }
      : {
          from,
          to,
          fields: [],
          fault: {
            at: from + description.fault.at,
            words: `${description.fault.reason} ${description.fault.words}`,
          },
        },
  )
  return { hex: Buffer.from(known.shown(bytes)).toString('hex'), frames }
}
