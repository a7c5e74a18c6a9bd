// How does a case or a person ask something of an alarm's device, once?
import { eq } from 'drizzle-orm'
import type { Instant } from '../../domain/time/instant.ts'
import { later } from '../../domain/time/instant.ts'
import type { Executor } from '../client.ts'
import { alarms, deviceCommands } from '../schema/devices/alarms.ts'
import { devices } from '../schema/devices/devices.ts'

export type NewDeviceCommand = {
  /** The same key is the same device command for ever. */
  key: string
  alarm: string
  verb: (typeof deviceCommands.$inferInsert)['verb']
  /** `until`, `reason`, `side`, `comment`: as the verb needs; `seen`, the alarm's event that it answers, is added. */
  args: Record<string, string>
  by: string
  at: Instant
}

const dayMs = 86_400_000

/** One act is one device command, whoever leaves it first: the desk beside its row, or the case that has heard of it. */
export const deviceCommandKeyOf = (command: string): string => `act:${command}`

/** What has been asked under a key. */
export const findDeviceCommand = async (db: Pick<Executor, 'select'>, key: string) =>
  (await db.select().from(deviceCommands).where(eq(deviceCommands.key, key)))[0] ?? null

/**
 * Leaves a device command for the holder of the alarm's feed, who does it to our own evaluation at once and asks the device too when that is connected.
 * The device is no longer asked after a day. False: there is no such alarm, or it has closed.
 */
export const giveDeviceCommand = async (
  db: Pick<Executor, 'select' | 'insert'>,
  { alarm, at, ...deviceCommand }: NewDeviceCommand,
): Promise<boolean> => {
  const [known] = await db
    .select({
      feed: alarms.feed,
      device: devices.key,
      region: alarms.region,
      closedAt: alarms.closedAt,
      seq: alarms.seq,
    })
    .from(alarms)
    .leftJoin(devices, eq(devices.id, alarms.device))
    .where(eq(alarms.id, alarm))
  if (!known || known.closedAt !== null) return false
  const { feed, region } = known
  const row = {
    ...deviceCommand,
    args: { seen: String(known.seq), ...deviceCommand.args },
    alarm,
    feed,
    region,
    device: known.device ?? '',
    createdAt: at,
    until: later(at, dayMs),
    state: 'waiting' as const,
  }
  await db.insert(deviceCommands).values(row).onConflictDoNothing()
  return true
}
