// Can damage make a GB/T 26875.3-2011 frame lie, or the reader fall?

import { expect, test } from 'vitest'
import type { Observation } from '../../../devices/port/port.ts'
import { gb26875 } from '../../../devices/protocols/gb26875/codec.ts'
import { driverOfGb26875 } from '../../../devices/protocols/gb26875/session.ts'
import { measures } from '../../../devices/protocols/gb26875/words.ts'
import { dice } from '../../support/dice.ts'
import { rightClocks } from '../clocks/right.ts'
import { hex, mutated, mutations, published } from '../streams.ts'
import { at, registry } from './centre.ts'

const good = published('gb26875/published.txt').flatMap(({ frame, verdict }) =>
  verdict.startsWith('sum-ok') ? [frame] : [],
)
const now = at('2020-10-22 17:13:24')
const roll = dice(26875)

const possible = (one: Observation): boolean => {
  if (one.kind !== 'reading') return true
  const measure = Object.values(measures).find(({ point }) => one.point.endsWith(`/${point}`))
  const inside =
    measure !== undefined &&
    one.value !== null &&
    one.value >= measure.least &&
    one.value <= measure.most
  return inside === (one.quality === 'good')
}

test('a single wrong byte is never believed, wherever it is', () => {
  for (const frame of good)
    for (let place = 0; place < frame.length; place++) {
      const wrong = frame.slice()
      wrong[place] = (wrong[place] ?? 0) ^ (1 + roll(255))
      expect(gb26875.decode(wrong, {}).ok).toBe(false)
    }
})

// The sum is a byte and blind to order: of random damage 1 in 256 passes. What passes says what it says, within the bounds of its kind.
test('nothing throws, and what the sum lets pass is written as it was read, within its bounds', () => {
  const driver = driverOfGb26875('tcp')
  const everybody = {
    device: (key: string) => registry({ key }).device(key),
    clocks: rightClocks(),
  }
  let believed = 0
  for (let n = 0; n < mutations; n++) {
    const stream = mutated(roll, good[roll(good.length)]!)
    const framer = driver.framer()
    const session = driver.createSession(everybody, { address: '10.0.0.9' })
    for (const result of [...framer.push(stream), ...framer.giveUp()]) {
      const output = session.receive(result, now)
      const decoded = result.ok ? gb26875.decode(result.frame, {}) : undefined
      if (!decoded?.ok || !result.ok) expect(output.observations).toEqual([])
      else {
        believed += good.some((frame) => hex(frame) === hex(result.frame)) ? 0 : 1
        expect(hex(gb26875.encode(decoded.message, {}))).toBe(hex(result.frame))
        expect(output.observations.filter((one) => !possible(one))).toEqual([])
      }
    }
  }
  expect(believed / mutations).toBeLessThan(0.02)
})
