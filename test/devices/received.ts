// What stands in PostgreSQL because of what a feed received at one moment?
import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../db/client.ts'
import { writtenTime } from '../../devices/frames/beijing.ts'
import { unpacked } from '../../devices/intake/quality.ts'

type FeedAt = { feed: string; at: Date }
type Row = Record<string, unknown>

/** A line for each row that is not of the device `besides`. `frame` is what came. */
export const received = async (
  db: Database,
  at: FeedAt,
  besides: string,
  frame: Uint8Array,
): Promise<string[]> => {
  const others = sql`d.key <> ${besides}`
  return [
    ...(await rowsOf(db, readings(at, others))).map(readingText),
    ...(await rowsOf(db, positions(at, others))).map(positionText),
    ...(await rowsOf(db, alarmEvents(at))).map(alarmText),
    ...(await rowsOf(db, papers(at, others))).map(recordText),
    ...(await rowsOf(db, badFrames(at))).map((row) => refusalText(row, frame)),
  ]
}

/** How many papers one device has reported. */
export const recordsOf = async (db: Database, at: FeedAt, device: string): Promise<number> =>
  (await rowsOf(db, papers(at, sql`d.key = ${device}`))).length

/** How many faults a feed has counted, and when one of its devices was heard last. */
export const healthOf = async (
  db: Database,
  feed: string,
  device: string,
): Promise<{ faults: number; lastSeen: string }> => {
  const [row] = await rowsOf(
    db,
    sql`SELECT f.faults, s.last_seen_at FROM feed_states f JOIN devices d ON d.feed = f.feed JOIN device_states s ON s.device = d.id
      WHERE f.feed = ${feed} AND d.key = ${device}`,
  )
  return {
    faults: Number(row?.faults),
    lastSeen: new Date(String(row?.last_seen_at)).toISOString(),
  }
}

const rowsOf = async (db: Database, query: SQL): Promise<Row[]> => (await db.execute(query)).rows

const receivedAt = ({ at }: FeedAt): SQL => sql`${at.toISOString()}::timestamptz`
const whenReceived = sql`r.at + r.delay * interval '1 millisecond'`

const readings = (at: FeedAt, which: SQL): SQL => sql`
  SELECT p.key, r.at, r.value, r.quality FROM readings r JOIN points p ON p.id = r.point JOIN devices d ON d.id = p.device
  WHERE d.feed = ${at.feed} AND ${whenReceived} = ${receivedAt(at)} AND ${which}`
const positions = (at: FeedAt, which: SQL): SQL => sql`
  SELECT d.key, r.* FROM positions r JOIN devices d ON d.id = r.device
  WHERE d.feed = ${at.feed} AND ${whenReceived} = ${receivedAt(at)} AND ${which}`
const alarmEvents = (at: FeedAt): SQL => sql`
  SELECT e.kind, a.condition, a.point, e.level, e.value, e.text, e.at FROM alarm_events e JOIN alarms a ON a.id = e.alarm
  WHERE a.feed = ${at.feed} AND e.recorded_at = ${receivedAt(at)}`
const papers = (at: FeedAt, which: SQL): SQL => sql`
  SELECT r.* FROM devices d JOIN (
    SELECT device, document AS name, key, body::text AS text, at, received_at, flags FROM device_documents
    UNION ALL SELECT device, sign, '', text, at, received_at, flags FROM device_signs
  ) r ON d.id = r.device WHERE d.feed = ${at.feed} AND r.received_at = ${receivedAt(at)} AND ${which}`
const badFrames = (at: FeedAt): SQL => sql`
  SELECT device, reason, "offset", bytes FROM bad_frames WHERE feed = ${at.feed} AND at = ${receivedAt(at)}`

const textOf = (at: unknown, ...words: unknown[]): string =>
  `${words.filter((word) => word !== '' && word !== null).join(' ')} @ ${writtenTime(new Date(String(at)))}`

const readingText = ({ key, at, value, quality }: Row): string => {
  const packed = unpacked(Number(quality))
  return textOf(at, key, value ?? '–', packed.quality, ...packed.flags)
}

const positionText = ({ key, at, lon, lat, speed_kmh: speed, flags }: Row): string =>
  textOf(at, key, `${lon},${lat}`, `${speed} km/h`, ...unpacked(Number(flags) * 8).flags)

const alarmText = ({ kind, condition, point, level, value, text, at }: Row): string =>
  textOf(at, condition, 'of', point, kind, `level ${level}`, value, text)

const recordText = ({ name, key, text, at, flags }: Row): string =>
  textOf(at, name, key, text, ...unpacked(Number(flags) * 8).flags)

/** It is kept as it came, not at all (it may hold a password), or otherwise: with something blotted out, or cut in another place. */
const refusalText = ({ device, reason, offset, bytes }: Row, frame: Uint8Array): string => {
  const kept = Buffer.from(bytes as Uint8Array)
  const how = kept.equals(frame) ? 'kept' : kept.length === 0 ? 'not kept' : 'kept otherwise'
  return `refused: ${reason}@${offset} of ${device ?? 'nobody'}, ${how}`
}
