// What is registered of the feeds, devices and points that a sheet names, and which of its lines are wrong?
import { and, gt, inArray, isNull } from 'drizzle-orm'
import { settingFaults } from '../../domain/duty/device-settings.ts'
import type { DeviceEntry, Entry } from '../../domain/duty/registry-sheet.ts'
import type { Fault } from '../../domain/duty/sheet.ts'
import { text } from '../../domain/language/words.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Executor } from '../client.ts'
import { devices, feeds, points } from '../schema/devices/devices.ts'
import { servicePermits } from '../schema/devices/permits.ts'
import { enterprises } from '../schema/organisation/organisation.ts'

export type DeviceRow = typeof devices.$inferSelect
export type PointRow = typeof points.$inferSelect
/** Feeds with their protocols. */
export type KnownRegistry = {
  feeds: Map<string, string>
  enterprises: Map<string, string>
  devices: Map<string, DeviceRow>
  points: Map<string, PointRow>
  /** Devices that stand out of service under a permit, or a point of which does. */
  outOfService: Set<string>
}

export const registryNameOf = (feed: string, key: string) => JSON.stringify([feed, key])

export const readKnown = async (
  tx: Executor,
  entries: Entry[],
  at: Instant,
): Promise<KnownRegistry> => {
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
  const names = new Map(deviceRows.map((one) => [one.id, registryNameOf(one.feed, one.key)]))
  const pointRows = await tx
    .select()
    .from(points)
    .where(and(inArray(points.device, [...names.keys()]), isNull(points.until)))
  const permits = await tx
    .select({ device: servicePermits.device })
    .from(servicePermits)
    .where(
      and(
        inArray(servicePermits.device, [...names.keys()]),
        isNull(servicePermits.ended),
        gt(servicePermits.until, at),
      ),
    )
  return {
    outOfService: new Set(permits.map(({ device }) => device)),
    feeds: new Map(feedRows.map(({ id, protocol }) => [id, protocol])),
    enterprises: new Map(firms.map(({ id, code }) => [code, id])),
    devices: new Map(deviceRows.map((one) => [registryNameOf(one.feed, one.key), one])),
    points: new Map(pointRows.map((one) => [`${names.get(one.device)} ${one.key}`, one])),
  }
}

/** Of another enterprise or region it is another device, and what was said of the one does not hold for the other. */
export const isMoved = (
  before: Pick<DeviceRow, 'enterprise' | 'region'>,
  { enterprise, region }: Pick<DeviceEntry, 'enterprise' | 'region'>,
  { enterprises }: Pick<KnownRegistry, 'enterprises'>,
): boolean =>
  before.region !== region ||
  before.enterprise !== (enterprise === null ? null : (enterprises.get(enterprise) ?? null))

const underPermit = text(
  '设备按作业票停用期间不能改属地或企业，请先恢复使用',
  'It stands out of service under a permit: put it back before it goes to another region or enterprise',
)

export const entryFaultsOf = (
  { line, device }: Entry,
  known: KnownRegistry,
  regions: string[],
): Fault[] => {
  const before = known.devices.get(registryNameOf(device.feed, device.key))
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
    ...(before && known.outOfService.has(before.id) && isMoved(before, device, known)
      ? [{ line, words: underPermit }]
      : []),
    ...(foreign ? [{ line, words: text('不在您的行政区划内', 'Outside your region') }] : []),
  ]
}
