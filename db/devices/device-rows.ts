// Which rows of the register are one and the same device of its feed?
import { type SQL, sql } from 'drizzle-orm'

/**
 * All rows of the device that the row `device` names: an alarm that rose before its device was enrolled anew names the row of then. Of a row that
 * has ended only itself: what came after it is none of its.
 */
export const rowsOfDevice = (device: SQL): SQL =>
  sql`SELECT was.id FROM devices now JOIN devices was ON was.feed = now.feed AND was.key = now.key WHERE now.id = ${device} AND (was.id = now.id OR now.until IS NULL)`

/** The row that is in force of the device that the row `device` names; itself, where that is enrolled no more. */
export const rowInForce = (device: SQL): SQL =>
  sql`coalesce((SELECT now.id FROM devices was JOIN devices now ON now.feed = was.feed AND now.key = was.key AND now.until IS NULL WHERE was.id = ${device}), ${device})`

/** The alarms `a` of a row: its own, and what still stands of the rows before it. */
export const alarmsAt = (a: SQL, device: string): SQL => {
  const row = sql`${device}::uuid`
  return sql`(${a}.device IN (${rowsOfDevice(row)}) AND (${a}.device = ${row} OR ${a}.closed_at IS NULL))`
}
