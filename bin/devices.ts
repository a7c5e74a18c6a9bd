// How does the devices process run: listeners, alarms, and the way from them to the cases?
import { join } from 'node:path'
import { Client, Connection } from '@temporalio/client'
import { connect } from '../db/client.ts'
import { createClock } from '../db/clock.ts'
import { createSupervision } from '../devices/connections/supervision.ts'
import { dialPlant, protocol as opcua } from '../devices/opcua/feed.ts'
import { drivers } from '../devices/protocols/drivers.ts'
import { type Devices, startDevices } from '../devices/service.ts'
import { processes } from '../domain/processes.ts'
import { processOfAlarms } from '../domain/urgent.ts'
import { createCaseClient } from '../workflows/client.ts'
import { createFeedClient } from '../workflows/feed-client.ts'
import { devicesQueue } from '../workflows/queues.ts'
import { DemoDatabase, refuseDemoDatabase } from './demo-database.ts'
import { readServiceEnv, type ServiceEnv } from './env.ts'
import { quietRuntime, serveLinks } from './link-worker.ts'

const startAgainMs = 2_000
const superviseEveryMs = 5_000

/** Listens even while Temporal is away: alarms then wait in PostgreSQL. Without PostgreSQL it waits for that. */
async function run(): Promise<void> {
  const env = readServiceEnv()
  const stop = stopSignal()
  const connection = connect(env.databaseUrl, 12)
  const temporal = Connection.lazy({ address: env.temporalAddress })
  const clock = createClock(connection.db, env.clockLab)
  const client = new Client({ connection: temporal, namespace: env.temporalNamespace })
  const start = async () => {
    await refuseDemoDatabase(connection.db, env.mode)
    return startDevices({
      url: env.databaseUrl,
      db: connection.db,
      host: env.host,
      pushPort: env.pushPort,
      drivers,
      log: log,
      outbound: env.outbound,
      spoolFolder: join(env.dataDir, 'spool'),
      dials: { [opcua]: dialPlant(join(env.dataDir, 'plants'), env.outbound) },
      cases: createCaseClient(client),
      process: Object.hasOwn(processes, processOfAlarms) ? processOfAlarms : null,
      legalNow: () => clock.now(),
    })
  }
  const devices = await untilItStarts(start, stop)
  const links = devices && holdLinks(devices, env, client)
  log('ready')
  await new Promise<void>((resolve) =>
    stop.aborted ? resolve() : stop.addEventListener('abort', () => resolve(), { once: true }),
  )
  await links?.stop()
  await devices?.stop()
  await temporal.close()
  await connection.close()
}

/** Feeds that we dial are held for their supervisors; the keeper sees to it that each has one. */
function holdLinks(
  devices: Devices,
  env: ServiceEnv,
  client: Client,
): { stop: () => Promise<void> } {
  quietRuntime()
  const worker = serveLinks({
    devices,
    address: env.temporalAddress,
    namespace: env.temporalNamespace,
    queue: devicesQueue,
    log: log,
  })
  const anew = () => createSupervision(devices.dialling.feeds, createFeedClient(client))
  let supervise = anew()
  let busy = false
  const timer = setInterval(() => {
    if (busy) return
    if (!devices.held('work/keeper')) {
      // Another process tells them: what we have told is no longer what they know.
      supervise = anew()
      return
    }
    busy = true
    supervise()
      .catch((error: Error) => log(`supervisors: ${error.message}`))
      .finally(() => {
        busy = false
      })
  }, superviseEveryMs)
  const stop = async () => {
    clearInterval(timer)
    await worker.stop()
  }
  return { stop }
}

async function untilItStarts<Started>(
  start: () => Promise<Started>,
  stop: AbortSignal,
): Promise<Started | undefined> {
  while (!stop.aborted) {
    try {
      return await start()
    } catch (error) {
      if (error instanceof DemoDatabase) throw error
      log(`cannot start yet: ${(error as Error).message}`)
      await new Promise((resolve) => setTimeout(resolve, startAgainMs))
    }
  }
  return undefined
}

function log(line: string): void {
  console.log(`devices: ${line}`)
}

function stopSignal(): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => controller.abort())
  return controller.signal
}

await run()
