// When is what has happened to special equipment an accident of it, however the casualties are counted?
import { askLaw } from '../../law/calculations/ask.ts'
import { specialEquipmentLevel } from '../../law/calculations/emergency/special-equipment-level.ts'
import { toMillis } from '../../time/days.ts'
import type { Instant } from '../../time/instant.ts'
import type { CountedEvent, Figures } from './figures.ts'

/** 特种设备: of the kinds of event so far, lifts alone. */
export const isSpecialEquipment = (kind: unknown): boolean => kind === 'lift'

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

type Known = CountedEvent & {
  kind: string
  figures: Figures
  happenedAt: Instant
  releasedAt: Instant | null
}

/** 监察条例 64, by what is known at a moment: harm, loss, or two hours in a lift. Total. */
export const specialAccidentOf = (
  { kind, figures, happenedAt, releasedAt, countedBy, accidentOn }: Known,
  before: Instant | null,
  at: Instant,
): SpecialAccident => {
  if (!isSpecialEquipment(kind)) return { specialAccidentAt: null, becameSpecial: false }
  const { dead = 0, seriouslyHurt = 0, directLoss = 0 } = figures
  const { level } = askLaw(
    specialEquipmentLevel,
    {
      deaths: dead,
      seriousInjuries: seriouslyHurt,
      directLoss,
      liftTrappedHours: hoursBetween(happenedAt, releasedAt ?? at),
    },
    { chosen: countedBy, today: accidentOn },
  )
  if (level === null) return { specialAccidentAt: null, becameSpecial: false }
  return { specialAccidentAt: before ?? at, becameSpecial: before === null }
}
