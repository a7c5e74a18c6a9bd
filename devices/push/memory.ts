// What of pushes is remembered across restarts: numbers used once, things told, answers given?
import { and, eq, inArray, lt, sql } from 'drizzle-orm'
import type { Database } from '../../db/client.ts'
import { pushAnswers, pushItems, pushNonces } from '../../db/schema/pushes.ts'

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

  keepAnswer: async (feed: string, key: string, hash: string, { status, body }: Answer, now: Date): Promise<void> => {
    await db.insert(pushAnswers).values({ feed, key, hash, status, answer: body, at: now.toISOString() }).onConflictDoNothing()
  },

  /** Which of these were told before. */
  told: (feed: string, items: string[]): Promise<Set<string>> => told(db, feed, items),

  keepTold: async (feed: string, items: string[], now: Date): Promise<void> => {
    const at = now.toISOString()
    if (items.length > 0)
      await db
        .insert(pushItems)
        .values(items.map((item) => ({ feed, item, at })))
        .onConflictDoNothing()
  },

  /** Which of these readings are stored: `<point> <moment>`. */
  stored: (readings: Place[]): Promise<Set<string>> => stored(db, readings),

  clear: async (now: Date): Promise<void> => {
    const before = (ms: number) => new Date(now.getTime() - ms).toISOString()
    await db.delete(pushNonces).where(lt(pushNonces.at, before(nonceMs)))
    await db.delete(pushItems).where(lt(pushItems.at, before(weekMs)))
    await db.delete(pushAnswers).where(lt(pushAnswers.at, before(weekMs)))
  },
})

const told = async (db: Database, feed: string, items: string[]): Promise<Set<string>> => {
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

type Place = { point: number; at: string }

const stored = async (db: Database, readings: Place[]): Promise<Set<string>> => {
  if (readings.length === 0) return new Set()
  const { rows } = await db.execute<Place>(sql`
    SELECT held.point, held.at FROM readings held
    JOIN unnest(${sql.param(readings.map(({ point }) => point))}::int[], ${sql.param(readings.map(({ at }) => at))}::timestamptz[]) AS asked (point, at)
      ON held.point = asked.point AND held.at = asked.at`)
  return new Set(rows.map(({ point, at }) => `${point} ${new Date(at).toISOString()}`))
}
