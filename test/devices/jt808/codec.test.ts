// Do published frames of JT/T 808 say what is known of them?
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { dice } from '../../../devices/frames/dice.ts'
import type { FramerResult } from '../../../devices/frames/protocol.ts'
import { jt808Codec } from '../../../devices/protocols/jt808/codec.ts'
import { momentOf, timeOf } from '../../../devices/protocols/jt808/location.ts'
import { alarmBits } from '../../../devices/protocols/jt808/words.ts'

const frames = readFileSync(new URL('../../fixtures/jt808/published.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('# '))
  .map((line) => {
    const [hex = '', verdict = '', facts = ''] = line.split('\t')
    return { bytes: Buffer.from(hex, 'hex'), good: verdict === 'xor-ok', facts }
  })
const good = frames.filter((one) => one.good)

/** The frames whose phone was masked carry an old sum: with the right one they are real positions. */
const mended = frames
  .filter((one) => !one.good)
  .map(({ bytes, facts }) => {
    const framer = jt808Codec.framer({})
    const result = framer.push(bytes)[0]
    for (let sum = 0; sum < 256; sum++) {
      const tail = sum === 0x7e ? [0x7d, 2] : sum === 0x7d ? [0x7d, 1] : [sum]
      const frame = Buffer.concat([bytes.subarray(0, -2), Uint8Array.from([...tail, 0x7e])])
      if (jt808Codec.decode(frame, {}).ok) return { bytes: frame, facts, result }
    }
    throw new Error('no sum fits')
  })

test('six good frames, six with an old sum', () => {
  expect([good.length, mended.length]).toEqual([6, 6])
  for (const { bytes } of frames.filter((one) => !one.good))
    expect(jt808Codec.decode(bytes, {})).toMatchObject({
      ok: false,
      fault: { reason: 'bad-checksum' },
    })
})

test.each([...good, ...mended].map((one) => [one.facts.slice(0, 70), one] as const))(
  '%s',
  (_, { bytes, facts }) => {
    const decoded = jt808Codec.decode(bytes, {})
    if (!decoded.ok) throw new Error(decoded.fault.reason)
    const { message } = decoded
    const fact = (name: string): string | undefined =>
      new RegExp(`(?:^| )${name}=(\\S+)`).exec(facts)?.[1]
    expect(facts).toContain(`0x${message.id.toString(16).padStart(4, '0')} v${message.version}`)
    expect(message.body).toHaveLength(Number(fact('bodyLen')))
    if (message.location) {
      expect(message.location).toMatchObject({
        alarm: Number(fact('alarm')),
        status: Number(fact('state')),
        time: fact('t'),
      })
      expect(message.location.lat / 1e6).toBeCloseTo(Number(fact('lat')), 6)
      expect(message.location.lon / 1e6).toBeCloseTo(Number(fact('lng')), 6)
      expect(message.location.speed / 10).toBeCloseTo(Number(fact('v')), 6)
      expect(message.location).toMatchObject({
        altitude: Number(fact('alt')),
        direction: Number(fact('dir')),
      })
    }
    expect(Buffer.from(jt808Codec.encode(message, {})).toString('hex')).toBe(bytes.toString('hex'))
    expect(jt808Codec.describe(message).length).toBeGreaterThan(4)
  },
)

test('additional items and a stray end', () => {
  const decoded = jt808Codec.decode(good[0]!.bytes, {})
  expect(decoded.ok && decoded.message.location?.extras.map(({ id }) => id)).toEqual([1, 2])
  expect(decoded.ok && decoded.message.location?.rest).toHaveLength(0)
})

const frameIn = (bytes: Uint8Array, each = bytes.length): string[] => {
  const framer = jt808Codec.framer({})
  const all: FramerResult[] = []
  for (let at = 0; at < bytes.length; at += each)
    all.push(...framer.push(bytes.subarray(at, at + each)))
  return [...all, ...framer.giveUp()].map((result) => {
    if (!result.ok) return result.fault.reason
    const decoded = jt808Codec.decode(result.frame, {})
    return decoded.ok ? 'good' : decoded.fault.reason
  })
}

const summed = (hex: string): Buffer => {
  const plain = Buffer.from(hex, 'hex')
  return Buffer.from([0x7e, ...plain, plain.reduce((sum, byte) => sum ^ byte, 0), 0x7e])
}

test.each([
  ['wrong sum', frames.find((one) => !one.good)!.bytes, 'bad-checksum'],
  ['lone 7D', Buffer.from('7e000200007d05789012000000007e', 'hex'), 'bad-escape'],
  ['too short', Buffer.from('7e00027e', 'hex'), 'too-short'],
  ['length', summed('00020001123456789012000a'), 'wrong-length'],
  ['part of a message', summed('00022000123456789012000a'), 'split'],
])('%s: whole, byte by byte, and between good frames', (_, bytes, reason) => {
  const whole = good[1]!.bytes
  expect([frameIn(bytes), frameIn(bytes, 1)]).toEqual([[reason], [reason]])
  expect(frameIn(Buffer.concat([whole, bytes, whole]))).toEqual(['good', reason, 'good'])
  expect(frameIn(Buffer.concat([whole, bytes, whole]), 1)).toEqual(['good', reason, 'good'])
})

test('truncated and noise; two marks in a row open anew', () => {
  const whole = good[1]!.bytes
  expect(frameIn(whole.subarray(0, 9))).toEqual(['truncated'])
  expect(frameIn(Buffer.concat([Buffer.from('noise'), whole]))).toEqual(['noise', 'good'])
  expect(frameIn(Buffer.concat([Uint8Array.of(0x7e), whole]))).toEqual(['good'])
  expect(frameIn(Buffer.concat([Uint8Array.of(0x7e), Buffer.alloc(3000, 1), whole]))).toEqual([
    'oversize',
    'noise',
    'good',
  ])
})

test('mutations: nothing is thrown; a sum of eight bits lets damage of several bytes pass', () => {
  const count = Number(process.env.ANJIAN_MUTATIONS ?? 1000)
  const { next } = dice(808)
  let passed = 0
  for (const { bytes } of good) {
    for (let turn = 0; turn < count / good.length; turn++) {
      const copy = Buffer.from(bytes)
      const times = turn % 3
      for (let left = times; left >= 0; left--)
        copy[Math.floor(next() * copy.length)] = Math.floor(next() * 256)
      const accepted = frameIn(copy).includes('good') && !copy.equals(bytes)
      // One changed byte never passes the sum.
      if (times === 0) expect(accepted).toBe(false)
      else if (accepted) passed += 1
    }
  }
  expect(passed).toBeLessThan(count / 50)
})

test('times of Beijing; a time that is none', () => {
  expect(momentOf('261126100000')).toBe('2026-11-26T02:00:00.000Z')
  expect(timeOf(new Date('2026-11-26T02:00:00Z'))).toBe('261126100000')
  for (const wrong of ['26112610000a', '261326100000', '260231100000', '261126250000'])
    expect(momentOf(wrong)).toBeNull()
})

test('every alarm bit has a name in both languages; events are those that an acknowledgement ends', () => {
  expect(alarmBits.map(({ bit }) => bit)).toEqual(Array.from({ length: 32 }, (_, index) => index))
  expect(alarmBits.every(({ words }) => words.zh !== '' && words.en !== '')).toBe(true)
  expect(alarmBits.filter(({ kind }) => kind === 'event').map(({ bit }) => bit)).toEqual([
    0, 3, 20, 21, 22, 27, 28, 31,
  ])
})
