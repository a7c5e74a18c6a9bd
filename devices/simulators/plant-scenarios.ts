// What happens in the made-up plant, and when?
import type { Plant } from './opcua-plant.ts'
import { everyGas, gasNode, tankTags } from './plant-names.ts'

/** `at`: milliseconds from its beginning. A restart is done by whoever started the plant. */
export type Step =
  | { at: number; do: (plant: Pick<Plant, 'set' | 'tank' | 'fail' | 'gas' | 'pump'>) => void }
  | { at: number; restart: true }

export const scenarioNames = [
  'normal-day',
  'overfill',
  'gas-flood',
  'bad-quality',
  'frozen',
  'restart',
] as const
export type ScenarioName = (typeof scenarioNames)[number]

/** Chance in 0 … 1, the same each time for the same seed. */
type Chance = { next: () => number; between: (least: number, most: number) => number }

const minute = 60_000

export const scenario = (name: ScenarioName, chance: Chance): Step[] =>
  steps[name](chance).sort((one, other) => one.at - other.at)

const wander = (chance: Chance, lasting: number, every: number): Step[] =>
  Array.from({ length: Math.floor(lasting / every) }, (_, n) => {
    const [level, pressure, temperature] = [
      chance.between(40, 60),
      chance.between(380, 420),
      chance.between(23, 28),
    ]
    return {
      at: n * every,
      do: (plant) => {
        plant.tank('level', level)
        plant.tank('pressure', pressure)
        plant.tank('temperature', temperature)
      },
    }
  })

const rising = (
  from: number,
  to: number,
  { begin, lasting, every }: { begin: number; lasting: number; every: number },
): Step[] =>
  Array.from({ length: Math.floor(lasting / every) + 1 }, (_, n) => ({
    at: begin + n * every,
    do: (plant) => plant.tank('level', from + ((to - from) * n * every) / lasting),
  }))

const steps: Record<ScenarioName, (chance: Chance) => Step[]> = {
  'normal-day': (chance) => wander(chance, 10 * minute, 1_000),
  /** High at 80 %, high-high at 90 %, then the trip stops the pump and the level falls. */
  overfill: () => [
    ...rising(50, 95, { begin: 0, lasting: 30_000, every: 1_000 }),
    { at: 31_000, do: (plant) => plant.pump(false) },
    ...rising(95, 60, { begin: 60_000, lasting: 30_000, every: 1_000 }),
    { at: 92_000, do: (plant) => plant.pump(true) },
  ],
  /** All detectors of the room within ten seconds, the nearest first. */
  'gas-flood': (chance) => [
    ...everyGas.map((n): Step => {
      const percent = chance.between(30, 90)
      return {
        at: Math.floor(((n - 1) * 10_000) / everyGas.length),
        do: (plant) => plant.gas(n, percent),
      }
    }),
    ...everyGas.map((n): Step => ({ at: 60_000 + n * 100, do: (plant) => plant.gas(n, 2) })),
  ],
  'bad-quality': () => [
    { at: 0, do: (plant) => plant.tank('level', 85) },
    { at: 2_000, do: (plant) => plant.fail(tankTags.level.node) },
    { at: 4_000, do: (plant) => plant.fail(gasNode(1)) },
    { at: 90_000, do: (plant) => plant.tank('level', 60) },
    { at: 90_000, do: (plant) => plant.gas(1, 2) },
  ],
  /** The pressure stands still while the others go on. */
  frozen: (chance) => [
    ...Array.from({ length: 600 }, (_, n): Step => {
      const level = chance.between(40, 60)
      return { at: n * 1_000, do: (plant) => plant.tank('level', level) }
    }),
  ],
  restart: () => [
    { at: 0, do: (plant) => plant.tank('level', 85) },
    { at: 5_000, restart: true },
    { at: 6_000, do: (plant) => plant.tank('level', 95) },
  ],
}

/** Plays a scenario at its own pace, or `faster` times as fast, until it ends or is stopped. */
export const play = async (
  plant: () => Plant,
  of: { steps: readonly Step[]; faster?: number; restart: () => Promise<void>; stop: AbortSignal },
): Promise<void> => {
  let elapsed = 0
  for (const step of of.steps) {
    await pause((step.at - elapsed) / (of.faster ?? 1), of.stop)
    elapsed = step.at
    if (of.stop.aborted) return
    if ('restart' in step) await of.restart()
    else step.do(plant())
  }
}

const pause = (ms: number, stop: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (stop.aborted || ms <= 0) return resolve()
    const timer = setTimeout(resolve, ms)
    const end = () => {
      clearTimeout(timer)
      resolve()
    }
    stop.addEventListener('abort', end, { once: true })
  })
