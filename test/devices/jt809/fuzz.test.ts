// Does no damage to frames of JT/T 809 break the decoder, or make it say something else?
import { expect, test } from 'vitest'
import { dice } from '../../../devices/frames/dice.ts'
import type { FramerResult } from '../../../devices/frames/protocol.ts'
import { jt809Codec } from '../../../devices/protocols/jt809/codec.ts'
import { sizeOf } from '../../../devices/protocols/jt809/fields.ts'
import {
  closeFrame,
  crypt,
  type Dialect809,
  framer809,
  openFrame,
} from '../../../devices/protocols/jt809/frame.ts'
import { linkLayouts, subLayouts } from '../../../devices/protocols/jt809/layouts.ts'
import type { Message809 } from '../../../devices/protocols/jt809/message.ts'
import {
  CENTRE,
  type Golden,
  golden,
  Lower,
  lorry,
  NOW,
  peerDevice,
  plain,
  signedIn,
} from './lower.ts'

const count = Number(process.env.ANJIAN_MUTATIONS ?? 1000)
const good = golden().filter(({ facts }) => !facts.startsWith('JT809_0x1001PackageTest'))
const whole = Buffer.from(
  new Lower().frame(0x1200, {
    vehicle: lorry,
    sub: 0x1202,
    positions: [{ form: '2011', encrypted: 0, plain: plain(NOW) }],
  }),
)
const decoded = (frame: Uint8Array, dialect: Dialect809): Message809 => {
  const all = jt809Codec.decode(frame, dialect)
  if (!all.ok) throw new Error(`${all.fault.reason}: ${all.fault.words}`)
  return all.message
}
const frameIn = (bytes: Uint8Array): FramerResult[] => {
  const framer = framer809()
  return [...framer.push(bytes), ...framer.giveUp()]
}

test('mutations: nothing is thrown, and no frame is taken for another one', () => {
  const { next } = dice(809)
  const any = (most: number): number => Math.floor(next() * most)
  let passed = 0
  for (const { bytes, dialect } of [
    ...good,
    { bytes: whole, dialect: { version: '2011' } as Dialect809 },
  ]) {
    const original = JSON.stringify(decoded(bytes, dialect))
    for (let turn = 0; turn < count / good.length; turn++) {
      const changed = mutated(bytes, any)
      for (const result of frameIn(changed)) {
        const one = result.ok ? jt809Codec.decode(result.frame, dialect) : null
        if (!one?.ok) continue
        jt809Codec.describe(one.message)
        if (JSON.stringify(one.message) !== original) passed += 1
      }
    }
  }
  // Damage of more than two neighbouring bytes passes a sum of sixteen bits once in 65,536 times.
  expect(passed).toBeLessThanOrEqual(Math.ceil(count / 20_000))
})

const mutated = (bytes: Buffer, any: (most: number) => number): Buffer => {
  const copy = Buffer.from(bytes)
  const at = any(copy.length)
  switch (any(5)) {
    case 0:
      copy[at] = any(256)
      return copy
    case 1:
      return Buffer.concat([copy.subarray(0, at), copy.subarray(at + 1 + any(4))])
    case 2:
      return Buffer.concat([
        copy.subarray(0, at),
        Uint8Array.of(any(256), any(256)),
        copy.subarray(at),
      ])
    case 3:
      ;[copy[at], copy[at + 1]] = [copy[at + 1] ?? 0, copy[at] ?? 0]
      return copy
    default:
      for (let times = 1 + any(6); times > 0; times--) copy[any(copy.length)] = any(256)
      return copy
  }
}

test('mutations under a right sum: whatever the fields say, the frame is read, reported, written as it came, and received', () => {
  const { next } = dice(8090)
  const any = (most: number): number => Math.floor(next() * most)
  const frames = [...good, ...tables]
  for (const { bytes, dialect, centre } of frames) {
    const reasons = new Set<string>()
    for (let turn = 0; turn < count / frames.length; turn++) {
      const frame = resealed(bytes, dialect, any)
      const one = jt809Codec.decode(frame, dialect)
      if (one.ok)
        for (const { value } of jt809Codec.describe(one.message)) reasons.add(typeof value)
      if (one.ok && !Buffer.from(jt809Codec.encode(one.message, dialect)).equals(frame))
        reasons.add(Buffer.from(frame).toString('hex'))
      if (centre) signedIn(dialect).session.receive({ ok: true, frame }, NOW)
    }
    expect([...reasons].filter((kind) => kind !== 'string')).toEqual([])
  }
})

/** Bodies of every table, of 2011 and of 2019: all of it zeros. */
const tables: Pick<Golden, 'bytes' | 'dialect' | 'centre'>[] = [
  ...Object.entries(linkLayouts).map(([type, layouts]) => ({
    type: Number(type),
    sub: null,
    layouts,
  })),
  ...Object.entries(subLayouts).map(([sub, layouts]) => ({
    type: Number(sub) & 0xff00,
    sub: Number(sub),
    layouts,
  })),
].flatMap(({ type, sub, layouts }) =>
  layouts.flatMap((layout) => {
    const data = Buffer.alloc(
      layout.reduce((sum, one) => sum + (one.kind === 'times' ? 16 : sizeOf(one)), 0),
    )
    return [new Lower(), new Lower(peerDevice({}, { version: '2019' }))].map((lower) => ({
      bytes: Buffer.from(
        lower.frame(type, sub === null ? { data } : { vehicle: lorry, sub, data }),
      ),
      dialect: { version: lower.version },
      centre: CENTRE,
    }))
  }),
)

/** Some of its bytes become the least or the greatest there are, or any; cipher and sum are made anew. */
const resealed = (
  bytes: Buffer,
  dialect: Dialect809,
  any: (most: number) => number,
): Uint8Array => {
  const opened = openFrame(bytes)
  if (!opened.ok) throw new Error(opened.fault.reason)
  const { header, behind } = opened
  const open = dialect.version === '2019' ? 8 : 0
  const body = Buffer.from(
    header.encrypted
      ? (crypt(behind.subarray(open), header.key, dialect) ?? [])
      : behind.subarray(open),
  )
  const from = any(body.length)
  const value = [0xff, 0xff, 0x00, any(256)][any(4)] ?? 0
  body.fill(value, from, Math.min(body.length, from + 1 + any(24)))
  return closeFrame(
    header,
    Buffer.concat([
      behind.subarray(0, open),
      header.encrypted ? (crypt(body, header.key, dialect) ?? body) : body,
    ]),
  )
}
