// Are the made-up feeds and devices of the demo registered, each as synthetic?
import { createHash } from 'node:crypto'
import type { Database } from '../../db/client.ts'
import {
  devices as deviceRows,
  feeds as feedRows,
  points as pointRows,
} from '../../db/schema/devices/devices.ts'
import { keptPort } from '../infra/ports.ts'
import { devices as cityDevices, type DemoDevice, feeds } from '../simulate/city.ts'
import { plantDevices, plantFeed, plantSettings } from '../simulate/park.ts'

const devices = [...cityDevices, ...plantDevices]
const SINCE = '2020-01-01T00:00:00.000Z'

/** What is missing is added; ports are those that are free now, and without simulators nobody listens, for silence would be an alarm. */
export const seedFeeds = async (
  db: Database,
  { dataDir, simulators }: { dataDir: string; simulators: boolean },
): Promise<void> => {
  for (const feed of [...feeds, plantFeed]) {
    const port = await keptPort(dataDir, feed.id)
    const now = {
      ...(feed === plantFeed ? { port: null, settings: plantSettings(port) } : { port }),
      enabled: simulators,
    }
    await db
      .insert(feedRows)
      .values({ ...feed, ...now })
      .onConflictDoUpdate({ target: feedRows.id, set: now })
  }
  await db
    .insert(deviceRows)
    .values(
      devices.map(({ points: _, ...device }) => ({
        ...device,
        id: idOf(device),
        synthetic: true,
        since: SINCE,
      })),
    )
    .onConflictDoNothing()
  const points = devices.flatMap((device) =>
    device.points.map((point) => ({ ...point, device: idOf(device), since: SINCE })),
  )
  await db.insert(pointRows).values(points).onConflictDoNothing()
}

/** The same on every machine, so that a second start finds its devices again. */
const idOf = ({ feed, key }: Pick<DemoDevice, 'feed' | 'key'>): string => {
  const hash = createHash('sha256').update(`demo device ${feed} ${key}`).digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}
