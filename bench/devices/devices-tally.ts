// Is everything stored that was sent, once, and nothing else?
import { query } from '../../bin/infra/postgres/postgres.ts'

/** How many moments of a point or a vehicle, and their sum: the same two are the same moments. `sum` null: only counted. */
type Moments = { count: number; sum: number | null }
export type Tally = ReturnType<typeof createTally>
export type Count = { feed: string; sent: number; stored: number; lost: number; strange: number }

/** What the senders have sent, each moment once however often it was sent. */
export const createTally = () => {
  const sent = new Map<string, Moments>()
  return {
    note: (feed: string, device: string, point: string, ms: number | null): void => {
      const key = nameOf(feed, device, point)
      const before = sent.get(key) ?? { count: 0, sum: ms === null ? null : 0 }
      sent.set(key, {
        count: before.count + 1,
        sum: before.sum === null || ms === null ? null : before.sum + ms,
      })
    },
    sent,
    total: () => [...sent.values()].reduce((sum, { count }) => sum + count, 0),
  }
}

const nameOf = (feed: string, device: string, point: string): string =>
  `${feed}\t${device}\t${point}`

export const compare = async (databaseUrl: string, tally: Tally): Promise<Count[]> =>
  differences(tally, await storedMoments(databaseUrl))

/** By feed, the largest first. A moment that is not the one that was sent counts as lost and as strange. */
export const differences = ({ sent }: Tally, stored: ReadonlyMap<string, Moments>): Count[] => {
  const counts = new Map<string, Count>()
  for (const key of new Set([...sent.keys(), ...stored.keys()])) {
    const feed = key.split('\t')[0] ?? ''
    const sum = counts.get(feed) ?? { feed, sent: 0, stored: 0, lost: 0, strange: 0 }
    counts.set(feed, added(sum, sent.get(key), stored.get(key)))
  }
  return [...counts.values()].sort((one, other) => other.sent - one.sent)
}

const added = (to: Count, wanted: Moments | undefined, found: Moments | undefined): Count => {
  const [sent, stored] = [wanted?.count ?? 0, found?.count ?? 0]
  const movedCount = sent === stored && wanted?.sum !== null && wanted?.sum !== found?.sum ? 1 : 0
  return {
    feed: to.feed,
    sent: to.sent + sent,
    stored: to.stored + stored,
    lost: to.lost + Math.max(0, sent - stored) + movedCount,
    strange: to.strange + Math.max(0, stored - sent) + movedCount,
  }
}

type Row = { feed: string; device: string; point: string } & Moments

const storedMoments = async (databaseUrl: string): Promise<Map<string, Moments>> => {
  const { rows } = await query(
    databaseUrl,
    `SELECT d.feed, d.key AS device, p.key AS point, r.count, r.sum FROM (
      SELECT point, count(*)::int AS count, sum(round(extract(epoch FROM at) * 1000))::float8 AS sum FROM readings GROUP BY point) r
    JOIN points p ON p.id = r.point JOIN devices d ON d.id = p.device
    UNION ALL
    SELECT d.feed, d.key, '', r.count, r.sum FROM (
      SELECT device, count(*)::int AS count, sum(round(extract(epoch FROM at) * 1000))::float8 AS sum FROM positions GROUP BY device) r
    JOIN devices d ON d.id = r.device`,
  )
  return new Map(
    (rows as Row[]).map(({ feed, device, point, count, sum }) => [
      nameOf(feed, device, point),
      { count, sum },
    ]),
  )
}

export type Latency = {
  feed: string
  rows: number
  p50: number
  p95: number
  p99: number
  most: number
}

/** Milliseconds from the moment of a reading to its commit, for what was sensed between two moments; by feed, and of all (`feed` empty). */
export const latencies = async (
  databaseUrl: string,
  from: number,
  to: number,
  without: readonly string[],
): Promise<Latency[]> => {
  const between = `r.at >= '${new Date(from).toISOString()}' AND r.at < '${new Date(to).toISOString()}'`
  const took = `extract(epoch FROM pg_xact_commit_timestamp(r.xmin) - r.at) * 1000 AS ms`
  const { rows } = await query(
    databaseUrl,
    `WITH took AS (
      SELECT d.feed, ${took} FROM readings r JOIN points p ON p.id = r.point JOIN devices d ON d.id = p.device WHERE ${between}
      UNION ALL SELECT d.feed, ${took} FROM positions r JOIN devices d ON d.id = r.device WHERE ${between})
    SELECT coalesce(feed, '') AS feed, count(*)::int AS rows, percentile_cont(0.5) WITHIN GROUP (ORDER BY ms)::float8 AS p50,
      percentile_cont(0.95) WITHIN GROUP (ORDER BY ms)::float8 AS p95, percentile_cont(0.99) WITHIN GROUP (ORDER BY ms)::float8 AS p99, max(ms)::float8 AS most
    FROM took WHERE feed <> ALL ('{${without.join(',')}}'::text[]) GROUP BY GROUPING SETS ((feed), ()) ORDER BY feed NULLS FIRST`,
  )
  return rows as Latency[]
}
