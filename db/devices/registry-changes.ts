// How is a feed changed or a device ended, with who and why?

import { and, eq, inArray, isNull } from 'drizzle-orm'
import { visibleDialect } from '../../domain/duty/device-settings.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { alone, hold } from '../alone.ts'
import type { Database, Executor } from '../client.ts'
import { lockRequest } from '../requests.ts'
import { devices, feeds, points } from '../schema/devices/devices.ts'
import { registryChanges } from '../schema/devices/duty.ts'
import type { DeviceRow } from './registry-known.ts'

export type Change = { what: string; key: string; before: unknown; after: unknown }

export type Signed = typeof registryChanges.$inferInsert

type Shown = Pick<
  DeviceRow,
  'name' | 'region' | 'lon' | 'lat' | 'synthetic' | 'enterprise' | 'hosts' | 'dialect'
>
export const shownDeviceRow = ({
  name,
  region,
  lon,
  lat,
  synthetic,
  enterprise,
  hosts,
  dialect,
}: Shown) => ({
  name,
  region,
  lon,
  lat,
  synthetic,
  enterprise,
  hosts,
  dialect: visibleDialect(dialect),
})

export const endDevice = async (tx: Executor, id: string, at: Instant): Promise<void> => {
  await tx
    .update(points)
    .set({ until: at })
    .where(and(eq(points.device, id), isNull(points.until)))
  await tx.update(devices).set({ until: at }).where(eq(devices.id, id))
}

const registryName = 'registry'

/** One change of the register at a time: two feeds with one port, or one id, must not pass each other. */
export const holdRegistry = (tx: Executor): Promise<void> => hold(tx, registryName)

/** A transaction that changes the register alone. */
export const withRegistry = <Result>(
  db: Database,
  work: (tx: Executor) => Promise<Result>,
): Promise<Result> => alone(db, registryName, work)

/** The change made under this id before, also by somebody who is at it just now. */
export const changeUnder = async (tx: Executor, id: string) => {
  await lockRequest(tx, id)
  return (await tx.select().from(registryChanges).where(eq(registryChanges.id, id)))[0] ?? null
}

/** Changes a feed or ends a device, with who and why. Null: there is none in these regions. */
export const changeFeed = async (
  tx: Executor,
  id: string,
  regions: string[],
  set: { name: string; silenceSeconds: number; enabled: boolean },
  signed: Omit<Signed, 'rows' | 'words' | 'region'>,
): Promise<boolean> => {
  const [before] = await tx
    .select()
    .from(feeds)
    .where(and(eq(feeds.id, id), inArray(feeds.region, regions)))
    .for('update')
  if (!before) return false
  await tx.update(feeds).set(set).where(eq(feeds.id, id))
  const { name, silenceSeconds, enabled } = before
  const rows = [{ what: 'feed', key: id, before: { name, silenceSeconds, enabled }, after: set }]
  await tx
    .insert(registryChanges)
    .values({ ...signed, region: before.region, words: `接入 ${id}`, rows })
  return true
}

export const retireDevice = async (
  tx: Executor,
  id: string,
  regions: string[],
  signed: Omit<Signed, 'rows' | 'words' | 'region'>,
): Promise<boolean> => {
  const [before] = await tx
    .select()
    .from(devices)
    .where(and(eq(devices.id, id), isNull(devices.until), inArray(devices.region, regions)))
    .for('update')
  if (!before) return false
  await endDevice(tx, id, signed.at)
  const rows = [
    {
      what: 'device',
      key: `${before.feed}/${before.key}`,
      before: shownDeviceRow(before),
      after: null,
    },
  ]
  await tx.insert(registryChanges).values({
    ...signed,
    region: before.region,
    words: `停用设备 ${before.feed}/${before.key}`,
    rows,
  })
  return true
}
