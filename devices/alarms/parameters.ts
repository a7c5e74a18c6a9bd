// How is a point watched: which limits, delays and deadbands, and what do they mean?
import { deadbandOf } from '../../domain/duty/deadband.ts'
import { alarmKinds, isDeadlyKind, kindFacts, type PointKind } from '../../domain/duty/kinds.ts'
import type { Level } from '../port/port.ts'
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
  /** How long after its acknowledgement what still stands rings again; 0: never. */
  reAlarmMinutes: number | null
  latching: boolean | null
  shelvable: boolean
  firstLevel: Level | null
  outerLevel: Level | null
}

/** As the point is registered, else as the table of its kind. Null: it never rings again. */
const reAlarmMsOf = (kind: string, registered: number | null): number | null =>
  (registered ?? kindFacts(kind).reAlarmMinutes) * 60_000 || null

/** What is older than this when it is heard was told late, ms. */
export const lateAfterMs = (kind: string): number =>
  (kindFacts(kind).measured?.lateMinutes ?? 5) * 60_000

const usualOf = (kind: PointKind) => kindFacts(kind).measured ?? alarmKinds.other.measured

export type Watch = { condition: 'high' | 'low' | 'rise' | 'bad-quality'; parameters: Parameters }

/** What is evaluated for a point; nothing for one without limits. `needsAck` comes from the policy. */
export const watchesOf = (
  point: Watched,
  needsAck: (condition: string, level: Level) => boolean,
): Watch[] => {
  const { kind, lowLow, low, high, highHigh, risePerMinute } = point
  const [first, outer] = [
    point.firstLevel ?? usualOf(kind).first,
    point.outerLevel ?? usualOf(kind).outer,
  ]
  const limits = (inner: number | null, beyond: number | null) => [
    ...(inner === null ? [] : [{ limit: inner, level: first }]),
    ...(beyond === null ? [] : [{ limit: beyond, level: outer }]),
  ]
  const watch = (
    condition: Watch['condition'],
    side: 'high' | 'low',
    of: Parameters['limits'],
  ): Watch[] => {
    const worst = Math.min(4, ...of.map(({ level }) => level)) as Level
    return of.length === 0
      ? []
      : [
          {
            condition,
            parameters: {
              ...common(point, worst),
              side,
              limits: of,
              needsAck: needsAck(condition, worst),
            },
          },
        ]
  }
  const limited = [
    ...watch('high', 'high', limits(high, highHigh)),
    ...watch('low', 'low', limits(low, lowLow)),
    ...watch(
      'rise',
      'high',
      risePerMinute === null ? [] : [{ limit: risePerMinute, level: first }],
    ).map(withoutDeadband),
  ]
  return limited.length === 0 ? [] : [...limited, badQuality(point, needsAck)]
}

/** The limit of a rate is in another unit than the range. */
const withoutDeadband = (watch: Watch): Watch => ({
  ...watch,
  parameters: { ...watch.parameters, deadband: 0 },
})

const common = (point: Watched, worst: Level): Omit<Parameters, 'side' | 'limits' | 'needsAck'> => {
  const { on, off, overCounts = true } = usualOf(point.kind)
  return {
    deadband: deadbandOf(point),
    onDelayMs: (point.onDelay ?? on) * 1_000,
    offDelayMs: (point.offDelay ?? off) * 1_000,
    latching: point.latching ?? kindFacts(point.kind).latching === true,
    shelvable: point.shelvable && !(worst === 1 && isDeadlyKind(point.kind)),
    lateAfterMs: lateAfterMs(point.kind),
    reAlarmMs: reAlarmMsOf(point.kind, point.reAlarmMinutes),
    anyQuality: false,
    overCounts,
  }
}

/** A sensor that gives nothing good for a minute is a fault of its own. */
const badQuality = (
  point: Watched,
  needsAck: (condition: string, level: Level) => boolean,
): Watch => {
  const level: Level = isDeadlyKind(point.kind) ? 3 : 4
  return {
    condition: 'bad-quality',
    parameters: {
      ...common(point, 4),
      side: 'high',
      limits: [{ limit: 1, level }],
      deadband: 0,
      onDelayMs: 60_000,
      offDelayMs: 15_000,
      latching: false,
      shelvable: true,
      reAlarmMs: reAlarmMsOf('other', point.reAlarmMinutes),
      needsAck: needsAck('bad-quality', level),
      anyQuality: true,
      overCounts: true,
    },
  }
}

/** A device that evaluates itself has had its delays already. `kind` decides what latches and who may shelve. */
export const toldParameters = (
  kind: string,
  level: Level,
  point: Watched | null,
  needsAck: boolean,
): Parameters => ({
  side: 'told',
  limits: limitsTold,
  deadband: 0,
  onDelayMs: (point?.onDelay ?? 0) * 1_000,
  offDelayMs: (point?.offDelay ?? 0) * 1_000,
  latching: point?.latching ?? kindFacts(kind).latching === true,
  shelvable: (point?.shelvable ?? true) && !(level === 1 && isDeadlyKind(kind)),
  needsAck,
  lateAfterMs: 300_000,
  reAlarmMs: reAlarmMsOf(kind, point?.reAlarmMinutes ?? null),
  anyQuality: false,
  overCounts: true,
})
