// How does a sheet of devices and points become what is registered, without losing whom a reading belonged to?
import { isDeepStrictEqual } from 'node:util'
import { and, eq, isNull } from 'drizzle-orm'
import { mergeDialect, secretDialectKeys } from '../../domain/duty/device-settings.ts'
import type { DeviceEntry, Entry, PointEntry } from '../../domain/duty/registry-sheet.ts'
import type { Fault } from '../../domain/duty/sheet.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Executor } from '../client.ts'
import { devices, points } from '../schema/devices/devices.ts'
import { registryChanges } from '../schema/devices/duty.ts'
import {
  type Change,
  endDevice,
  holdRegistry,
  type Signed,
  shownDeviceRow,
} from './registry-changes.ts'
import {
  type DeviceRow,
  entryFaultsOf,
  isMoved,
  type KnownRegistry,
  type PointRow,
  readKnown,
  registryNameOf,
} from './registry-known.ts'

type Counts = { fresh: number; changed: number; same: number }

export type Outcome = { devices: Counts; points: Counts; faults: Fault[]; changes: Change[] }

/** What would be done, and with `apply` is done: all of it or nothing. Regions that are not the asker’s are faults. */
export const importEntries = async (
  tx: Executor,
  entries: Entry[],
  request: { regions: string[]; at: Instant; apply: Omit<Signed, 'rows' | 'words'> | null },
): Promise<Outcome> => {
  await holdRegistry(tx)
  const known = await readKnown(tx, entries, request.at)
  const outcome: Outcome = {
    devices: none(),
    points: none(),
    changes: [],
    faults: entries.flatMap((one) => entryFaultsOf(one, known, request.regions)),
  }
  const writes = outcome.faults.length > 0 ? [] : plan(entries, known, outcome)
  if (request.apply && outcome.faults.length === 0 && writes.length > 0) {
    for (const write of writes) await write(tx, request.at)
    const words = `设备 +${outcome.devices.fresh} ~${outcome.devices.changed}，测点 +${outcome.points.fresh} ~${outcome.points.changed}`
    await tx.insert(registryChanges).values({ ...request.apply, words, rows: outcome.changes })
  }
  return outcome
}

const none = (): Counts => ({ fresh: 0, changed: 0, same: 0 })

type Write = (tx: Executor, at: Instant) => Promise<unknown>

const plan = (entries: Entry[], known: KnownRegistry, outcome: Outcome): Write[] => {
  const ids = new Map<string, string>()
  const moved = new Set<string>()
  const writes: Write[] = []
  for (const { device, point } of entries) {
    const name = registryNameOf(device.feed, device.key)
    if (!ids.has(name)) writes.push(...planDevice(device, known, outcome, ids, moved))
    if (point)
      writes.push(
        ...planPoint(point, name, known, outcome, { id: ids.get(name)!, moved: moved.has(name) }),
      )
  }
  return writes
}

/** Another enterprise or region is another device from now on; a name or a place is written where it stands. */
const planDevice = (
  entry: DeviceEntry,
  known: KnownRegistry,
  outcome: Outcome,
  ids: Map<string, string>,
  moved: Set<string>,
): Write[] => {
  const name = registryNameOf(entry.feed, entry.key)
  const before = known.devices.get(name)
  const enterprise = entry.enterprise === null ? null : known.enterprises.get(entry.enterprise)!
  const after = standingAfter(entry, enterprise, before)
  const newSecret = hasSecret(entry)
  const change = () => {
    const recorded = { ...shownDeviceRow(after), ...(newSecret ? { newSecret } : {}) }
    outcome.changes.push({
      what: 'device',
      key: `${entry.feed}/${entry.key}`,
      before: before && shownDeviceRow(before),
      after: recorded,
    })
  }
  if (
    before &&
    !newSecret &&
    Object.entries(after).every(([key, value]) =>
      isDeepStrictEqual(before[key as keyof DeviceRow], value),
    )
  ) {
    ids.set(name, before.id)
    outcome.devices.same += 1
    return []
  }
  change()
  if (before && !isMoved(before, entry, known)) {
    ids.set(name, before.id)
    outcome.devices.changed += 1
    return [(tx) => tx.update(devices).set(after).where(eq(devices.id, before.id))]
  }
  const id = crypto.randomUUID()
  ids.set(name, id)
  outcome.devices[before ? 'changed' : 'fresh'] += 1
  if (before) moved.add(name)
  const made: Write = (tx, at) =>
    tx.insert(devices).values({
      ...(before ?? {}),
      ...after,
      id,
      feed: entry.feed,
      key: entry.key,
      since: at,
      until: null,
    })
  return before
    ? [
        (tx, at) => endDevice(tx, before.id, at),
        made,
        (tx, at) => carryPoints(tx, before.id, id, at),
      ]
    : [made]
}

/** Of a password and secret keys nothing is reported, not even by whether they are the same. */
const hasSecret = ({ secret, dialect }: DeviceEntry): boolean =>
  secret !== null || Object.keys(dialect ?? {}).some((key) => secretDialectKeys.includes(key))

/** What is not said stays as it stands. */
const standingAfter = (
  entry: DeviceEntry,
  enterprise: string | null,
  before: DeviceRow | undefined,
) => {
  const { name, region, lon, lat, synthetic } = entry
  const hosts = entry.hosts ?? before?.hosts ?? []
  const stood = before?.dialect ?? {}
  const dialect = entry.dialect === null ? stood : mergeDialect(stood, entry.dialect)
  return {
    name,
    region,
    lon,
    lat,
    synthetic,
    enterprise,
    hosts,
    dialect,
    secret: entry.secret ?? before?.secret ?? null,
  }
}

/** Points go along with their device, as rows of their own from now on. */
const carryPoints = async (tx: Executor, from: string, to: string, at: Instant): Promise<void> => {
  const rows = await tx
    .select()
    .from(points)
    .where(and(eq(points.device, from), eq(points.until, at)))
  for (const { id: _, ...row } of rows)
    await tx.insert(points).values({ ...row, device: to, since: at, until: null })
}

/** Limits count from now on; earlier readings stay with those under which they were judged. */
const planPoint = (
  entry: PointEntry,
  name: string,
  known: KnownRegistry,
  outcome: Outcome,
  at: { id: string; moved: boolean },
): Write[] => {
  const before = known.points.get(`${name} ${entry.key}`)
  if (
    before &&
    Object.entries(entry).every(([key, value]) => before[key as keyof PointRow] === value)
  ) {
    outcome.points.same += 1
    return []
  }
  outcome.points[before ? 'changed' : 'fresh'] += 1
  const was =
    before &&
    Object.fromEntries(Object.keys(entry).map((key) => [key, before[key as keyof PointRow]]))
  outcome.changes.push({
    what: 'point',
    key: `${name} ${entry.key}`,
    before: was ?? null,
    after: entry,
  })
  const standing = and(eq(points.device, at.id), eq(points.key, entry.key), isNull(points.until))
  return [
    // A point that was carried along a moment ago has not been valid for any time.
    (tx, now) =>
      at.moved
        ? tx.delete(points).where(standing)
        : tx.update(points).set({ until: now }).where(standing),
    (tx, now) =>
      tx
        .insert(points)
        .values({ latching: before?.latching ?? null, ...entry, device: at.id, since: now }),
  ]
}
