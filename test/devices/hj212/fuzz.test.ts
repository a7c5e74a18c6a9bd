// What gets through when frames are damaged on the way?
import { expect, it } from 'vitest'
import type { Observation } from '../../../devices/port/port.ts'
import { peek } from '../../../devices/protocols/hj212/codec.ts'
import { factors } from '../../../devices/protocols/hj212/codes.ts'
import { momentOf } from '../../../devices/protocols/hj212/time.ts'
import { plainSamples, type Sample, sealedSamples } from './samples.ts'
import { beijing, device, openSession } from './session.ts'

const MUTATIONS = Number(process.env.ANJIAN_MUTATIONS ?? 1000)
const golden = [...plainSamples, ...sealedSamples].filter(
  ({ text }) => !/CN=(1062|1011)/.test(text),
)

const known = (sample: Sample) => {
  const key = peek(sample.bytes, 'MN') ?? ''
  const sealed = sample.text.includes('{0x')
  return device({
    key,
    secret: peek(sample.bytes, 'PW') ?? null,
    dialect: { greets: false, ...(sealed ? { sm4: '0'.repeat(16) } : {}) },
  })
}
const momentFor = (sample: Sample): Date =>
  momentOf(peek(sample.bytes, 'QN') ?? '') ?? beijing('20180416000500')
const observed = (sample: Sample, bytes: Buffer): Observation[] =>
  openSession([known(sample)]).receive(bytes, momentFor(sample)).observations
/** What is said; under which number it came is not its value. */
const meaning = (observations: Observation[]): string =>
  JSON.stringify(observations.map((one) => ({ ...one, message: '', event: '', flags: '' })))

/** 0 … 1, always the same row. */
const dice = (seed: number) => () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
  return seed / 0x1_0000_0000
}

type Damage = (bytes: Buffer, at: number, byte: number) => Buffer
const damages: Record<string, Damage> = {
  'a byte changed': (bytes, at, byte) =>
    Buffer.concat([bytes.subarray(0, at), Buffer.of(byte), bytes.subarray(at + 1)]),
  'a byte lost': (bytes, at) => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]),
  'a byte more': (bytes, at, byte) =>
    Buffer.concat([bytes.subarray(0, at), Buffer.of(byte), bytes.subarray(at)]),
  'a piece lost': (bytes, at, byte) =>
    Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 2 + (byte % 40))]),
  'a piece twice': (bytes, at, byte) =>
    Buffer.concat([bytes.subarray(0, at + (byte % 40)), bytes.subarray(at)]),
  'a piece of noise': (bytes, at, byte) =>
    Buffer.concat([bytes.subarray(0, at), Buffer.alloc(3, byte), bytes.subarray(at + 3)]),
  'two bytes swapped': (bytes, at) =>
    Buffer.concat([
      bytes.subarray(0, at),
      Buffer.from(bytes.subarray(at, at + 2)).reverse(),
      bytes.subarray(at + 2),
    ]),
}

/** How many of the damaged frames said something else, each of which must be possible or marked as bad. */
const passed = (damage: Damage, seed: number): { tried: number; other: number } => {
  const throwDice = dice(seed)
  let other = 0
  const tried = Math.ceil(MUTATIONS / Object.keys(damages).length)
  for (let count = 0; count < tried; count++) {
    const sample = golden[count % golden.length] as Sample
    const bytes = damage(
      sample.bytes,
      Math.floor(throwDice() * sample.bytes.length),
      Math.floor(throwDice() * 256),
    )
    const observations = observed(sample, bytes)
    if (
      observations.length === 0 ||
      meaning(observations) === meaning(observed(sample, sample.bytes))
    )
      continue
    other++
    for (const one of observations)
      expect(isPossible(one), `${JSON.stringify(one)} of ${bytes.toString('latin1')}`).toBe(true)
  }
  return { tried, other }
}

const isPossible = (one: Observation): boolean => {
  if (one.kind !== 'reading' || one.quality !== 'good' || one.point.endsWith('-Cou')) return true
  const factor = factors[one.point.split('-')[0] ?? '']
  return one.value !== null && (!factor || (one.value >= factor.least && one.value <= factor.most))
}

it('one changed byte is always found out', () => {
  expect(passed(damages['a byte changed'] as Damage, 7).other).toBe(0)
})

// The sum has 256 values only: random damage passes one time in 256, two swapped neighbours one time in 8.
it.each(Object.entries(damages).filter(([name]) => name !== 'a byte changed'))(
  '%s: no throw, and no more than the sum lets through',
  (name, damage) => {
    const { tried, other } = passed(damage, 11)
    expect(other).toBeLessThanOrEqual(
      Math.ceil(tried * (name === 'two bytes swapped' ? 0.2 : 0.04)),
    )
  },
)

it('rubbish without end is no one’s observation', () => {
  const throwDice = dice(3)
  const connection = openSession([device()])
  for (let count = 0; count < MUTATIONS / 20; count++) {
    const rubbish = Buffer.from(Array.from({ length: 200 }, () => Math.floor(throwDice() * 256)))
    expect(connection.receive(rubbish, beijing('20260301081500')).observations).toEqual([])
  }
})
