// How do the made-up gateways of the demo run, by which people are called and fines are paid?
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readEnv } from './env.ts'
import { demoGateways, startGateways } from './simulate/gateways.ts'
import { demoTreasury, startTreasury } from './simulate/treasury.ts'

async function run(): Promise<void> {
  const { dataDir, port: apiPort } = readEnv()
  const stop = new AbortController()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort())
  // Kept by the start, which has told the worker and the API; absent where a real one is named.
  const portOf = (name: string): number | null => {
    const file = join(dataDir, 'run', `${name}.port`)
    return existsSync(file) ? Number(readFileSync(file, 'utf8')) : null
  }
  const [calls, payments] = [portOf(demoGateways.name), portOf(demoTreasury.name)]
  const running: { stop: () => Promise<void> }[] = []
  if (calls !== null) {
    const gateways = await startGateways({ port: calls })
    running.push(gateways)
    console.log(`gateways: ready at ${gateways.url}; PUT ${gateways.url}/behaviour makes one fail`)
  }
  if (payments !== null) {
    const callbackUrl = `http://127.0.0.1:${apiPort}/api/payments`
    const treasury = await startTreasury({ port: payments, callbackUrl })
    running.push(treasury)
    console.log(`gateways: treasury at ${treasury.url}; POST ${treasury.url}/pay pays a code`)
  }
  await new Promise<void>((resolve) =>
    stop.signal.aborted ? resolve() : stop.signal.addEventListener('abort', () => resolve()),
  )
  await Promise.all(running.map(({ stop }) => stop()))
}

await run()
