// Which limits were exceeded by what comes too late to ring, and how is that remembered?
import { sql } from 'drizzle-orm'
import type { Executor } from '../../db/client.ts'
import { lateExceedances } from '../../db/schema/devices/late.ts'
import type { Refusal } from '../alarms/acts.ts'
import { mayExceed, type Parameters } from '../alarms/state.ts'
import type { Asked } from '../episodes/store.ts'

export type LateRow = typeof lateExceedances.$inferInsert

/** Of what was judged and came too late to ring, or behind a newer one: good values beyond a limit, one by one. */
export const lateOf = (
  requests: readonly Asked[],
  refusals: readonly (Refusal | null)[],
  now: Date,
): LateRow[] => requests.flatMap((one, n) => (isPast(refusals[n]) ? (rowOf(one, now) ?? []) : []))

const isPast = (refusal: Refusal | null | undefined): boolean =>
  refusal === 'late' || refusal === 'out-of-order'

/** What was stored before was judged when it came first: it is only sent again. */
export const notStored = async (
  db: Pick<Executor, 'execute'>,
  rows: LateRow[],
): Promise<LateRow[]> => {
  if (rows.length === 0) return []
  const { rows: known } = await db.execute<{ point: number; at: string }>(sql`
    SELECT r.point, r.at FROM readings r
    JOIN unnest(${sql.param(rows.map(({ point }) => point))}::int[], ${sql.param(rows.map(({ firstAt }) => firstAt))}::timestamptz[]) AS late (point, at)
      ON r.point = late.point AND r.at = late.at`)
  const stored = new Set(known.map(({ point, at }) => `${point} ${Date.parse(at)}`))
  return rows.filter(({ point, firstAt }) => !stored.has(`${point} ${Date.parse(firstAt)}`))
}

/** One row for each hour of a point and side: the worst of it. */
export const byHour = (rows: readonly LateRow[]): LateRow[] => {
  const hours = new Map<string, LateRow>()
  for (const row of rows) {
    const key = JSON.stringify([row.point, row.condition, row.hour])
    const before = hours.get(key)
    hours.set(key, before ? worst(before, row) : row)
  }
  return [...hours.values()]
}

const rowOf = ({ about, input, parameters }: Asked, now: Date): LateRow | null => {
  const { pointId, device, condition } = about
  if (input.kind !== 'measured' || input.value === null || !mayExceed(input, parameters))
    return null
  if (pointId === null || device === null || (condition !== 'high' && condition !== 'low'))
    return null
  const exceeded = outermost(input.value, parameters)
  if (!exceeded) return null
  const { at, value } = input
  return {
    point: pointId,
    condition,
    hour: `${new Date(at).toISOString().slice(0, 13)}:00:00.000Z`,
    device,
    region: about.region,
    enterprise: about.enterprise,
    firstAt: at,
    lastAt: at,
    value,
    ...exceeded,
    synthetic: about.synthetic,
    receivedAt: now.toISOString(),
  }
}

const outermost = (
  value: number,
  { side, limits }: Parameters,
): Parameters['limits'][number] | undefined =>
  limits.findLast(({ limit }) => (side === 'low' ? value <= limit : value >= limit))

const worst = (a: LateRow, b: LateRow): LateRow => {
  const worse = a.condition === 'low' ? b.value < a.value : b.value > a.value
  const { value, limit, level } = worse ? b : a
  // ISO moments in UTC: their order as words is that of time.
  const [firstAt = a.firstAt, lastAt = a.lastAt] = [
    [a.firstAt, b.firstAt].sort()[0],
    [a.lastAt, b.lastAt].sort()[1],
  ]
  return {
    ...a,
    value,
    limit,
    level,
    firstAt,
    lastAt,
  }
}

/** Before the readings themselves are stored, so that none is forgotten; the same once more changes no more than when it came. */
export const keepLate = async (tx: Executor, rows: readonly LateRow[]): Promise<void> => {
  const old = sql`late_exceedances`
  const worse = sql`CASE WHEN excluded.condition = 'low' THEN excluded.value < ${old}.value ELSE excluded.value > ${old}.value END`
  for (const row of rows) {
    await tx
      .insert(lateExceedances)
      .values(row)
      .onConflictDoUpdate({
        target: [lateExceedances.point, lateExceedances.condition, lateExceedances.hour],
        set: {
          firstAt: sql`least(${old}.first_at, excluded.first_at)`,
          lastAt: sql`greatest(${old}.last_at, excluded.last_at)`,
          value: sql`CASE WHEN ${worse} THEN excluded.value ELSE ${old}.value END`,
          limit: sql`CASE WHEN ${worse} THEN excluded."limit" ELSE ${old}."limit" END`,
          level: sql`CASE WHEN ${worse} THEN excluded.level ELSE ${old}.level END`,
          receivedAt: sql`excluded.received_at`,
        },
      })
  }
}
