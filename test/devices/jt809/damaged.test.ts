// Are damaged frames of JT/T 809 given up and good ones found, and do frames of other versions not pass?
import { expect, test } from 'vitest'
import { describe as described, readArguments } from '../../../bin/decode.ts'
import type { FramerResult } from '../../../devices/frames/protocol.ts'
import { codecs } from '../../../devices/protocols/codecs.ts'
import { explain } from '../../../devices/protocols/explain.ts'
import { jt809Codec } from '../../../devices/protocols/jt809/codec.ts'
import { type Dialect809, framer809 } from '../../../devices/protocols/jt809/frame.ts'
import type { Message809 } from '../../../devices/protocols/jt809/message.ts'
import { fixOf } from '../../../devices/protocols/jt809/position.ts'
import { Lower, lorry, NOW, peerDevice, plain } from './lower.ts'
import { decoded, frames } from './published-frames.ts'

test('the body of JT/T 808: unknown items are passed over, a stray byte at the end does no harm', () => {
  const lower = new Lower()
  const location = '0000000000000003 01b9bef0 07158810 0046 0258 005a 261126100000'.replaceAll(
    ' ',
    '',
  )
  const sent = (extras: string): Message809 => {
    const inner = Buffer.from(location + extras, 'hex')
    const head = Buffer.alloc(5)
    head.writeUInt32BE(inner.length, 1)
    return decoded(
      lower.frame(0x1200, {
        vehicle: lorry,
        sub: 0x1202,
        data: Buffer.concat([head, inner, Buffer.alloc(45)]),
      }),
      {
        version: '2011',
      },
    )
  }
  for (const [extras, known] of [
    ['', 0],
    ['ff', 0],
    ['0104000000640202007d', 2],
    ['e303aabbcc30', 1],
  ] as const) {
    const [position] = sent(extras).body.positions
    expect(position).toMatchObject({ form: '2019', location: { time: '261126100000' } })
    expect(position?.form === '2019' && position.location.extras).toHaveLength(known)
    expect(fixOf(position!)).toMatchObject({ at: '2026-11-26T02:00:00.000Z', speedKmh: 60 })
  }
})

test('text: a plate in GBK, a route in UTF-8, both ways', () => {
  const lower = new Lower()
  const route = Buffer.from('衢州至金华', 'utf8')
  const head = Buffer.alloc(4)
  head.writeUInt32BE(route.length)
  const frame = lower.frame(0x1200, {
    vehicle: lorry,
    sub: 0x120e,
    data: Buffer.concat([head, route]),
  })
  const message = decoded(frame, { version: '2011' })
  expect(message.body).toMatchObject({ vehicle: lorry, values: { text: '衢州至金华' } })
  expect(
    Buffer.from(jt809Codec.encode(message, { version: '2011' })).equals(Buffer.from(frame)),
  ).toBe(true)
})

const frameIn = (bytes: Uint8Array, each = bytes.length): FramerResult[] => {
  const framer = framer809()
  const all: FramerResult[] = []
  for (let at = 0; at < bytes.length; at += each)
    all.push(...framer.push(bytes.subarray(at, at + each)))
  return [...all, ...framer.giveUp()]
}

const outcomes = (all: FramerResult[], dialect: Dialect809): string[] =>
  all.map((result) => {
    if (!result.ok) return result.fault.reason
    const one = jt809Codec.decode(result.frame, dialect)
    return one.ok ? 'good' : one.fault.reason
  })

const whole = Buffer.from(
  new Lower().frame(0x1200, {
    vehicle: lorry,
    sub: 0x1202,
    positions: [{ form: '2011', encrypted: 0, plain: plain(NOW) }],
  }),
)
const damaged: [string, Buffer, string][] = [
  ['truncated', whole.subarray(0, 40), 'truncated'],
  ['noise before it', Buffer.from('GET / HTTP/1.1'), 'noise'],
  [
    'wrong check sum',
    Buffer.concat([whole.subarray(0, 50), Uint8Array.of((whole[50] ?? 0) ^ 1), whole.subarray(51)]),
    'bad-checksum',
  ],
  [
    'a lone 5A',
    Buffer.concat([whole.subarray(0, 50), Uint8Array.of(0x5a, 0x07), whole.subarray(52)]),
    'bad-escape',
  ],
  ['shorter than a header', Buffer.from('5b0000005d', 'hex'), 'too-short'],
  [
    'length and bytes differ',
    frames.find(({ facts }) => facts.startsWith('JT809_0x1001PackageTest'))!.bytes,
    'wrong-length',
  ],
]

test.each(damaged)('%s: whole, byte by byte, and between good frames', (_, bytes, reason) => {
  const dialect: Dialect809 = { version: '2011' }
  expect(outcomes(frameIn(bytes), dialect)).toEqual([reason])
  expect(outcomes(frameIn(bytes, 1), dialect)).toEqual([reason])
  const glued = Buffer.concat([whole, bytes, whole])
  expect(outcomes(frameIn(glued), dialect)).toEqual(['good', reason, 'good'])
  expect(outcomes(frameIn(glued, 1), dialect)).toEqual(['good', reason, 'good'])
})

test('a frame that does not end is given up at 64 KB, and the next good one is received', () => {
  const endless = Buffer.concat([Uint8Array.of(0x5b), Buffer.alloc(70_000, 0x31), whole])
  expect(outcomes(frameIn(endless, 1000), { version: '2011' })).toEqual([
    'oversize',
    'noise',
    'good',
  ])
})

test('2011 read as 2019 and without the constants of the cipher', () => {
  expect(jt809Codec.decode(whole, { version: '2019' })).toMatchObject({
    ok: false,
    fault: { reason: 'wrong-version' },
  })
  const encrypted = frames.find(({ facts }) => facts.includes('enc=1'))!
  expect(jt809Codec.decode(encrypted.bytes, { version: '2019' })).toMatchObject({
    ok: false,
    fault: { reason: 'no-key' },
  })
})

test.each([
  ['an alarm of 2011', '2011', 0x1402, { source: 2, type: 3, time: 2 ** 64, infoId: 1, text: '' }],
  [
    'a driver of 2019',
    '2019',
    0x120c,
    { name: '张三', id: '1', licence: '2', office: '', validUntil: 2 ** 64 },
  ],
] as const)('a time of eight bytes FF is read, told and written: %s', (_, version, sub, values) => {
  const dialect = { version }
  const lower = new Lower(peerDevice({}, dialect))
  const bytes = Buffer.from(lower.frame(sub & 0xff00, { vehicle: lorry, sub, values }))
  expect(bytes.includes(Buffer.alloc(8, 0xff))).toBe(true)
  expect(decoded(bytes, dialect).body.values).toMatchObject(values)
  expect(jt809Codec.encode(decoded(bytes, dialect), dialect)).toEqual(bytes)
  const told = explain(bytes, codecs.jt809!, dialect)
  expect(told).toMatchObject([{ ok: true }])
})

test('npm run decode reads an encrypted frame when it is given the constants', () => {
  const frame = frames.find(({ facts }) => facts.includes('bodyPlainHex=14010000000b'))!
  const told = (...options: string[]): string => {
    const asked = readArguments(['jt809', ...options])
    return typeof asked === 'string' ? asked : described(frame.bytes, asked).words
  }
  expect(told('version=2019', 'M1=56107078', 'IA1=37382110', 'IC1=50361430')).toMatch(
    /RESULT 结果 +1 已处理完毕/,
  )
  expect(told('version=2019')).toContain('no-key')
})
