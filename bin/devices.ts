// How does the devices process run: listeners, alarms, and the way from them to the cases?
import { Client, Connection } from '@temporalio/client'
import { connect } from '../db/client.ts'
import { createClock } from '../db/clock.ts'
import { listenings } from '../devices/protocols/listening.ts'
import { startDevices } from '../devices/service.ts'
import { processes } from '../domain/processes.ts'
import { processOfAlarms } from '../domain/urgent.ts'
import { createCaseClient } from '../workflows/client.ts'
import { readServiceEnv } from './env.ts'

const startAgainMs = 2_000

/** Listens even while Temporal is away: alarms then wait in PostgreSQL. Without PostgreSQL it waits for that. */
async function run(): Promise<void> {
  const env = readServiceEnv()
  const stop = stopSignal()
  const connection = connect(env.databaseUrl, 12)
  const temporal = Connection.lazy({ address: env.temporalAddress })
  const clock = createClock(connection.db, env.clockLab)
  const start = () =>
    startDevices({
      ...{ url: env.databaseUrl, db: connection.db, host: env.host, pushPort: env.pushPort, listenings, log: say },
      cases: createCaseClient(new Client({ connection: temporal, namespace: env.temporalNamespace })),
      process: Object.hasOwn(processes, processOfAlarms) ? processOfAlarms : null,
      legalNow: () => clock.now(),
    })
  const devices = await untilItStarts(start, stop)
  say('ready')
  await new Promise<void>((resolve) => (stop.aborted ? resolve() : stop.addEventListener('abort', () => resolve(), { once: true })))
  await devices?.stop()
  await temporal.close()
  await connection.close()
}

async function untilItStarts<Started>(start: () => Promise<Started>, stop: AbortSignal): Promise<Started | undefined> {
  while (!stop.aborted) {
    try {
      return await start()
    } catch (error) {
      say(`cannot start yet: ${(error as Error).message}`)
      await new Promise((resolve) => setTimeout(resolve, startAgainMs))
    }
  }
  return undefined
}

function say(line: string): void {
  console.log(`devices: ${line}`)
}

function stopSignal(): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => controller.abort())
  return controller.signal
}

await run()
