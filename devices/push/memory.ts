// What of pushes is remembered across restarts: numbers used once, things told, answers given?
import { and, eq, inArray, lt, sql } from 'drizzle-orm'
import type { Database } from '../../db/client.ts'
import { pushAnswers, pushItems, pushNonces } from '../../db/schema/devices/pushes.ts'

export type Answer = { status: number; body: Record<string, unknown> }
export type PushMemory = ReturnType<typeof createPushMemory>

/** A time stamp is believed for five minutes before and after; a nonce is remembered for longer than both. */
const nonceMs = 30 * 60_000
const weekMs = 7 * 86_400_000
const atOnce = 500

export const createPushMemory = (db: Database) => ({
  /** False: it was used before. */
  useNonce: async (feed: string, nonce: string, now: Date): Promise<boolean> =>
    (
      await db
        .insert(pushNonces)
        .values({ feed, nonce, at: now.toISOString() })
        .onConflictDoNothing()
        .returning({ nonce: pushNonces.nonce })
    ).length === 1,

  answer: async (feed: string, key: string): Promise<(Answer & { hash: string }) | undefined> => {
    const [row] = await db
      .select()
      .from(pushAnswers)
      .where(and(eq(pushAnswers.feed, feed), eq(pushAnswers.key, key)))
    return row && { status: row.status, body: row.answer, hash: row.hash }
  },

  keepAnswer: async (
    feed: string,
    key: string,
    hash: string,
    { status, body }: Answer,
    now: Date,
  ): Promise<void> => {
    await db
      .insert(pushAnswers)
      .values({ feed, key, hash, status, answer: body, at: now.toISOString() })
      .onConflictDoNothing()
  },

  /** Which of these were reported before. */
  reported: (feed: string, items: string[]): Promise<Set<string>> => reported(db, feed, items),

  keepReported: async (feed: string, items: string[], now: Date): Promise<void> => {
    const at = now.toISOString()
    if (items.length > 0)
      await db
        .insert(pushItems)
        .values(items.map((item) => ({ feed, item, at })))
        .onConflictDoNothing()
  },

  /** Which of these readings and positions are stored, by `placeName`. */
  stored: (places: Place[]): Promise<Set<string>> => stored(db, places),

  clear: async (now: Date): Promise<void> => {
    const before = (ms: number) => new Date(now.getTime() - ms).toISOString()
    await db.delete(pushNonces).where(lt(pushNonces.at, before(nonceMs)))
    await db.delete(pushItems).where(lt(pushItems.at, before(weekMs)))
    await db.delete(pushAnswers).where(lt(pushAnswers.at, before(weekMs)))
  },
})

const reported = async (db: Database, feed: string, items: string[]): Promise<Set<string>> => {
  const known = new Set<string>()
  for (let first = 0; first < items.length; first += atOnce) {
    const some = items.slice(first, first + atOnce)
    const rows = await db
      .select({ item: pushItems.item })
      .from(pushItems)
      .where(and(eq(pushItems.feed, feed), inArray(pushItems.item, some)))
    for (const { item } of rows) known.add(item)
  }
  return known
}

/** A reading of a point, or a position of a device. */
export type Place = { point: number; at: string } | { device: string; at: string }
export const placeName = (place: Place): string =>
  `${'point' in place ? place.point : place.device} ${place.at}`

const stored = async (db: Database, places: Place[]): Promise<Set<string>> => {
  const points = places.flatMap((one) => ('point' in one ? [one] : []))
  const devices = places.flatMap((one) => ('device' in one ? [one] : []))
  const of = async (
    table: 'readings' | 'positions',
    column: 'point' | 'device',
    ids: unknown[],
    moments: string[],
  ): Promise<string[]> => {
    if (ids.length === 0) return []
    const type = sql.raw(column === 'point' ? 'int[]' : 'uuid[]')
    const { rows } = await db.execute<{ id: string | number; at: string }>(sql`
      SELECT asked.id, held.at FROM ${sql.identifier(table)} held
      JOIN unnest(${sql.param(ids)}::${type}, ${sql.param(moments)}::timestamptz[]) AS asked (id, at)
        ON held.${sql.identifier(column)} = asked.id AND held.at = asked.at`)
    return rows.map(({ id, at }) => `${id} ${new Date(at).toISOString()}`)
  }
  const moments = (of: Place[]) => of.map(({ at }) => at)
  const readings = of(
    'readings',
    'point',
    points.map(({ point }) => point),
    moments(points),
  )
  const positions = of(
    'positions',
    'device',
    devices.map(({ device }) => device),
    moments(devices),
  )
  return new Set([...(await readings), ...(await positions)])
}
