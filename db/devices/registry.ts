// How does a sheet of devices and points become what is registered, without losing whom a reading belonged to?
import { isDeepStrictEqual } from 'node:util'
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import {
  mergeDialect,
  secretDialectKeys,
  settingFaults,
  shownDialect,
} from '../../domain/duty/device-settings.ts'
import type { DeviceEntry, Entry, PointEntry } from '../../domain/duty/registry-sheet.ts'
import type { Fault } from '../../domain/duty/sheet.ts'
import { text } from '../../domain/language/words.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Executor } from '../client.ts'
import { lockRequest } from '../requests.ts'
import { devices, feeds, points } from '../schema/devices/devices.ts'
import { registryChanges } from '../schema/devices/duty.ts'
import { enterprises } from '../schema/organisation/organisation.ts'

type Device = typeof devices.$inferSelect
type Point = typeof points.$inferSelect
/** Feeds with their protocols. */
type Known = {
  feeds: Map<string, string>
  enterprises: Map<string, string>
  devices: Map<string, Device>
  points: Map<string, Point>
}
type Counts = { fresh: number; changed: number; same: number }
export type Change = { what: string; key: string; before: unknown; after: unknown }
export type Outcome = { devices: Counts; points: Counts; faults: Fault[]; changes: Change[] }
export type Signed = typeof registryChanges.$inferInsert

const nameOf = (feed: string, key: string) => JSON.stringify([feed, key])

/** What would be done, and with `apply` is done: all of it or nothing. Regions that are not the asker’s are faults. */
export const importEntries = async (
  tx: Executor,
  entries: Entry[],
  request: { regions: string[]; at: Instant; apply: Omit<Signed, 'rows' | 'words'> | null },
): Promise<Outcome> => {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtext('registry'))`)
  const known = await readKnown(tx, entries)
  const outcome: Outcome = {
    devices: none(),
    points: none(),
    changes: [],
    faults: entries.flatMap((one) => faultsOf(one, known, request.regions)),
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

const readKnown = async (tx: Executor, entries: Entry[]): Promise<Known> => {
  const ids = [...new Set(entries.map(({ device }) => device.feed))]
  const codes = [...new Set(entries.flatMap(({ device }) => device.enterprise ?? []))]
  const feedRows = await tx
    .select({ id: feeds.id, protocol: feeds.protocol })
    .from(feeds)
    .where(inArray(feeds.id, ids))
  const firms = await tx
    .select({ id: enterprises.id, code: enterprises.code })
    .from(enterprises)
    .where(inArray(enterprises.code, codes))
  const deviceRows = await tx
    .select()
    .from(devices)
    .where(and(inArray(devices.feed, ids), isNull(devices.until)))
  const names = new Map(deviceRows.map((one) => [one.id, nameOf(one.feed, one.key)]))
  const pointRows = await tx
    .select()
    .from(points)
    .where(and(inArray(points.device, [...names.keys()]), isNull(points.until)))
  return {
    feeds: new Map(feedRows.map(({ id, protocol }) => [id, protocol])),
    enterprises: new Map(firms.map(({ id, code }) => [code, id])),
    devices: new Map(deviceRows.map((one) => [nameOf(one.feed, one.key), one])),
    points: new Map(pointRows.map((one) => [`${names.get(one.device)} ${one.key}`, one])),
  }
}

const faultsOf = ({ line, device }: Entry, known: Known, regions: string[]): Fault[] => {
  const before = known.devices.get(nameOf(device.feed, device.key))
  const foreign = !regions.includes(device.region) || (before && !regions.includes(before.region))
  return [
    ...(known.feeds.has(device.feed)
      ? []
      : [
          {
            line,
            words: text(`没有“${device.feed}”这路接入`, `There is no feed “${device.feed}”`),
          },
        ]),
    ...(device.enterprise === null || known.enterprises.has(device.enterprise)
      ? []
      : [
          {
            line,
            words: text(
              `没有登记企业 ${device.enterprise}`,
              `Enterprise ${device.enterprise} is not registered`,
            ),
          },
        ]),
    ...settingFaults(known.feeds.get(device.feed) ?? '', device).map((words) => ({ line, words })),
    ...(foreign ? [{ line, words: text('不在您的行政区划内', 'Outside your region') }] : []),
  ]
}

type Write = (tx: Executor, at: Instant) => Promise<unknown>

const plan = (entries: Entry[], known: Known, outcome: Outcome): Write[] => {
  const ids = new Map<string, string>()
  const moved = new Set<string>()
  const writes: Write[] = []
  for (const { device, point } of entries) {
    const name = nameOf(device.feed, device.key)
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
  known: Known,
  outcome: Outcome,
  ids: Map<string, string>,
  moved: Set<string>,
): Write[] => {
  const name = nameOf(entry.feed, entry.key)
  const before = known.devices.get(name)
  const enterprise = entry.enterprise === null ? null : known.enterprises.get(entry.enterprise)!
  const after = standingAfter(entry, enterprise, before)
  const newSecret = hasSecret(entry)
  const change = () => {
    const recorded = { ...shown(after), ...(newSecret ? { newSecret } : {}) }
    outcome.changes.push({
      what: 'device',
      key: `${entry.feed}/${entry.key}`,
      before: before && shown(before),
      after: recorded,
    })
  }
  if (
    before &&
    !newSecret &&
    Object.entries(after).every(([key, value]) =>
      isDeepStrictEqual(before[key as keyof Device], value),
    )
  ) {
    ids.set(name, before.id)
    outcome.devices.same += 1
    return []
  }
  change()
  if (before && before.enterprise === enterprise && before.region === entry.region) {
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
  before: Device | undefined,
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

type Shown = Pick<
  Device,
  'name' | 'region' | 'lon' | 'lat' | 'synthetic' | 'enterprise' | 'hosts' | 'dialect'
>
const shown = ({ name, region, lon, lat, synthetic, enterprise, hosts, dialect }: Shown) => ({
  name,
  region,
  lon,
  lat,
  synthetic,
  enterprise,
  hosts,
  dialect: shownDialect(dialect),
})

export const endDevice = async (tx: Executor, id: string, at: Instant): Promise<void> => {
  await tx
    .update(points)
    .set({ until: at })
    .where(and(eq(points.device, id), isNull(points.until)))
  await tx.update(devices).set({ until: at }).where(eq(devices.id, id))
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
  known: Known,
  outcome: Outcome,
  at: { id: string; moved: boolean },
): Write[] => {
  const before = known.points.get(`${name} ${entry.key}`)
  if (
    before &&
    Object.entries(entry).every(([key, value]) => before[key as keyof Point] === value)
  ) {
    outcome.points.same += 1
    return []
  }
  outcome.points[before ? 'changed' : 'fresh'] += 1
  const was =
    before && Object.fromEntries(Object.keys(entry).map((key) => [key, before[key as keyof Point]]))
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

/** The change made under this id before, also by somebody who is at it just now. */
export const changeUnder = async (tx: Executor, id: string) => {
  await lockRequest(tx, id)
  return (await tx.select().from(registryChanges).where(eq(registryChanges.id, id)))[0] ?? null
}

/** Changes a feed or ends a device, with who and why. Null: there is none in these regions. */
export const changeFeed = async (
  tx: Executor,
  id: string,
  regions: string[],
  set: { name: string; silenceSeconds: number; enabled: boolean },
  signed: Omit<Signed, 'rows' | 'words' | 'region'>,
): Promise<boolean> => {
  const [before] = await tx
    .select()
    .from(feeds)
    .where(and(eq(feeds.id, id), inArray(feeds.region, regions)))
    .for('update')
  if (!before) return false
  await tx.update(feeds).set(set).where(eq(feeds.id, id))
  const { name, silenceSeconds, enabled } = before
  const rows = [{ what: 'feed', key: id, before: { name, silenceSeconds, enabled }, after: set }]
  await tx
    .insert(registryChanges)
    .values({ ...signed, region: before.region, words: `接入 ${id}`, rows })
  return true
}

export const retireDevice = async (
  tx: Executor,
  id: string,
  regions: string[],
  signed: Omit<Signed, 'rows' | 'words' | 'region'>,
): Promise<boolean> => {
  const [before] = await tx
    .select()
    .from(devices)
    .where(and(eq(devices.id, id), isNull(devices.until), inArray(devices.region, regions)))
    .for('update')
  if (!before) return false
  await endDevice(tx, id, signed.at)
  const rows = [
    { what: 'device', key: `${before.feed}/${before.key}`, before: shown(before), after: null },
  ]
  await tx.insert(registryChanges).values({
    ...signed,
    region: before.region,
    words: `停用设备 ${before.feed}/${before.key}`,
    rows,
  })
  return true
}
