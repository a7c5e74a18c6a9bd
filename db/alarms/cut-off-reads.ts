// Is what an alarm says still known, or has the link over which it came been lost?
import { type SQL, sql } from 'drizzle-orm'
import { rowInForce } from '../devices/device-rows.ts'

/**
 * Of an open alarm `a`: its feed is paused, or the link is lost: the line is down, nobody holds it (a lease that was not renewed is that of a dead
 * process), or its device, or the platform that speaks for it, has no connection. What is reported of silence itself stays true then.
 */
export const isCutOff = (a: SQL): SQL => sql`(${a}.closed_at IS NULL AND (
  EXISTS (SELECT 1 FROM feeds f WHERE f.id = ${a}.feed AND f.paused IS NOT NULL)
  OR (${a}.device IS NOT NULL AND ${a}.condition <> 'device-silent' AND (
    EXISTS (SELECT 1 FROM feed_states s WHERE s.feed = ${a}.feed AND s.state = 'down')
    OR EXISTS (SELECT 1 FROM feed_owners h WHERE h.feed = ${a}.feed AND coalesce(h.lease_until < now(), true))
    OR EXISTS (SELECT 1 FROM devices d JOIN lost_links l ON l.feed = d.feed AND l.device IN (d.key, d.dialect->>'via') WHERE d.id = ${rowInForce(sql`${a}.device`)})))))`
