// How is an alarm ended of which nobody was ever told, whichever process judges it?
import { eq } from 'drizzle-orm'
import type { Database } from '../db/client.ts'
import { alarms, deviceCommands } from '../db/schema/alarms.ts'

/** A command to the holder of its feed, once: acknowledged by the system itself, since there is no case to do it in. */
export const letGo = async (db: Database, alarm: string): Promise<void> => {
  const [known] = await db.select().from(alarms).where(eq(alarms.id, alarm))
  if (!known || known.closedAt !== null) return
  const at = new Date()
  await db
    .insert(deviceCommands)
    .values({
      ...{
        key: `let-go:${alarm}:${known.seq}`,
        feed: known.feed,
        device: '',
        alarm,
        verb: 'acknowledge',
        args: { reason: '未立案即恢复' },
        by: 'system',
      },
      ...{ region: known.region, createdAt: at.toISOString(), until: new Date(at.getTime() + 86_400_000).toISOString(), state: 'waiting' },
    })
    .onConflictDoNothing()
}
