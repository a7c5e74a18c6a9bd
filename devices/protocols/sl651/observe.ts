// What has happened, when a report of SL 651-2014 says this?
import type { Condition, Flag, Observation, Quality, Reading } from '../../port.ts'
import { behind, type Recall, WINDOW } from '../recall.ts'
import { described } from './described.ts'
import { type Element, elements, isHour, STATE, STEP } from './elements.ts'
import { type Body, type Item, momentOf } from './message.ts'
import { readBcd, readHour, readSeries, readStep } from './numbers.ts'
import { stateBits } from './words.ts'

export type Context = {
  /** The device of a station address in the body; undefined: this sender may not speak for it. */
  stationOf: (address: string) => string | undefined
  device: string
  memory: Recall
  /** When it was heard for the first time. */
  now: Date
  /** It could not be stored then: what came after it does not make it late, only what has been stored does. */
  held: boolean
  flags: Flag[]
  /** Key of the message: station, serial and time of sending make it unique. */
  message: string
}

/** Where the reader of a body stands: whose values, observed when, at which steps. */
type Place = { device: string | undefined; at: number; step: number; order: number }

const TEST = 0x30
const ADDITIONAL = 0x33
const TIMED = 0x32
const MINUTE = 60_000
/** Older than this when it was sent: history, for which no alarm rings. */
const LATE = 5 * MINUTE
/** Older than this when it is heard: history too, even if only a wrong clock may make it so. A level is live for so long. */
const PAST = 90 * MINUTE
const DAY = 24 * 60 * MINUTE
/** Functions whose elements are quantities; in the others the same identifiers are parameters. */
const withElements = [0x30, 0x31, 0x32, 0x33, 0x34, 0x36, 0x37, 0x38, 0x3a, 0x44, 0x46]

/** The observations of one report in its order; `station` are addresses that it may not speak for. */
export const observe = (body: Body, func: number, context: Context): { observations: Observation[]; strangers: string[] } => {
  const sent = sentAt(body, context)
  const place: Place = { device: context.device, at: sent, step: 0, order: 0 }
  const strangers: string[] = []
  const observations = body.items.flatMap((item): Observation[] => {
    if (item.kind === 'station') {
      place.device = context.stationOf(item.address)
      if (place.device === undefined) strangers.push(item.address)
      return []
    }
    if (item.kind === 'observed') place.at = observedAt(item.time, sent, context)
    if (place.device === undefined) return []
    return observeItem(item, func, { ...place, device: place.device }, sent, context, place)
  })
  const reports = place.device === undefined ? [] : reported(body, func, place.device, context)
  return { observations: [...observations, ...reports], strangers }
}

// A clock off by more than a day was never set, and nothing comes before it was sent: what such a clock dates is shifted. A smaller lag may be
// the way of the message, and is marked only.
const shift = ({ memory }: Context): number => (memory.offset > DAY || memory.offset < -WINDOW ? memory.offset : 0)

const sentAt = ({ sent }: Body, context: Context): number => {
  const moment = momentOf(sent)
  return moment ? moment.getTime() + shift(context) : context.now.getTime()
}

const observedAt = (time: string, sent: number, context: Context): number => {
  const moment = momentOf(time)
  const at = moment ? moment.getTime() + shift(context) : sent
  return at > context.now.getTime() + WINDOW ? context.now.getTime() : at
}

const observeItem = (
  item: Item,
  func: number,
  at: Place & { device: string },
  sent: number,
  context: Context,
  place: Place,
): Observation[] => {
  if (!withElements.includes(func))
    return described(item, func, { device: at.device, at: iso(sent), flags: context.flags, key: context.message })
  if (item.kind === 'series') return seriesReadings(item, func, at, sent, context)
  if (item.kind !== 'element')
    return described(item, func, { device: at.device, at: iso(at.at), flags: context.flags, key: context.message })
  if (item.id === STEP) place.step = (readStep(item.data) ?? 0) * MINUTE
  if (item.id === STATE && item.own === null) return func === TEST ? [] : states(item.data, at, context)
  const element = item.own === null ? elements.get(item.id) : undefined
  if (!element) return []
  if (!isHour(item.id)) return [reading(element, readBcd(item.data, item.definition & 7), at.at, func, at, sent, context)]
  return readHour(item.data, item.id !== 0xf4).map((value, i) => reading(element, value, at.at + i * 5 * MINUTE, func, at, sent, context))
}

const seriesReadings = (
  item: Item & { kind: 'series' },
  func: number,
  at: Place & { device: string },
  sent: number,
  context: Context,
): Reading[] => {
  const element = elements.get(item.id)
  if (!element) return []
  return readSeries(item.definition, item.data).map((value, i) => reading(element, value, at.at + i * at.step, func, at, sent, context))
}

const iso = (at: number): string => new Date(at).toISOString()

const reading = (
  element: Element,
  value: number | null,
  at: number,
  func: number,
  { device }: { device: string },
  sent: number,
  context: Context,
): Reading => {
  const older = behind(context.memory, `${device}/${element.code}`, at) > 0
  const late = (older && !context.held) || sent - at > LATE || context.now.getTime() - at > PAST
  return {
    kind: 'reading',
    device,
    point: element.code,
    at: iso(at),
    value,
    unit: element.unit,
    quality: qualityOf(element, value, func),
    flags: late ? [...context.flags, 'late'] : context.flags,
    message: context.message,
  }
}

// A test report belongs to no record of the water (6.6.4.3): its numbers are true and no measurement.
const qualityOf = ({ least, most }: Element, value: number | null, func: number): Quality => {
  if (value === null || value < least || value > most) return 'bad'
  return func === TEST ? 'calib' : 'good'
}

const states = (data: Uint8Array, { at, device }: { at: number; device: string }, { flags, message }: Context): Condition[] => {
  if (data.length !== 4) return []
  const bits = Buffer.from(data).readUInt32BE(0)
  return stateBits.map(({ bit, name, zh, level, setMeans }) => {
    const active = ((bits >>> bit) & 1) === (setMeans ? 1 : 0)
    return condition({
      device,
      point: 'station',
      name,
      level,
      active,
      text: `${zh}${active ? '' : '解除'}`,
      at,
      severity: bit,
      flags,
      message,
    })
  })
}

// 33H says that something passed a threshold of the station; the next timed report says that the station is back to its rhythm.
const reported = (body: Body, func: number, device: string, context: Context): Condition[] => {
  if (func !== ADDITIONAL && func !== TIMED) return []
  const active = func === ADDITIONAL
  const observed = body.items.find((item) => item.kind === 'observed')
  const sent = sentAt(body, context)
  const at = observed?.kind === 'observed' ? observedAt(observed.time, sent, context) : sent
  const trigger = body.items.find((item) => item.kind === 'element' && elements.has(item.id))
  const element = trigger?.kind === 'element' ? elements.get(trigger.id) : undefined
  const value = trigger?.kind === 'element' ? readBcd(trigger.data, trigger.definition & 7) : null
  const words = `${element?.zh ?? '要素'}达到加报阈值${value === null ? '' : `：${value} ${element?.unit ?? ''}`}`
  const flags: Flag[] = sent - at > LATE ? [...context.flags, 'late'] : context.flags
  const text = active ? words.trim() : '恢复定时报'
  return [
    {
      ...condition({
        device,
        point: 'station',
        name: 'additional-report',
        level: 3,
        active,
        text,
        at,
        severity: func,
        flags,
        message: context.message,
      }),
      value: active ? value : null,
    },
  ]
}

type Told = {
  device: string
  point: string
  name: string
  level: Condition['level']
  active: boolean
  text: string
  at: number
  severity: number
  flags: Flag[]
  message: string
}

const condition = ({ device, point, name, level, active, text, at, severity, flags, message }: Told): Condition => ({
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
  at: iso(at),
  event: `${message}/${name}`,
  flags,
})
