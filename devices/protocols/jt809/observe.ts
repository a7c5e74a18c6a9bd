// What does a message of JT/T 809 observe: positions, alarms, waybills?
import { createHash } from 'node:crypto'
import { isTime } from '../../clocks/device-clock.ts'
import { fromGcj02 } from '../../frames/datum.ts'
import { both } from '../../frames/words.ts'
import type { Condition, Document, Flag, Moment, Position, Sign } from '../../port/port.ts'
import { alarmBits, located } from '../jt808/words.ts'
import type { Values } from './fields.ts'
import { type Message809, milliseconds, type Vehicle } from './message.ts'
import { type Fix, fixOf, type Located } from './position.ts'
import { shown } from './text.ts'
import { readWaybill } from './waybill.ts'
import { platformWords, warnTypes } from './words.ts'

/** What is older tells history and raises no live alarm. */
export const LATE = 5 * 60_000

/** How a vehicle is called among devices: its plate, and the code of the plate's colour. */
export const vehicleKey = ({ plate, colour }: Vehicle): string =>
  `${shown(plate, 21).trim()}-${colour}`
export const vehicleOf = (key: string): Vehicle => ({
  plate: key.slice(0, key.lastIndexOf('-')),
  colour: Number(key.split('-').at(-1)),
})

type Refusal = { reason: string; words: string }
export type Place =
  /** `refusal`: of a speed that cannot be; the place counts. */
  | { kind: 'position'; position: Position; fix: Fix; refusal: Refusal | null }
  /** Nothing to be put on a map, but its alarm bits count: no fix, encrypted coordinates, or a place that cannot be. */
  | { kind: 'nowhere'; fix: Fix; encrypted: boolean; refusal: Refusal | null }
  | { kind: 'refused'; refusal: Refusal }

/** `gcj02`: the peer sends the shifted coordinates of Chinese maps; `at`: when, by our clock. */
export const placeOf = (device: string, sent: Located, at: Moment, gcj02: boolean): Place => {
  const fix = fixOf(sent)
  const encrypted = sent.encrypted === 1 || (fix.status & 0x20) !== 0
  if (!isTime(fix.at === null ? null : Date.parse(fix.at)))
    return { kind: 'nowhere', fix, encrypted, refusal: unbelievable() }
  if (encrypted || !located(fix.status) || (fix.lon === 0 && fix.lat === 0))
    return { kind: 'nowhere', fix, encrypted, refusal: null }
  if (fix.lat > 60) {
    return {
      kind: 'refused',
      refusal: refusal('swapped-coordinates', '经纬度颠倒', 'latitude and longitude are swapped'),
    }
  }
  if (fix.lon < 73 || fix.lon > 136 || fix.lat < 3 || fix.lat > 54) {
    return {
      kind: 'nowhere',
      fix,
      encrypted,
      refusal: refusal('outside-china', '定位在境外', 'outside of China'),
    }
  }
  const { lon, lat } = gcj02 ? fromGcj02(fix) : fix
  const { speedKmh, direction, altitude, alarm, status } = fix
  const position: Position = {
    kind: 'position',
    device,
    at,
    lon,
    lat,
    speedKmh,
    direction,
    altitude,
    alarmBits: alarm,
    statusBits: status,
    flags: [],
    message: `jt809/${device}/${fix.at}`,
  }
  const impossible =
    speedKmh === null
      ? refusal('impossible-speed', '车速不可能', 'no vehicle drives so fast')
      : null
  return { kind: 'position', position, fix, refusal: impossible }
}

/** No time at all, or more than a day ahead by a clock that is known. */
export const unbelievable = (): Refusal =>
  refusal('position-time', '定位时间不可信', 'no believable time')

const refusal = (reason: string, zh: string, en: string): Refusal => ({
  reason,
  words: both(zh, en),
})

/**
 * The conditions that a newer position changes. Bits that last are reported at their edges, and all of them the first time, since
 * nobody knows what stood before; events are reported once for each time (`told`: bit → time told last), and their end once.
 */
export const conditionsOf = (
  device: string,
  fix: Fix,
  before: number | null,
  reported: Map<number, string>,
  { at, flags }: { at: Moment; flags: Flag[] },
): Condition[] =>
  alarmBits.flatMap(({ bit, condition, kind, level, words }): Condition[] => {
    const active = ((fix.alarm >>> bit) & 1) === 1
    const stood = before === null ? undefined : ((before >>> bit) & 1) === 1
    const again = kind === 'event' && active && reported.get(bit) !== fix.at
    if (active === stood && !again) return []
    if (active && fix.at !== null) reported.set(bit, fix.at)
    return [
      {
        kind: 'condition',
        device,
        point: 'terminal',
        condition,
        active,
        level,
        severity: null,
        limit: null,
        value: condition.startsWith('overspeed') ? fix.speedKmh : null,
        text: words.zh,
        at,
        // Of one second may be two positions: before the alarm, and because of it.
        event: `jt809/${device}/bit${bit}/${active ? 'on' : 'off'}/${fix.at ?? at}`,
        flags,
      },
    ]
  })

/** Whether the alarm bits of a vehicle's position tell it, too. */
export const isToldByBits = (condition: string): boolean =>
  alarmBits.some((one) => one.condition === condition)

/**
 * 0x1402. null: its type is not known; then it says nothing that could be an alarm. What the bits of the vehicle tell as well stands under
 * their point: it is one happening, whichever message comes first.
 */
export const warningOf = (
  { device, ofVehicle }: { device: string; ofVehicle: boolean },
  values: Values,
  at: string,
  flags: Flag[],
): Condition | null => {
  const known = warnTypes.find(({ type }) => type === values.type)
  if (!known) return null
  const words = shown(String(values.text ?? ''), 480)
  return {
    kind: 'condition',
    device,
    point: ofVehicle && isToldByBits(known.condition) ? 'terminal' : 'platform',
    condition: known.condition,
    active: true,
    level: known.level,
    severity: null,
    limit: null,
    value: null,
    text: words === '' ? known.words.zh : `${known.words.zh}：${words}`,
    at,
    flags,
    event: `jt809/${device}/warn${values.type}/${values.infoId ?? values.line ?? 0}/${at}`,
  }
}

/**
 * An alarm of a platform tells no end, and one that stands cannot ring: where no bit of the vehicle tells it either, each says that the one
 * before it is over. Of a first one that changes nothing. Not the other way round: what ends at once is fleeting, and nobody is notified.
 */
export const afterTheLast = (warning: Condition): Condition[] =>
  warning.point === 'platform'
    ? [{ ...warning, active: false, event: `${warning.event}/before` }, warning]
    : [warning]

/** The moment that an alarm names first; without one, that of the message. */
export const warnedAt = (values: Values, otherwise: Date): Date => {
  const first = Array.isArray(values.times)
    ? values.times.find((time) => time > 0)
    : Number(values.time)
  const at = first ? new Date(milliseconds(first)) : otherwise
  return Number.isNaN(at.getTime()) ? otherwise : at
}

/** Until when it lasted by the last moment that it names (2019: the alarm, its beginning, its end). */
export const lastedUntil = ({ times }: Values, from: Date): Date => {
  const last = new Date(milliseconds(Array.isArray(times) ? (times.at(-1) ?? 0) : 0))
  return last > from ? last : from
}

/** An alarm of a platform is reported once: what comes too late to ring is kept to be read. */
export const historyOf = ({
  device,
  condition,
  level,
  text,
  at,
  event,
  flags,
}: Condition): Document => ({
  kind: 'document',
  device,
  document: 'late-alarm',
  key: event,
  at,
  flags: [...flags, 'late'],
  body: { condition, level, text },
})

/** Somebody on duty must answer: a post query (查岗), or an alarm that the upper platform supervises (督办). Each stands by itself. */
export const questionOf = (
  device: string,
  condition: keyof typeof platformWords,
  event: string,
  values: Values,
  at: string,
): Condition => ({
  kind: 'condition',
  device,
  point: `platform/${values.id ?? values.infoId}`,
  condition,
  active: true,
  level: 2,
  severity: null,
  limit: typeof values.answerTime === 'number' ? values.answerTime : null,
  value: null,
  text: shown(String(values.text ?? '')) || platformWords[condition].zh,
  at,
  event,
  flags: [],
})

/** 0x1201, 0x120A to 0x120E: what has a key and is reported again when it changes. */
export const documentOf = ({ body }: Message809, at: string, flags: Flag[]): Document | null => {
  const { sub, values, vehicle } = body
  if (!vehicle) return null
  const device = vehicleKey(vehicle)
  const document = (name: string, key: string, what: Record<string, unknown>): Document => ({
    kind: 'document',
    device,
    document: name,
    key: `${device}/${key}`,
    at,
    flags,
    body: { plate: vehicle.plate, colour: vehicle.colour, ...what },
  })
  if (sub === 0x120d || sub === 0x120b) {
    const waybill = readWaybill(String(values.text ?? ''))
    return document('waybill', waybill.number, waybill)
  }
  if (sub === 0x120c || sub === 0x120a)
    return document('driver', shown(String(values.id ?? '')), cleaned(values))
  if (sub === 0x1201)
    return document('terminal', shown(String(values.terminal ?? '')), cleaned(values))
  if (sub !== 0x120e) return null
  const text = shown(
    String(values.text ?? Buffer.from(body.data ?? []).toString('hex')),
    4000,
    true,
  )
  return document('route', createHash('sha256').update(text).digest('hex').slice(0, 16), { text })
}

const cleaned = (values: Values): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? shown(value, 200) : value,
    ]),
  )

export const signOf = (
  device: string,
  sign: string,
  zh: string,
  en: string,
  at: string,
  flags: Flag[] = [],
): Sign => ({
  kind: 'sign',
  device,
  sign,
  text: both(zh, en),
  at,
  flags,
})
