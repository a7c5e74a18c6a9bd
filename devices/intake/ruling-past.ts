// What was received before, of a device, of a thing, or at a point?
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '../../db/client.ts'
import { devices } from '../../db/schema/devices/devices.ts'
import { deviceDocuments } from '../../db/schema/devices/readings.ts'
import type { DeviceRegistry, KnownDevice } from '../episodes/registry.ts'
import type { Document, Observation } from '../port/port.ts'
import { isOverdue, overdueFinding, todayOf } from '../rules/equipment.ts'
import type { Past, Subject } from '../rules/rule.ts'
import { unpacked, unpackedFlags } from './quality.ts'

type PastObservation = { one: Observation; of: Subject }
/** In the order in which it happened. */
export type ReadPast = (
  feed: string,
  past: Past,
  about: PastObservation[],
  now: Date,
) => Promise<PastObservation[]>

type Deps = { db: Database; registry: Pick<DeviceRegistry, 'device' | 'devices'> }

/** As much as the longest rule looks back, and no more than it needs. */
const hours = 26
const mostReadings = 300
const mostDocuments = 20_000

export const createPast = (deps: Deps): ReadPast => {
  return async (feed, past, about, now) => {
    if (past === 'readings') return pastReadings(deps, feed, about, now)
    const documents = about.flatMap(({ one }) => (one.kind === 'document' ? [one] : []))
    if (past === 'papers') {
      const ids = about.flatMap(({ of }) => deps.registry.device(feed, of.key)?.id ?? [])
      return pastDocuments(deps, feed, inArray(deviceDocuments.device, ids))
    }
    const names = inArray(deviceDocuments.document, [
      ...new Set(documents.map(({ document }) => document)),
    ])
    if (past === 'thing') return pastDocuments(deps, feed, names)
    return pastDocuments(
      deps,
      feed,
      and(names, inArray(deviceDocuments.key, [...new Set(documents.map(({ key }) => key))])),
    )
  }
}

const pastDocuments = async (
  { db, registry }: Deps,
  feed: string,
  where: ReturnType<typeof and>,
): Promise<PastObservation[]> => {
  const rows = await db
    .select({
      device: devices.key,
      document: deviceDocuments.document,
      key: deviceDocuments.key,
      at: deviceDocuments.at,
      body: deviceDocuments.body,
      flags: deviceDocuments.flags,
    })
    .from(deviceDocuments)
    .innerJoin(devices, eq(devices.id, deviceDocuments.device))
    .where(and(eq(devices.feed, feed), where))
    .orderBy(sql`${deviceDocuments.at} DESC`)
    .limit(mostDocuments)
  return rows.reverse().flatMap((row): PastObservation[] => {
    const of = registry.device(feed, row.device)
    const one: Document = { kind: 'document', ...row, flags: unpackedFlags(row.flags) }
    return of ? [{ one, of }] : []
  })
}

const pastReadings = async (
  { db, registry }: Deps,
  feed: string,
  about: PastObservation[],
  now: Date,
): Promise<PastObservation[]> => {
  const places = new Map<number, { of: KnownDevice; point: string }>()
  for (const { one, of } of about) {
    const device = registry.device(feed, of.key)
    const point = one.kind === 'reading' ? device?.points.get(one.point) : undefined
    if (device && point) places.set(point.id, { of: device, point: point.key })
  }
  if (places.size === 0) return []
  const since = new Date(now.getTime() - hours * 3_600_000).toISOString()
  const { rows } = await db.execute<{
    point: number
    at: string
    value: number | null
    quality: number
  }>(sql`
    SELECT wanted.point, held.at, held.value, held.quality
    FROM unnest(${sql.param([...places.keys()])}::int[]) AS wanted (point)
    CROSS JOIN LATERAL (SELECT at, value, quality FROM readings WHERE point = wanted.point AND at >= ${since} AND at < ${now.toISOString()} ORDER BY at DESC LIMIT ${mostReadings}) held
    ORDER BY held.at`)
  return rows.flatMap(({ point, at, value, quality: stored }): PastObservation[] => {
    const place = places.get(point)
    const { quality, flags } = unpacked(stored)
    const base = {
      kind: 'reading' as const,
      unit: null,
      message: '',
      at: new Date(at).toISOString(),
      value,
      quality,
      flags,
    }
    return place
      ? [{ of: place.of, one: { ...base, device: place.of.key, point: place.point } }]
      : []
  })
}

/** What has become overdue though nothing was reported: asked again and again. */
export const overdueNow = async (
  { db }: Pick<Deps, 'db'>,
  feed: string,
  now: Date,
): Promise<Observation[]> => {
  const today = todayOf(now)
  const rows = await db
    .select({
      device: devices.key,
      key: deviceDocuments.key,
      at: deviceDocuments.at,
      body: deviceDocuments.body,
    })
    .from(deviceDocuments)
    .innerJoin(devices, eq(devices.id, deviceDocuments.device))
    .where(
      and(
        eq(devices.feed, feed),
        eq(deviceDocuments.document, 'equipment'),
        sql`${deviceDocuments.body}->>'nextInspection' < ${today}`,
      ),
    )
  return rows
    .map((row): Document => ({ kind: 'document', document: 'equipment', flags: [], ...row }))
    .filter((one) => isOverdue(one, today))
    .map((one) => overdueFinding(one, true, now.toISOString()))
}
