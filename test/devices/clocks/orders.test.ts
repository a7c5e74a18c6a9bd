// Whatever the order of old, new and wrongly dated frames, reconnects and restarts: does history ever pass for the present?
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deep } from '../../support/deep.ts'
import { type Made, senders } from './senders.ts'

const hour = 3_600_000
const day = 24 * hour
const began = Date.parse('2026-11-26T02:00:00.000Z')

/** What a frame says of its moment, by the clock of its device. */
const reports: Record<string, (now: number) => number> = {
  live: (now) => now,
  'three hours old': (now) => now - 3 * hour,
  'two days old': (now) => now - 2 * day,
  'five days old': (now) => now - 5 * day,
  'a clock wrong by a year': (now) => now - 365 * day,
  'no clock': (now) => Date.UTC(2000, 0, 1) + (now % day),
}
const isHistory = (of: string): boolean => of.endsWith('old')

type Step = { seconds: number } & (
  | { do: 'frame'; of: string; active: boolean }
  | { do: 'reconnect' | 'restart' | 'beat' }
)
const step: fc.Arbitrary<Step> = fc
  .tuple(
    fc.integer({ min: 1, max: 400 }),
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.record({
          do: fc.constant('frame' as const),
          of: fc.constantFrom(...Object.keys(reports)),
          active: fc.boolean(),
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          do: fc.constantFrom('reconnect' as const, 'restart' as const, 'beat' as const),
        }),
      },
    ),
  )
  .map(([seconds, of]) => ({ seconds, ...of }))

const rings = ['raised', 're-alarm', 'escalated']

/** Plays it, and holds what comes of each step against what it was. */
const play = async ({ stage, sender, ends }: Made, steps: Step[]): Promise<void> => {
  let now = began
  let standing = false
  const report = async (of: string, active: boolean): Promise<void> => {
    const [was, doubtful] = [standing, stage.standing().some((one) => one.doubtful)]
    const judged = (await sender.report(
      active,
      new Date(reports[of]?.(now) ?? now),
      new Date(now),
    )) as {
      event: { kind: string; after: { doubtful: boolean } }
    }[]
    for (const { event } of judged) {
      if (rings.includes(event.kind)) {
        expect(standing, `${of}: it rings while it rings`).toBe(false)
        expect(active, `${of}: it rings for nothing`).toBe(true)
        if (of !== 'live')
          expect(event.after.doubtful, `${of}: it rings as if it were of now`).toBe(true)
        standing = true
      }
      if (event.kind === 'rtn') {
        expect(of, 'only what is of now ends an alarm').toBe('live')
        standing = false
      }
    }
    if (of === 'live' && active)
      expect(stage.standing().length, 'what is of now rings').toBeGreaterThan(0)
    if (isHistory(of) && was)
      expect(
        stage.standing().some((one) => one.doubtful),
        'history changes nothing',
      ).toBe(doubtful)
  }
  for (const one of steps) {
    now += one.seconds * 1_000
    if (one.do === 'frame') await report(one.of, one.active || !ends)
    else if (one.do === 'reconnect') sender.connect()
    else if (one.do === 'restart') sender.restart()
    else sender.beat(new Date(now))
  }
  // From now on the device is well: what has really ended can end.
  for (let turn = 0; turn < 12; turn++) {
    now += 40_000
    sender.beat(new Date(now))
    if (ends) await report('live', false)
  }
  if (ends) expect(stage.standing(), 'what has ended ends').toEqual([])
}

const numRuns = deep ? 10_000 : 25

describe.each(Object.entries(senders))('%s', (name, make) => {
  test(`promise (alarms): ${name}: in no order of old, live and wrongly dated frames, reconnects and restarts does history ring as the present, end an alarm, or ring twice`, {
    timeout: deep ? 1_800_000 : 30_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), (steps) =>
        play(make(), steps),
      ),
      { numRuns },
    )
  })
})
