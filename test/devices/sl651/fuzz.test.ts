// Can damage make an SL 651-2014 frame lie, or the reader fall?

import { expect, test } from 'vitest'
import { sl651 } from '../../../devices/protocols/sl651/codec.ts'
import { elements } from '../../../devices/protocols/sl651/elements.ts'
import { driverOfSl651 } from '../../../devices/protocols/sl651/session.ts'
import { dice } from '../../support/dice.ts'
import { rightClocks } from '../clocks/right.ts'
import { hex, mutated, mutations, published } from '../streams.ts'
import { at, registry } from './centre.ts'

const good = published('sl651/published.txt').flatMap(({ frame, verdict }) =>
  verdict === 'crc-ok' ? [frame] : [],
)
const now = at('2017-07-18 11:00:16')
const roll = dice(651)
const bounds = new Map(
  [...elements.values()].map(({ code, least, most }) => [code, { least, most }]),
)

test('up to two wrong bytes are never believed, wherever they are', () => {
  for (const frame of good)
    for (let n = 0; n < 200; n++) {
      const wrong = frame.slice()
      const [a, b] = [roll(frame.length), roll(frame.length)]
      wrong[a] = (wrong[a] ?? 0) ^ (1 + roll(255))
      if (roll(2) && b !== a) wrong[b] = (wrong[b] ?? 0) ^ (1 + roll(255))
      if (sl651.decode(wrong, {}).ok) throw new Error(hex(wrong))
    }
})

// The CRC lets 1 in 65,536 of random damage pass; nothing of 2,000 did, and what would is within the bounds or bad.
test('nothing throws, what is refused leaves nothing, what is kept is within its bounds', () => {
  const driver = driverOfSl651('tcp')
  const everybody = {
    device: (key: string) => registry({ key }).device(key),
    clocks: rightClocks(),
  }
  for (let n = 0; n < mutations; n++) {
    const framer = driver.framer()
    const session = driver.createSession(everybody, { address: '10.0.0.9' })
    const stream = mutated(roll, good[roll(good.length)]!)
    for (const result of [...framer.push(stream), ...framer.giveUp()]) {
      const output = session.receive(result, now)
      if (!result.ok) expect([...output.observations, ...output.replies]).toEqual([])
      for (const one of output.observations) {
        if (one.kind !== 'reading' || one.quality !== 'good') continue
        const { least, most } = bounds.get(one.point)!
        expect(one.value).toBeGreaterThanOrEqual(least)
        expect(one.value).toBeLessThanOrEqual(most)
      }
    }
  }
})

test('bodies of any bytes are read without a throw and written back as they were', () => {
  for (let n = 0; n < mutations; n++) {
    const decoded = sl651.decode(good[roll(good.length)]!, {})
    if (!decoded.ok || decoded.message.part) throw new Error('a good one')
    const data = Uint8Array.from({ length: roll(60) }, () => roll(256))
    const func = 0x2f + roll(0x24)
    const sent = sl651.encode(
      {
        ...decoded.message,
        func,
        body: { ...decoded.message.body, items: [{ kind: 'rest', data }] },
      },
      {},
    )
    const read = sl651.decode(sent, {})
    if (!read.ok) throw new Error(read.fault.words)
    expect(hex(sl651.encode(read.message, {}))).toBe(hex(sent))
    expect(sl651.describe(read.message).length).toBeGreaterThan(7)
  }
})
