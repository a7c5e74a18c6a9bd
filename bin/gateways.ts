// How do the made-up gateways of the demo run, by which people are called?
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readEnv } from './env.ts'
import { demoGateways, startGateways } from './simulate/gateways.ts'

async function run(): Promise<void> {
  const { dataDir } = readEnv()
  const stop = new AbortController()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort())
  // Kept by the start, which has told the worker.
  const port = Number(readFileSync(join(dataDir, 'run', `${demoGateways.name}.port`), 'utf8'))
  const gateways = await startGateways({ port })
  console.log(`gateways: ready at ${gateways.url}; PUT ${gateways.url}/behaviour makes one fail`)
  await new Promise<void>((resolve) =>
    stop.signal.aborted ? resolve() : stop.signal.addEventListener('abort', () => resolve()),
  )
  await gateways.stop()
}

await run()
