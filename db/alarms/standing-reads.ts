// How does an alarm stand now: as the devices have stored it, and with what people have asked for that they have not done yet?
import { type SQL, sql } from 'drizzle-orm'
import { type AlarmShown, alarmStandings, boxFor } from '../../domain/duty/alarm-states.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { deviceCommandKeyOf } from '../devices/device-commands.ts'
import { rowInForce } from '../devices/device-rows.ts'

const either = [false, true]
const standingKeys: AlarmShown[] = alarmStandings.flatMap((standing) =>
  either.flatMap((acked) =>
    either.flatMap((shelved) => either.map((out) => ({ standing, acked, shelved, out }))),
  ),
)

/** What `boxFor` says of every state, as rows: no statement judges a state of its own. */
const boxes = sql.raw(
  standingKeys
    .map((one) => `('${one.standing}', ${one.acked}, ${one.shelved}, ${one.out}, '${boxFor(one)}')`)
    .join(', '),
)

/** The newest acknowledgement at the desk of all that has rung of the alarm `a` or `mine`; an older one counts no more. */
export const deskAcknowledgement = (a: SQL): SQL => sql`
  SELECT k.by_name, k.at, k.seq FROM alarm_acknowledgements k WHERE k.alarm = ${a}.id AND k.seq >= ${a}.rang ORDER BY k.seq DESC, k.at LIMIT 1`

/**
 * Alarms with their box. What was asked for counts at once: an acknowledgement until the devices have it in the alarm's own row, a shelving until
 * they have done or refused it, a permit as long as it stands. A shelf ends at its moment though nobody is there to end it.
 */
export const standingAlarms = (now: Instant, which: SQL): SQL => sql`
  SELECT j.*, b.box FROM (
    SELECT a.*, k.by_name AS k_by, k.at AS k_at, k.seq AS k_seq, (a.acked OR k.seq IS NOT NULL) AS e_acked, h.until AS e_shelved,
      s.by_name AS s_by, s.reason AS s_reason, (s.pending AND s.act = 'shelve') AS s_own, coalesce(o.in_force, a.out_of_service) AS e_out,
      CASE WHEN o.in_force THEN jsonb_build_object('id', o.id, 'number', o.number, 'by', o.by_name, 'until', o.until) END AS permit
    FROM alarms a
    LEFT JOIN LATERAL (${deskAcknowledgement(sql`a`)}) k ON true
    LEFT JOIN LATERAL (SELECT s.act, s.until, s.by_name, s.reason, (w.state = 'waiting' AND w.sent_at IS NULL) AS pending
      FROM alarm_shelvings s LEFT JOIN device_commands w ON w.key = ${deviceCommandKeyOf('')} || s.id WHERE s.alarm = a.id ORDER BY s.at DESC LIMIT 1) s ON true
    LEFT JOIN LATERAL (SELECT e.until FROM (SELECT s.until WHERE s.pending UNION ALL SELECT a.shelved_until WHERE s.pending IS NOT TRUE) e
      WHERE e.until > ${now}::timestamptz) h ON true
    LEFT JOIN LATERAL (SELECT o.id, o.number, o.by_name, o.until, (o.ended IS NULL AND o.until > ${now}::timestamptz) AS in_force
      FROM service_permits o WHERE o.device = ${rowInForce(sql`a.device`)} AND (o.point IS NULL OR o.point = a.point) ORDER BY o.at DESC LIMIT 1) o ON true
    WHERE ${which}) j
  JOIN (VALUES ${boxes}) AS b (standing, acked, shelved, is_out, box)
    ON b.standing = j.standing AND b.acked = j.e_acked AND b.shelved = (j.e_shelved IS NOT NULL) AND b.is_out = (j.suppressed OR j.e_out)`
