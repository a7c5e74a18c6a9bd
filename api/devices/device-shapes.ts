// In which shape do devices and their measurements come?
import * as v from 'valibot'
import type { DeviceView, TrendView } from '../../domain/duty/device-views.ts'
import type { RegistryDevice, RegistryDeviceSettings, RegistryView, RegistryWaiting } from '../../domain/duty/registry-views.ts'
import type { ImportView } from '../../domain/duty/views.ts'
import { alarm } from '../duty/duty-shapes.ts'
import { text } from '../http/shapes.ts'
import { permit } from './permit-shapes.ts'

/** A schema that yields exactly the type the code answers with. */
type Of<Shape> = v.GenericSchema<unknown, Shape>

const word = v.string()
const number = v.number()
const moment = v.pipe(v.string(), v.isoTimestamp())
const maybe = <Schema extends v.GenericSchema>(schema: Schema) => v.nullable(schema)
const flag = v.boolean()
const table = v.record(v.string(), v.unknown())
const named = v.strictObject({ id: word, name: word })
const limits = { lowLow: maybe(number), low: maybe(number), high: maybe(number), highHigh: maybe(number) }

export const deviceList = v.strictObject({
  items: v.array(
    v.strictObject({
      ...{ id: word, key: word, name: word, feed: word, enterprise: maybe(word), region: text, synthetic: flag, silent: flag },
    }),
  ),
})
const point = v.strictObject({
  ...{ id: number, key: word, name: word, unit: maybe(word), kind: word, ...limits, rangeLow: maybe(number), rangeHigh: maybe(number) },
  ...{ risePerMinute: maybe(number), at: maybe(moment), receivedAt: maybe(moment), value: maybe(number), quality: maybe(word) },
  ...{ late: flag, retired: flag },
})
export const device = v.strictObject({
  ...{ now: moment, id: word, key: word, name: word, feed: named, protocol: word, enterprise: maybe(named), region: text, synthetic: flag },
  ...{ lon: maybe(number), lat: maybe(number), since: moment, until: maybe(moment), lastHeardAt: maybe(moment), silent: flag },
  ...{ points: v.array(point), signs: v.array(v.strictObject({ sign: word, text: word, at: moment })), alarms: v.array(alarm) },
  position: maybe(v.strictObject({ at: moment, lon: number, lat: number, speedKmh: maybe(number) })),
  cases: v.array(v.strictObject({ id: word, number: word, title: word, open: flag })),
  ...{ permits: v.array(permit), mayTakeOut: flag },
}) satisfies Of<DeviceView>

const column = v.array(maybe(number))
export const trend = v.strictObject({
  ...{ now: moment, from: moment, to: moment, step: number, at: v.array(number), value: column, least: column, most: column },
  ...{ bad: v.array(number), point: v.strictObject({ id: number, name: word, unit: maybe(word), ...limits }) },
  marks: v.array(v.strictObject({ at: moment, level: v.picklist([1, 2, 3, 4]), words: text, alarm: word })),
}) satisfies Of<TrendView>

const feed = v.strictObject({
  ...{ id: word, name: word, protocol: word, region: text, port: maybe(number), silenceSeconds: number, enabled: flag, devices: number },
  settings: table,
})
const feedProposal = v.strictObject({
  id: word,
  name: word,
  protocol: word,
  region: text,
  settings: table,
  proposal: word,
  fresh: flag,
  hasSecret: flag,
  by: word,
  at: moment,
  mine: flag,
})
export const registry = v.strictObject({
  feeds: v.array(feed),
  proposals: v.array(feedProposal),
  unknown: v.array(v.strictObject({ feed: word, device: word, peer: word, firstAt: moment, lastAt: moment, count: number })),
  changes: v.array(v.strictObject({ id: word, at: moment, by: word, words: word, reason: word })),
}) satisfies Of<RegistryView>
const waitingChange = v.strictObject({ id: word, name: word, by: word, mine: flag })
export const registryWaiting = v.strictObject({
  receivers: v.array(waitingChange),
  feeds: v.array(waitingChange),
}) satisfies Of<RegistryWaiting>
export const registryDevices = v.strictObject({
  items: v.array(
    v.strictObject({
      ...{
        id: word,
        feed: word,
        key: word,
        name: word,
        enterprise: maybe(word),
        region: text,
        synthetic: flag,
        points: number,
        since: moment,
      },
    }),
  ),
}) satisfies Of<{ items: RegistryDevice[] }>
export const registryDevice = v.strictObject({
  id: word,
  feed: word,
  protocol: word,
  key: word,
  name: word,
  enterprise: maybe(word),
  region: word,
  lon: maybe(number),
  lat: maybe(number),
  synthetic: flag,
  hosts: v.array(word),
  dialect: table,
  hasSecret: flag,
}) satisfies Of<RegistryDeviceSettings>
export const registryDone = v.strictObject({ id: word })
export const counts = v.strictObject({ fresh: number, changed: number, same: number })
export const importView = v.strictObject({
  ...{ applied: flag, lines: number, devices: counts, points: counts },
  faults: v.array(v.strictObject({ line: number, words: text })),
}) satisfies Of<ImportView>
