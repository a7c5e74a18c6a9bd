// How is a point watched: which limits, delays and deadbands, and what do they mean?
import type { PointKind } from '../../db/schema/devices.ts'
import type { Level } from '../port.ts'
import { limitsTold, type Parameters } from './state.ts'

/** What a point's row says of its alarms; null: as the table of its kind. */
export type Watched = {
  kind: PointKind
  lowLow: number | null
  low: number | null
  high: number | null
  highHigh: number | null
  risePerMinute: number | null
  rangeLow: number | null
  rangeHigh: number | null
  deadband: number | null
  onDelay: number | null
  offDelay: number | null
  latching: boolean | null
  shelvable: boolean
  firstLevel: Level | null
  outerLevel: Level | null
}

type Usual = { deadband: number; on: number; off: number; first: Level; outer: Level; latching?: true; lateMinutes?: number }

/** Guide values of IEC 62682 practice (percent of range, seconds), to begin with; gas by the two levels of GB/T 50493-2019. */
const usual: Record<PointKind, Usual> = {
  level: { deadband: 5, on: 60, off: 60, first: 3, outer: 2 },
  pressure: { deadband: 2, on: 15, off: 15, first: 3, outer: 2 },
  temperature: { deadband: 1, on: 60, off: 60, first: 3, outer: 2 },
  flow: { deadband: 5, on: 15, off: 15, first: 3, outer: 3 },
  gas: { deadband: 2, on: 0, off: 30, first: 2, outer: 1, latching: true },
  fire: { deadband: 0, on: 0, off: 0, first: 1, outer: 1, latching: true },
  // An analyser gives the sample of two hours ago as its present value.
  pollution: { deadband: 0, on: 0, off: 0, first: 3, outer: 3, lateMinutes: 300 },
  'water-level': { deadband: 1, on: 60, off: 60, first: 3, outer: 2, lateMinutes: 90 },
  position: { deadband: 0, on: 0, off: 0, first: 3, outer: 3 },
  other: { deadband: 1, on: 15, off: 15, first: 3, outer: 2 },
}

/** What is older than this when it is heard was told late, ms. */
export const lateAfterMs = (kind: string): number => (usual[kind as PointKind]?.lateMinutes ?? 5) * 60_000

export type Watch = { condition: 'high' | 'low' | 'rise' | 'bad-quality'; parameters: Parameters }

/** What is evaluated for a point; nothing for one without limits. `needsAck` comes from the policy. */
export const watchesOf = (point: Watched, needsAck: (condition: string, level: Level) => boolean): Watch[] => {
  const { kind, lowLow, low, high, highHigh, risePerMinute } = point
  const [first, outer] = [point.firstLevel ?? usual[kind].first, point.outerLevel ?? usual[kind].outer]
  const limits = (inner: number | null, beyond: number | null) => [
    ...(inner === null ? [] : [{ limit: inner, level: first }]),
    ...(beyond === null ? [] : [{ limit: beyond, level: outer }]),
  ]
  const watch = (condition: Watch['condition'], side: 'high' | 'low', of: Parameters['limits']): Watch[] => {
    const worst = Math.min(4, ...of.map(({ level }) => level)) as Level
    return of.length === 0
      ? []
      : [{ condition, parameters: { ...common(point, worst), side, limits: of, needsAck: needsAck(condition, worst) } }]
  }
  const limited = [
    ...watch('high', 'high', limits(high, highHigh)),
    ...watch('low', 'low', limits(low, lowLow)),
    ...watch('rise', 'high', risePerMinute === null ? [] : [{ limit: risePerMinute, level: first }]).map(withoutDeadband),
  ]
  return limited.length === 0 ? [] : [...limited, badQuality(point, needsAck)]
}

/** The limit of a rate is in another unit than the range. */
const withoutDeadband = (watch: Watch): Watch => ({ ...watch, parameters: { ...watch.parameters, deadband: 0 } })

const common = (point: Watched, worst: Level): Omit<Parameters, 'side' | 'limits' | 'needsAck'> => {
  const { deadband, on, off, latching = false } = usual[point.kind]
  return {
    deadband: ((point.deadband ?? deadband) / 100) * spanOf(point),
    onDelayMs: (point.onDelay ?? on) * 1_000,
    offDelayMs: (point.offDelay ?? off) * 1_000,
    latching: point.latching ?? latching,
    shelvable: point.shelvable && !(worst === 1 && isDeadly(point.kind)),
    lateAfterMs: lateAfterMs(point.kind),
    reAlarmMs: null,
    anyQuality: false,
    // Exceedance is a matter of evidence there: the standard counts values of flag N, and T is none.
    overCounts: point.kind !== 'pollution',
  }
}

const spanOf = ({ rangeLow, rangeHigh, low, lowLow, high, highHigh }: Watched): number => {
  if (rangeLow !== null && rangeHigh !== null && rangeHigh > rangeLow) return rangeHigh - rangeLow
  return Math.max(0, ...[low, lowLow, high, highHigh].map((limit) => Math.abs(limit ?? 0)))
}

/** Gas and fire of the first level: the city may not shelve them, and no flood holds them back. */
export const isDeadly = (kind: string): boolean => kind === 'gas' || kind === 'fire' || kind === 'trapped' || kind === 'emergency'

/** A sensor that gives nothing good for a minute is a fault of its own. */
const badQuality = (point: Watched, needsAck: (condition: string, level: Level) => boolean): Watch => {
  const level: Level = isDeadly(point.kind) ? 3 : 4
  return {
    condition: 'bad-quality',
    parameters: {
      ...common(point, 4),
      ...{ side: 'high', limits: [{ limit: 1, level }], deadband: 0, onDelayMs: 60_000, offDelayMs: 15_000 },
      ...{ latching: false, shelvable: true, needsAck: needsAck('bad-quality', level), anyQuality: true, overCounts: true },
    },
  }
}

/** A device that evaluates itself has had its delays already. `kind` decides what latches and who may shelve. */
export const toldParameters = (kind: string, level: Level, point: Watched | null, needsAck: boolean): Parameters => ({
  side: 'told',
  limits: limitsTold,
  deadband: 0,
  onDelayMs: (point?.onDelay ?? 0) * 1_000,
  offDelayMs: (point?.offDelay ?? 0) * 1_000,
  latching: point?.latching ?? (kind === 'fire' || kind === 'gas'),
  shelvable: (point?.shelvable ?? true) && !(level === 1 && isDeadly(kind)),
  needsAck,
  lateAfterMs: 300_000,
  reAlarmMs: null,
  anyQuality: false,
  overCounts: true,
})
