// How do thousands of readings a second reach PostgreSQL, each once, before anybody is told that they have?
import { sql } from 'drizzle-orm'
import type { Database, Executor } from '../../db/client.ts'
import { failsForEver } from '../../db/failures.ts'

export type ReadingRow = {
  feed: string
  point: number
  at: string
  receivedAt: string
  value: number | null
  quality: number
}
export type PositionRow = {
  feed: string
  device: string
  at: string
  receivedAt: string
  lon: number
  lat: number
  speedKmh: number | null
  direction: number
  altitude: number
  alarmBits: number
  statusBits: number
  flags: number
}

export type ReadingStore = ReturnType<typeof createReadingStore>

type Deps = {
  db: Database
  guard: (tx: Executor, feed: string) => Promise<void>
  /** How long a row waits for others, ms. */
  everyMs?: number
  /** Told after the commit. */
  stored?: (readings: readonly ReadingRow[]) => void
}

const mostRows = 5_000
const latestEveryMs = 1_000

type Rows = { readings: readonly ReadingRow[]; positions: readonly PositionRow[] }
type Part = Rows & { resolve: () => void; reject: (error: unknown) => void }

const together = (parts: readonly Part[]): Rows => ({
  readings: parts.flatMap(({ readings }) => readings),
  positions: parts.flatMap(({ positions }) => positions),
})

/**
 * Gathers rows for half a second or 5,000 of them. A row whose point and moment are stored already stays as it is: so what is sent again
 * after a crash is stored once. `keep` resolves when its rows are committed and rejects when they are not; then nothing of them is kept here.
 */
export const createReadingStore = ({
  db,
  guard,
  everyMs = 500,
  stored = () => undefined,
}: Deps) => {
  let waiting: Part[] = []
  let count = 0
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> = Promise.resolve()
  const latest = createLatest(db)
  const put = async (parts: readonly Part[]): Promise<void> => {
    const rows = together(parts)
    try {
      await write(db, guard, rows)
    } catch (error) {
      // One row that PostgreSQL will never take must not keep those of others out.
      return failsForEver(error) && parts.length > 1 ? putOneByOne(parts) : rejectAll(parts, error)
    }
    latest.note(rows)
    stored(rows.readings)
    for (const { resolve } of parts) resolve()
  }
  const putOneByOne = async (parts: readonly Part[]): Promise<void> => {
    for (const part of parts) await put([part])
  }
  const flush = (): void => {
    clearTimeout(timer)
    timer = undefined
    const full = waiting
    waiting = []
    count = 0
    if (full.length > 0) writing = writing.then(() => put(full))
  }
  return {
    keep: (readings: ReadingRow[], positions: PositionRow[] = []): Promise<void> => {
      if (readings.length + positions.length === 0) return Promise.resolve()
      const kept = new Promise<void>((resolve, reject) =>
        waiting.push({ readings, positions, resolve, reject }),
      )
      count += readings.length + positions.length
      if (count >= mostRows) flush()
      else timer ??= setTimeout(flush, everyMs)
      return kept
    },
    close: async (): Promise<void> => {
      flush()
      await writing
      await latest.close()
    },
  }
}

const rejectAll = (parts: readonly Part[], error: unknown): void => {
  for (const { reject } of parts) reject(error)
}

const write = async (
  db: Database,
  guard: Deps['guard'],
  { readings, positions }: Rows,
): Promise<void> =>
  db.transaction(async (tx) => {
    for (const feed of [...new Set([...readings, ...positions].map((row) => row.feed))].sort())
      await guard(tx, feed)
    if (readings.length > 0) await insertReadings(tx, readings)
    if (positions.length > 0) await insertPositions(tx, positions)
  })

const column = <Row>(rows: readonly Row[], of: (row: Row) => unknown, type: string) =>
  sql`${sql.param(rows.map(of))}::${sql.raw(type)}[]`
const delayOf = ({ at, receivedAt }: { at: string; receivedAt: string }): number =>
  Math.max(-2_000_000_000, Math.min(2_000_000_000, Date.parse(receivedAt) - Date.parse(at)))

const insertReadings = async (tx: Executor, rows: readonly ReadingRow[]): Promise<void> => {
  await tx.execute(sql`
    INSERT INTO readings (point, at, delay, value, quality)
    SELECT * FROM unnest(${column(rows, ({ point }) => point, 'int')}, ${column(rows, ({ at }) => at, 'timestamptz')},
      ${column(rows, delayOf, 'int')}, ${column(rows, ({ value }) => value, 'float8')}, ${column(rows, ({ quality }) => quality, 'int2')})
    ON CONFLICT DO NOTHING`)
}

const insertPositions = async (tx: Executor, rows: readonly PositionRow[]): Promise<void> => {
  await tx.execute(sql`
    INSERT INTO positions (device, at, delay, lon, lat, speed_kmh, direction, altitude, alarm_bits, status_bits, flags)
    SELECT * FROM unnest(${column(rows, ({ device }) => device, 'uuid')}, ${column(rows, ({ at }) => at, 'timestamptz')},
      ${column(rows, delayOf, 'int')}, ${column(rows, ({ lon }) => lon, 'float8')}, ${column(rows, ({ lat }) => lat, 'float8')},
      ${column(rows, ({ speedKmh }) => speedKmh, 'float8')}, ${column(rows, ({ direction }) => direction, 'int2')},
      ${column(rows, ({ altitude }) => altitude, 'float8')}, ${column(rows, ({ alarmBits }) => alarmBits, 'int8')},
      ${column(rows, ({ statusBits }) => statusBits, 'int8')}, ${column(rows, ({ flags }) => flags, 'int2')})
    ON CONFLICT DO NOTHING`)
}

/** The newest of each point and device, written once a second however often it changes. Losing one costs nothing: the next comes. */
const createLatest = (db: Database) => {
  const readings = new Map<number, ReadingRow>()
  const positions = new Map<string, PositionRow>()
  const write = async (): Promise<void> => {
    const [points, places] = [[...readings.values()], [...positions.values()]]
    readings.clear()
    positions.clear()
    if (points.length > 0) await upsertReadings(db, points)
    if (places.length > 0) await upsertPositions(db, places)
  }
  let writing: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    writing = writing.then(write).catch(() => undefined)
  }, latestEveryMs)
  return {
    note: (batch: Rows): void => {
      for (const row of batch.readings)
        if ((readings.get(row.point)?.at ?? '') < row.at) readings.set(row.point, row)
      for (const row of batch.positions)
        if ((positions.get(row.device)?.at ?? '') < row.at) positions.set(row.device, row)
    },
    close: async (): Promise<void> => {
      clearInterval(timer)
      await writing
      await write().catch(() => undefined)
    },
  }
}

// In the order of their keys, so that two processes never wait for each other.
const upsertReadings = async (db: Database, unordered: ReadingRow[]): Promise<void> => {
  const rows = unordered.sort((one, other) => one.point - other.point)
  await db.execute(sql`
    INSERT INTO latest_readings AS held (point, at, received_at, value, quality)
    SELECT * FROM unnest(${column(rows, ({ point }) => point, 'int')}, ${column(rows, ({ at }) => at, 'timestamptz')},
      ${column(rows, ({ receivedAt }) => receivedAt, 'timestamptz')}, ${column(rows, ({ value }) => value, 'float8')},
      ${column(rows, ({ quality }) => quality, 'int2')})
    ON CONFLICT (point) DO UPDATE SET at = excluded.at, received_at = excluded.received_at, value = excluded.value, quality = excluded.quality
    WHERE held.at < excluded.at`)
}

const upsertPositions = async (db: Database, unordered: PositionRow[]): Promise<void> => {
  const rows = unordered.sort((one, other) => (one.device < other.device ? -1 : 1))
  await db.execute(sql`
    INSERT INTO latest_positions AS held (device, at, received_at, lon, lat, speed_kmh, direction, flags)
    SELECT * FROM unnest(${column(rows, ({ device }) => device, 'uuid')}, ${column(rows, ({ at }) => at, 'timestamptz')},
      ${column(rows, ({ receivedAt }) => receivedAt, 'timestamptz')}, ${column(rows, ({ lon }) => lon, 'float8')},
      ${column(rows, ({ lat }) => lat, 'float8')}, ${column(rows, ({ speedKmh }) => speedKmh, 'float8')},
      ${column(rows, ({ direction }) => direction, 'int2')}, ${column(rows, ({ flags }) => flags, 'int2')})
    ON CONFLICT (device) DO UPDATE SET at = excluded.at, received_at = excluded.received_at, lon = excluded.lon, lat = excluded.lat,
      speed_kmh = excluded.speed_kmh, direction = excluded.direction, flags = excluded.flags
    WHERE held.at < excluded.at`)
}
