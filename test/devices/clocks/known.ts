// Devices that have been received before: their clocks are known, and right.
import { sql } from 'drizzle-orm'
import type { Database } from '../../../db/client.ts'

/** Of all that are registered; before a process begins to listen. */
export const knowClocks = async (db: Database): Promise<void> => {
  await db.execute(sql`
    INSERT INTO device_clocks (device, offset_ms, learned_at) SELECT id, 0, '1990-01-01' FROM devices ON CONFLICT (device) DO NOTHING`)
}
