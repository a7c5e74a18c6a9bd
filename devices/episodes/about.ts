// What is an alarm about, and under which key does its condition stand?
import { alarmKindAt } from '../../domain/duty/conditions.ts'
import type { KnownDevice, KnownPoint } from './registry.ts'

/** A condition of a point of a device of a feed: at most one episode of it is open. */
export type AlarmAbout = {
  key: string
  feed: string
  device: string | null
  point: string
  pointId: number | null
  condition: string
  /** Of the point, or what the condition itself is. */
  kind: string
  name: string
  /** As people call them; a point without a name, as `domain/duty/points.ts` knows it. */
  deviceName: string
  pointName: string
  region: string
  enterprise: string | null
  unit: string | null
  lon: number | null
  lat: number | null
  /** Where people would drown in alarms together: the enterprise, or what stands alone. */
  site: string
  synthetic: boolean
}

type Place = { feed: string; device: KnownDevice; point: string; known: KnownPoint | undefined }

export const aboutPoint = (
  { feed, device, point, known }: Place,
  condition: string,
  synthetic: boolean,
): AlarmAbout => ({
  key: keyOf(feed, device.key, point, condition),
  feed,
  device: device.id,
  point,
  pointId: known?.id ?? null,
  condition,
  unit: known?.unit ?? null,
  kind: alarmKindAt(condition, known?.kind ?? null),
  name: known ? `${device.name} ${known.name}` : device.name,
  deviceName: device.name,
  pointName: known?.name ?? point,
  region: device.region,
  enterprise: device.enterprise,
  lon: device.lon,
  lat: device.lat,
  // An exercise never floods what is real, nor stands for it.
  site: `${synthetic || device.synthetic ? 'exercise/' : ''}${device.enterprise ?? device.id}`,
  synthetic: synthetic || device.synthetic,
})

/** The parts are escaped, so that no device can take the key of another. */
export const keyOf = (...parts: string[]): string => parts.map(encodeURIComponent).join('/')

/** The name under which its device is registered, whichever row of it is in force; empty: the feed itself. */
export const deviceKeyOf = ({ key }: Pick<AlarmAbout, 'key'>): string =>
  decodeURIComponent(key.split('/')[1] ?? '')

/** Whether it is an alarm of that device, also if it rose before the device was enrolled anew: its row is another one then, and its name the same. */
export const isOfDevice = (
  about: Pick<AlarmAbout, 'key' | 'feed' | 'device'>,
  feed: string,
  device: string,
) => about.device !== null && about.feed === feed && deviceKeyOf(about) === device

export type FeedPlace = { id: string; name: string; region: string; synthetic: boolean }

/** An alarm of the feed itself. */
export const aboutFeed = (feed: FeedPlace, condition: string): AlarmAbout => ({
  key: keyOf(feed.id, '', '', condition),
  feed: feed.id,
  device: null,
  point: '',
  pointId: null,
  condition,
  kind: 'other',
  name: feed.name,
  unit: null,
  deviceName: feed.name,
  pointName: 'line',
  region: feed.region,
  enterprise: null,
  lon: null,
  lat: null,
  site: `feed/${feed.id}`,
  synthetic: feed.synthetic,
})

/** The flood at the site of an alarm. */
export const aboutFlood = (of: AlarmAbout): AlarmAbout => ({
  ...of,
  key: keyOf('flood', of.site),
  device: null,
  point: '',
  pointId: null,
  condition: 'flood',
  kind: 'other',
  unit: null,
  pointName: 'site',
})
