// What has happened, when a report of SL 651-2014 says this?
import type { DeviceClocks } from '../../clocks/clocks.ts'
import type { Condition, Flag, Observation, Quality, Reading } from '../../port/port.ts'
import { described } from './documents.ts'
import { type Element, elements, isHour, STATE, STEP } from './elements.ts'
import { type Body, type Item, momentOf } from './message.ts'
import { readBcd, readHour, readSeries, readStep } from './numbers.ts'
import { stateBits } from './words.ts'

export type Context = {
  /** The device of a station address in the body; undefined: this sender may not speak for it. */
  stationOf: (address: string) => string | undefined
  /** Who sends it, and by whose clock all moments in it are told. */
  device: string
  clocks: DeviceClocks
  /** When it was received for the first time. */
  now: Date
  /** It could not be stored then: what came after it does not make it late. */
  held: boolean
  flags: Flag[]
  /** Key of the message: station, serial and time of sending make it unique. */
  message: string
}

/** Where the reader of a body stands: whose values, observed when (ms by the station's clock; null: nobody knows), at which steps. */
type Place = { device: string | undefined; at: number | null; step: number; order: number }
type Spot = Place & { device: string }

const TEST = 0x30
const ADDITIONAL = 0x33
const TIMED = 0x32
const MINUTE = 60_000
/** Older than this when it was sent: history, for which no alarm rings. */
const LATE = 5 * MINUTE
/** Older than this when it is heard: history too. By satellite a level comes late and is live for so long. */
const PAST = 90 * MINUTE
/** By so much a state may be older than the newest that was heard. */
const TURNED = 10 * MINUTE
/** Functions whose elements are quantities; in the others the same identifiers are parameters. */
const withElements = [0x30, 0x31, 0x32, 0x33, 0x34, 0x36, 0x37, 0x38, 0x3a, 0x44, 0x46]

/** The observations of one report in its order; `station` are addresses that it may not speak for. */
export const observe = (
  body: Body,
  func: number,
  context: Context,
): { observations: Observation[]; strangers: string[] } => {
  const sent = momentOf(body.sent)?.getTime() ?? null
  const place: Place = { device: context.device, at: sent, step: 0, order: 0 }
  const strangers: string[] = []
  const observations = body.items.flatMap((item): Observation[] => {
    if (item.kind === 'station') {
      place.device = context.stationOf(item.address)
      if (place.device === undefined) strangers.push(item.address)
      return []
    }
    if (item.kind === 'observed') place.at = momentOf(item.time)?.getTime() ?? sent
    if (place.device === undefined) return []
    return observeItem(item, func, { ...place, device: place.device }, sent, context, place)
  })
  const reports = place.device === undefined ? [] : reported(body, func, place.device, context)
  return { observations: [...observations, ...reports], strangers }
}

type Stamped = { at: string; flags: Flag[] }

/** Null: it lies more than a day ahead. */
const stampOf = (
  at: number | null,
  of: { sent: number | null; than: 'receipt' | 'newest' },
  context: Context,
): Stamped | null => {
  const { clocks, device, now, held } = context
  const { sent, than } = of
  const allowsMs = than === 'receipt' ? PAST : TURNED
  const stamp = clocks.judge(
    device,
    { at: at === null ? null : new Date(at), allowsMs, than, held },
    now,
  )
  if (!stamp) return null
  const past = at !== null && sent !== null && sent - at > LATE
  return {
    at: stamp.at,
    flags: [...new Set([...context.flags, ...stamp.flags, ...(past ? (['late'] as const) : [])])],
  }
}

const observeItem = (
  item: Item,
  func: number,
  at: Spot,
  sent: number | null,
  context: Context,
  place: Place,
): Observation[] => {
  const paper = (moment: number | null): Observation[] => {
    const stamp = stampOf(moment, { sent: null, than: 'newest' }, context)
    return stamp ? described(item, func, { device: at.device, ...stamp, key: context.message }) : []
  }
  if (!withElements.includes(func)) return paper(sent)
  if (item.kind === 'series') return seriesReadings(item, func, at, sent, context)
  if (item.kind !== 'element') return paper(at.at)
  if (item.id === STEP) place.step = (readStep(item.data) ?? 0) * MINUTE
  if (item.id === STATE && item.own === null)
    return func === TEST ? [] : states(item.data, at, context)
  const element = item.own === null ? elements.get(item.id) : undefined
  if (!element) return []
  if (!isHour(item.id))
    return reading(element, readBcd(item.data, item.definition & 7), at.at, func, at, sent, context)
  return hourReadings(element, item, func, at, sent, context)
}

/** Twelve values of an hour, five minutes apart, in their own coding whatever stands before them. */
const hourReadings = (
  element: Element,
  { id, data }: { id: number; data: Uint8Array },
  func: number,
  at: Spot,
  sent: number | null,
  context: Context,
): Reading[] =>
  readHour(data, id !== 0xf4).flatMap((value, i) =>
    reading(element, value, stepped(at.at, i * 5 * MINUTE), func, at, sent, context),
  )

const stepped = (at: number | null, by: number): number | null => (at === null ? null : at + by)

const seriesReadings = (
  item: Item & { kind: 'series' },
  func: number,
  at: Spot,
  sent: number | null,
  context: Context,
): Reading[] => {
  const element = elements.get(item.id)
  if (!element) return []
  if (isHour(item.id)) return hourReadings(element, item, func, at, sent, context)
  return readSeries(item.definition, item.data).flatMap((value, i) =>
    reading(element, value, stepped(at.at, i * at.step), func, at, sent, context),
  )
}

const reading = (
  element: Element,
  value: number | null,
  at: number | null,
  func: number,
  { device }: { device: string },
  sent: number | null,
  context: Context,
): Reading[] => {
  const stamp = stampOf(at, { sent, than: 'receipt' }, context)
  if (!stamp) return []
  return [
    {
      kind: 'reading',
      device,
      point: element.code,
      at: stamp.at,
      value,
      unit: element.unit,
      quality: qualityOf(element, value, func),
      flags: stamp.flags,
      message: context.message,
    },
  ]
}

// A test report belongs to no record of the water (6.6.4.3): its numbers are true and no measurement.
const qualityOf = ({ least, most }: Element, value: number | null, func: number): Quality => {
  if (value === null || value < least || value > most) return 'bad'
  return func === TEST ? 'calib' : 'good'
}

const states = (data: Uint8Array, { at, device }: Spot, context: Context): Condition[] => {
  const stamp = stampOf(at, { sent: null, than: 'newest' }, context)
  if (data.length !== 4 || !stamp) return []
  const bits = Buffer.from(data).readUInt32BE(0)
  return stateBits.map(({ bit, name, zh, level, setMeans }) => {
    const active = ((bits >>> bit) & 1) === (setMeans ? 1 : 0)
    const text = `${zh}${active ? '' : '解除'}`
    return condition({
      device,
      point: 'station',
      name,
      level,
      active,
      text,
      severity: bit,
      ...stamp,
      message: context.message,
    })
  })
}

// 33H says that something passed a threshold of the station; the next timed report says that the station is back to its rhythm.
const reported = (body: Body, func: number, device: string, context: Context): Condition[] => {
  if (func !== ADDITIONAL && func !== TIMED) return []
  const active = func === ADDITIONAL
  const observed = body.items.find((item) => item.kind === 'observed')
  const sent = momentOf(body.sent)?.getTime() ?? null
  const own = observed?.kind === 'observed' ? (momentOf(observed.time)?.getTime() ?? sent) : sent
  const stamp = stampOf(own, { sent, than: 'newest' }, context)
  if (!stamp) return []
  const trigger = body.items.find((item) => item.kind === 'element' && elements.has(item.id))
  const element = trigger?.kind === 'element' ? elements.get(trigger.id) : undefined
  const value = trigger?.kind === 'element' ? readBcd(trigger.data, trigger.definition & 7) : null
  const words = `${element?.zh ?? '要素'}达到加报阈值${value === null ? '' : `：${value} ${element?.unit ?? ''}`}`
  const text = active ? words.trim() : '恢复定时报'
  const base = {
    device,
    point: 'station',
    name: 'additional-report',
    level: 3 as const,
    active,
    text,
    severity: func,
  }
  return [
    { ...condition({ ...base, ...stamp, message: context.message }), value: active ? value : null },
  ]
}

type Report = Stamped & {
  device: string
  point: string
  name: string
  level: Condition['level']
  active: boolean
  text: string
  severity: number
  message: string
}

const condition = ({
  device,
  point,
  name,
  level,
  active,
  text,
  at,
  severity,
  flags,
  message,
}: Report): Condition => ({
  kind: 'condition',
  device,
  point,
  condition: name,
  active,
  level,
  severity,
  limit: null,
  value: null,
  text,
  at,
  event: `${message}/${name}`,
  flags,
})
