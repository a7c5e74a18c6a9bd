// What does the made-up plant do all day, and when somebody asks for something else?
import type { Plant } from './opcua-plant.ts'
import { everyGas } from './plant-names.ts'
import { play, type ScenarioName, scenario, scenarioNames } from './plant-scenarios.ts'

type Options = {
  stop: AbortSignal
  everyMs?: number
  faster?: number
  log?: (line: string) => void
}

/** Slow waves within all limits, until `stop`. A request is played to its end, or until the next one; `normal-day` ends whatever is played. */
export const liveOn = (
  plant: Plant,
  { stop, everyMs = 5_000, faster = 1, log = () => undefined }: Options,
): void => {
  let playing: AbortController | null = null
  let tick = 0
  const timer = setInterval(() => {
    if (playing === null) calm(plant, tick++)
  }, everyMs)
  plant.onRequest((request) => {
    if (!isScenario(request)) return
    playing?.abort()
    if (request === 'normal-day') playing = null
    else void perform(request)
  })
  const perform = async (name: ScenarioName): Promise<void> => {
    const mine = new AbortController()
    playing = mine
    log(`plays ${name}`)
    // A restart is for whoever started it; it is left out here.
    const steps = scenario(name, plant.chance)
    await play(() => plant, {
      steps,
      faster,
      restart: async () => undefined,
      stop: AbortSignal.any([stop, mine.signal]),
    })
    if (playing !== mine) return
    playing = null
    plant.granted()
    log(`has played ${name}`)
  }
  stop.addEventListener(
    'abort',
    () => {
      clearInterval(timer)
      playing?.abort()
    },
    { once: true },
  )
}

const isScenario = (request: string): request is ScenarioName =>
  scenarioNames.some((name) => name === request)

const wave = (tick: number, length: number): number => Math.sin((2 * Math.PI * tick) / length)

const calm = (plant: Plant, tick: number): void => {
  plant.tank('level', 50 + 6 * wave(tick, 360) + plant.chance.between(-0.2, 0.2))
  plant.tank('pressure', 400 + 12 * wave(tick, 240) + plant.chance.between(-1, 1))
  plant.tank('temperature', 25 + 1.5 * wave(tick, 480) + plant.chance.between(-0.05, 0.05))
  plant.gas((tick % everyGas.length) + 1, plant.chance.between(1.5, 3))
}
