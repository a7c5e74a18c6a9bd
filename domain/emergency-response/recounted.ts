// What follows from the numbers as they are known now: level, reports and periods?
import type { Instant } from '../time/instant.ts'
import { type EmergencyContext, isKnownToCity, isMajorLevel, nobodyTold } from './context.ts'
import { accidentOf, figuresIn } from './event/figures.ts'
import { specialAccidentOf } from './event/special-equipment.ts'

const latest = (...moments: (Instant | null)[]): Instant | null =>
  moments.includes(null) ? null : (moments.sort().at(-1) ?? null)

/** What follows from the numbers as they are known now: the level, and since when others must hear of it. */
export const recounted = (
  context: EmergencyContext,
  data: Record<string, unknown>,
  at: Instant,
): Partial<EmergencyContext> => {
  const figures = { ...context.figures, ...figuresIn(data) }
  const { level, grave } = accidentOf(figures, context)
  const rose = grave && !context.grave
  return {
    figures,
    accidentLevel: level,
    grave,
    rose,
    owesFirst: false,
    owesInquiry: false,
    informing: null,
    nextReport: nextReportAt(context, level),
    owing: rose && isKnownToCity(context),
    ...specialAccidentOf({ ...context, figures }, context.specialAccidentAt, at),
    ...(rose
      ? {
          // Of the new gravity nobody has been told by telephone.
          countyPhonedAt: null,
          cityPhonedAt: null,
          countyPhoneSince: context.countyHeardAt === null ? null : at,
          cityOwesSince: latest(context.cityReceivedAt, at),
        }
      : {}),
  }
}

/** How often a further report is asked for from now on at another level; null: no other than so far. */
export const nextReportAt = (
  { accidentLevel, reported, finallyReported }: EmergencyContext,
  level: EmergencyContext['accidentLevel'],
): EmergencyContext['nextReport'] =>
  reported && !finallyReported && isMajorLevel(level) !== isMajorLevel(accidentLevel)
    ? howOften({ accidentLevel: level })
    : null

/** How often a further report is asked for. */
export const howOften = ({
  accidentLevel,
}: Pick<EmergencyContext, 'accidentLevel'>): 'daily' | 'twice-daily' =>
  isMajorLevel(accidentLevel) ? 'twice-daily' : 'daily'

/** What was waived is outweighed: the first report is owed from now on, and a city that was told itself informs as well. */
export const owedFirst = (
  { countyHeardAt, cityHeardAt, cityInformsSince }: EmergencyContext,
  at: Instant,
): Partial<EmergencyContext> => ({
  ...nobodyTold,
  reportWaived: false,
  owesFirst: countyHeardAt !== null,
  countyOwesSince: countyHeardAt === null ? null : at,
  informing: informingOf({ county: countyHeardAt !== null, city: cityHeardAt !== null }),
  cityInformsSince: cityHeardAt === null ? cityInformsSince : at,
})

/** Which of the two levels begin to owe it to their governments and the authorities. */
export const informingOf = ({
  county,
  city,
}: Record<'county' | 'city', boolean>): EmergencyContext['informing'] => {
  if (county && city) return 'both'
  if (county) return 'county'
  return city ? 'city' : null
}
