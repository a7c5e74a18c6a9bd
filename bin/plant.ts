// How does the made-up plant of the demo run?
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startPlant } from '../devices/simulators/opcua-plant.ts'
import { liveOn } from '../devices/simulators/plant-day.ts'
import { readEnv } from './env.ts'
import { plantFeed } from './simulate/park.ts'

const say = (line: string): void => console.log(`plant: ${line}`)

async function run(): Promise<void> {
  const { dataDir } = readEnv()
  const stop = new AbortController()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort())
  // The seed has kept it, and told it to the feed.
  const port = Number(readFileSync(join(dataDir, 'run', `${plantFeed.id}.port`), 'utf8'))
  const plant = await startPlant({ port, seed: 1, folder: join(dataDir, 'made-up-plant'), log: say })
  liveOn(plant, { stop: stop.signal, log: say })
  say(`ready at ${plant.url}`)
  await new Promise<void>((resolve) => (stop.signal.aborted ? resolve() : stop.signal.addEventListener('abort', () => resolve())))
  await plant.stop()
}

await run()
