// Does a slow reader hold the plant back without losing an alarm?
import { expect, test } from 'vitest'
import { dice } from '../../../devices/frames/dice.ts'
import { createOutlet } from '../../../devices/opcua/outlet.ts'
import type { Observation } from '../../../devices/port/port.ts'
import { play, scenario, scenarioNames } from '../../../devices/simulators/plant-scenarios.ts'
import { changes, driver, now } from './plant-events.ts'

const reading = (n: number): Observation => ({
  kind: 'reading',
  device: 'T101',
  point: 'p',
  at: now.toISOString(),
  value: n,
  unit: null,
  quality: 'good',
  flags: [],
  message: `m${n}`,
})
const many = (count: number) => Array.from({ length: count }, (_, n) => reading(n))

const outletOf = (deliver: (some: Observation[]) => Promise<void>, most = 100) => {
  const delivered: string[] = []
  const outlet = createOutlet({
    deliver,
    now: () => now,
    most,
    batch: 10,
    againMs: 1,
    publishing: (on) => void delivered.push(on ? 'on' : 'off'),
    gap: (_, __, to) => void delivered.push(to === null ? 'gap' : 'gap ends'),
  })
  return { outlet, delivered }
}

test('alarms go first; what waits beyond the bound stops the publishing and is marked as a gap', async () => {
  const [alarm] = await driver().conditions(changes())
  const delivered: Observation[] = []
  let open: () => void = () => undefined
  const gate = new Promise<void>((resolve) => {
    open = resolve
  })
  const { outlet, delivered: observations } = outletOf(async (some) => {
    await gate
    delivered.push(...some)
  })
  outlet.push(many(10))
  outlet.push(many(99))
  expect(observations).toEqual([])
  outlet.push([alarm as Observation])
  expect(observations).toEqual(['gap', 'off'])
  outlet.push(many(500))
  expect(outlet.lost()).toBe(450)
  open()
  await expect.poll(outlet.waiting).toBe(0)
  // Ten were on their way already.
  expect(delivered[10]?.kind).toBe('condition')
  expect(delivered).toHaveLength(10 + 1 + 99 + 50)
  expect(observations).toEqual(['gap', 'off', 'gap ends', 'on'])
})

test('what could not be stored is delivered again, in order', async () => {
  let failures = 3
  const delivered: Observation[] = []
  const { outlet } = outletOf(async (some) => {
    if (failures-- > 0) throw new Error('the database is away')
    delivered.push(...some)
  })
  outlet.push(many(25))
  await expect.poll(outlet.waiting).toBe(0)
  await expect
    .poll(() => delivered.map((one) => (one.kind === 'reading' ? one.value : -1)))
    .toEqual(many(25).map((_, n) => n))
  await outlet.close()
})

test.each(scenarioNames)(
  'the scenario %s is the same for the same seed, and in order',
  async (name) => {
    const played = async (seed: number): Promise<string[]> => {
      const done: string[] = []
      const note =
        (what: string) =>
        (...of: unknown[]) =>
          void done.push(`${what} ${of.join(' ')}`)
      const plant = {
        set: note('set'),
        tank: note('tank'),
        fail: note('fail'),
        gas: note('gas'),
        pump: note('pump'),
      }
      const steps = scenario(name, dice(seed))
      const stop = new AbortController().signal
      await play(() => plant as never, {
        steps,
        faster: 1e9,
        restart: async () => note('restart')(),
        stop,
      })
      expect(steps.map(({ at }) => at)).toEqual(
        steps.map(({ at }) => at).sort((one, other) => one - other),
      )
      return done
    }
    const first = await played(7)
    expect(first.length).toBeGreaterThan(2)
    expect(await played(7)).toEqual(first)
  },
)
