// When is what has happened to special equipment an accident of it, however the casualties are counted?
import { toMillis } from '../../time/days.ts'
import type { Instant } from '../../time/instant.ts'
import { type CountedEvent, equipmentLevelOf, type Figures } from './figures.ts'

/** 电梯困人: people are freed, by the rules of lifts. */
export const isLift = (kind: unknown): boolean => kind === 'lift'
/** 特种设备 of any kind. */
export const isSpecialEquipment = (kind: unknown): boolean => isLift(kind) || kind === 'equipment'

const hour = 3_600_000
/** What the calculation takes at most: a year. */
const mostHours = 8_784

const hoursBetween = (from: Instant, until: Instant): number =>
  Math.min(mostHours, Math.max(0, ((toMillis(until) ?? 0) - (toMillis(from) ?? 0)) / hour))

export type SpecialAccident = {
  /** Since when it is known to be an accident of special equipment; null: it is none so far. */
  specialAccidentAt: Instant | null
  /** With the last event it became one. */
  becameSpecial: boolean
}

export type KnownOfEquipment = CountedEvent & {
  kind: string
  figures: Figures
  happenedAt: Instant
  releasedAt: Instant | null
}

/** 监察条例 61–64, by what is known at a moment: harm, loss, two hours in a lift, or what has happened to the equipment. Total. */
export const specialAccidentOf = (
  { kind, figures, happenedAt, releasedAt, ...event }: KnownOfEquipment,
  before: Instant | null,
  at: Instant,
): SpecialAccident => {
  if (!isSpecialEquipment(kind)) return { specialAccidentAt: null, becameSpecial: false }
  const hours = isLift(kind) ? hoursBetween(happenedAt, releasedAt ?? at) : 0
  const { level } = equipmentLevelOf(figures, event, hours)
  if (level === null) return { specialAccidentAt: null, becameSpecial: false }
  return { specialAccidentAt: before ?? at, becameSpecial: before === null }
}
