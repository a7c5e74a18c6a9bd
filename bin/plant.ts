// How do the made-up plant of the demo and its made-up neighbours run?
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startPlant } from '../devices/simulators/opcua-plant.ts'
import { startPartners } from '../devices/simulators/partners.ts'
import { liveOn } from '../devices/simulators/plant-day.ts'
import { readEnv } from './env.ts'
import { plantFeed } from './simulate/park.ts'
import { partners } from './simulate/partners.ts'

const log = (line: string): void => console.log(`plant: ${line}`)

async function run(): Promise<void> {
  const { dataDir } = readEnv()
  const stop = new AbortController()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort())
  // The seed has kept it, and told it to the feed.
  const portOf = (name: string): number =>
    Number(readFileSync(join(dataDir, 'run', `${name}.port`), 'utf8'))
  const plant = await startPlant({
    port: portOf(plantFeed.id),
    seed: 1,
    folder: join(dataDir, 'made-up-plant'),
    log: log,
  })
  const neighbours = await startPartners({ port: portOf(partners.name), secret: partners.secret })
  liveOn(plant, { stop: stop.signal, log: log })
  log(`ready at ${plant.url}`)
  await new Promise<void>((resolve) =>
    stop.signal.aborted ? resolve() : stop.signal.addEventListener('abort', () => resolve()),
  )
  await neighbours.stop()
  await plant.stop()
}

await run()
