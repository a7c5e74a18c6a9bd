// Does everybody come to his turn, and is it noticed who takes too much?
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createMeter, createTurns } from '../../../devices/port/share.ts'

it('promise (alarms): a feed with a thousand alarms waiting does not keep the first alarm of another waiting', async () => {
  const inTurn = createTurns()
  const done: string[] = []
  const work = (name: string) => inTurn(name, async () => void done.push(name))
  const flood = Array.from({ length: 1_000 }, () => work('flood'))
  const quiet = work('quiet')
  await quiet
  expect(done.length).toBeLessThanOrEqual(3)
  await Promise.all(flood)
  expect(done).toHaveLength(1_001)
})

it('works of one name keep their order, one at a time, also after one that failed; none waits for more than one of each other name', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.boolean()), { maxLength: 40 }),
      async (deviceCommands) => {
        const inTurn = createTurns()
        const done: [string, number][] = []
        let running = 0
        const each = deviceCommands.map(([name, fails], n) =>
          inTurn(name, async () => {
            expect(++running).toBe(1)
            await null
            running--
            done.push([name, n])
            if (fails) throw new Error('it fails')
          }).catch(() => undefined),
        )
        await Promise.all(each)
        expect(done).toHaveLength(deviceCommands.length)
        for (const name of ['a', 'b', 'c']) {
          const own = done.filter(([by]) => by === name).map(([, n]) => n)
          expect(own).toEqual(own.toSorted((one, other) => one - other))
        }
        // Between two of one name stands at most one of each other.
        for (const [at, [name]] of done.entries()) {
          const next = done.findIndex(([by], n) => n > at && by === name)
          const between = done.slice(at + 1, next).map(([by]) => by)
          if (next > 0 && between.length > 0) expect(new Set(between).size).toBe(between.length)
        }
      },
    ),
    { numRuns: 50 },
  )
})

it('a burst within the share passes, more than it does not, and what has passed is forgotten', () => {
  let at = 0
  const meter = createMeter({ most: 10, seconds: 2 }, () => at)
  const taken = (n: number) => Array.from({ length: n }, () => meter.takes())
  expect(taken(10)).not.toContain(true)
  expect(meter.takes()).toBe(true)
  at = 2_250
  expect(taken(10)).not.toContain(true)
  // Ten within each two seconds are its share for ever.
  for (let n = 0; n < 100; n++) {
    at += n === 0 ? 2_250 : 250
    expect(meter.takes()).toBe(false)
  }
})
