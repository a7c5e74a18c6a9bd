// What is registered of the feeds, devices and points that a sheet names, and which of its lines are wrong?
import { and, inArray, isNull } from 'drizzle-orm'
import { settingFaults } from '../../domain/duty/device-settings.ts'
import type { Entry } from '../../domain/duty/registry-sheet.ts'
import type { Fault } from '../../domain/duty/sheet.ts'
import { text } from '../../domain/language/words.ts'
import type { Executor } from '../client.ts'
import { devices, feeds, points } from '../schema/devices/devices.ts'
import { enterprises } from '../schema/organisation/organisation.ts'

export type DeviceRow = typeof devices.$inferSelect
export type PointRow = typeof points.$inferSelect
/** Feeds with their protocols. */
export type KnownRegistry = {
  feeds: Map<string, string>
  enterprises: Map<string, string>
  devices: Map<string, DeviceRow>
  points: Map<string, PointRow>
}

export const registryNameOf = (feed: string, key: string) => JSON.stringify([feed, key])

export const readKnown = async (tx: Executor, entries: Entry[]): Promise<KnownRegistry> => {
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
  return {
    feeds: new Map(feedRows.map(({ id, protocol }) => [id, protocol])),
    enterprises: new Map(firms.map(({ id, code }) => [code, id])),
    devices: new Map(deviceRows.map((one) => [registryNameOf(one.feed, one.key), one])),
    points: new Map(pointRows.map((one) => [`${names.get(one.device)} ${one.key}`, one])),
  }
}

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
    ...(foreign ? [{ line, words: text('不在您的行政区划内', 'Outside your region') }] : []),
  ]
}
