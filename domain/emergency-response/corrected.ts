// What does the chart remember of a first report that is corrected: its moments, its kind, its numbers, and what they bring?
import { stateKey } from '../model/chart.ts'
import type { CorrectedContext } from '../model/decision-context.ts'
import type { CaseRecord } from '../model/record.ts'
import type { Instant } from '../time/instant.ts'
import { type EmergencyContext, momentIn } from './context.ts'
import { atOtherDay, isOtherLaw } from './event/counted-law.ts'
import {
  accidentOf,
  equipmentLevelOf,
  type Figures,
  figureNames,
  figuresIn,
} from './event/figures.ts'
import { countedAs, equipmentEventIn, kindOf } from './event/kinds.ts'
import { isLift, specialAccidentOf } from './event/special-equipment.ts'
import { outweighsWaiver } from './event/waivers.ts'
import { nextReportAt } from './recounted.ts'

type Data = Record<string, unknown>

/** What was taken from the moment at which the desk was told, and is corrected with it. */
const sinceReceipt = [
  'unitReportedAt',
  'cityReceivedAt',
  'countyHeardAt',
  'cityHeardAt',
  'countyOwesSince',
  'countyPhoneSince',
  'cityOwesSince',
  'cityInformsSince',
] as const

/** 更正: moments from which periods count, where the first report was wrong about them. */
export const corrected: CorrectedContext = (record, { type, was, is }, law) => {
  if (type === 'supplement-event' || type === 'correct-unit')
    return correctedSupplement(record, was, is)
  if (type === 'passengers-released') return correctedRelease(record, is)
  if (type !== 'report-emergency') return {}
  const [happenedAt, receivedAt] = ['happenedAt', 'receivedAt'].map((name) =>
    momentIn({ data: is }, name),
  )
  const toldAt = toldAnew(record, was, is)
  const context = record.snapshot.context as EmergencyContext
  const followed = sinceReceipt.filter((name) => context[name] === context.receivedAt)
  return {
    ...correctedEvent(record, happenedAt ? atOtherDay(happenedAt, context, law) : {}, was, is),
    ...(toldAt ? { toldAt, unitOwes: true } : {}),
    ...correctedPlace(was, is),
    ...(receivedAt
      ? { receivedAt, ...Object.fromEntries(followed.map((name) => [name, receivedAt])) }
      : {}),
  }
}

const correctedPlace = (was: Data, is: Data): Partial<EmergencyContext> =>
  typeof is.coordinates === 'string' && is.coordinates !== was.coordinates
    ? { coordinates: is.coordinates }
    : {}

/** When the unit was told, where the case still has it from what is corrected: since then another unit may have been named, with an hour of its own. */
const toldAnew = ({ snapshot }: CaseRecord, was: Data, is: Data): Instant | null => {
  const [before, now] = [was, is].map((data) => momentIn({ data }, 'toldAt'))
  return before === snapshot.context.toldAt ? (now ?? null) : null
}

/** What was found out later, and wrongly. */
const correctedSupplement = (
  record: CaseRecord,
  was: Data,
  is: Data,
): Partial<EmergencyContext> => {
  const toldAt = toldAnew(record, was, is)
  return { ...(toldAt ? { toldAt } : {}), ...correctedPlace(was, is) }
}

/** What the first report says of the event itself: its numbers, its kind and what has happened to the equipment. */
const correctedEvent = (
  record: CaseRecord,
  day: ReturnType<typeof atOtherDay> | Record<string, never>,
  was: Data,
  is: Data,
): Partial<EmergencyContext> => {
  const context = record.snapshot.context as EmergencyContext
  const event = { ...context, ...day, ...correctedKind(record, was, is) }
  const figures = correctedFigures(context.figures, was, is)
  if (!isCountedAnew(context, event) && figures === context.figures)
    return isLift(event.kind) ? { ...day, ...correctedSpecial(event) } : day
  // Of what waives no longer what was waived the chart has to hear: it is recorded, not corrected.
  if (outweighsWaiver({ ...event, figures }, context)) return day
  const { level, grave } = accidentOf(figures, event)
  const nextReport = nextReportAt(context, level)
  return {
    ...day,
    kind: event.kind,
    equipmentEvent: event.equipmentEvent,
    figures,
    accidentLevel: level,
    grave,
    ...(nextReport ? { nextReport } : {}),
    ...correctedSpecial({ ...event, figures }),
    ...owedOnceCorrected(context, grave),
  }
}

/** A number of the first report that still stands; one that was counted anew since is not touched. */
const correctedFigures = (figures: Figures, was: Data, is: Data): Figures => {
  const [wrong, right] = [figuresIn(was), figuresIn(is)]
  const changed = figureNames.filter(
    (name) => wrong[name] !== right[name] && figures[name] === wrong[name],
  )
  return changed.length === 0
    ? figures
    : { ...figures, ...Object.fromEntries(changed.map((name) => [name, right[name]])) }
}

/**
 * Nothing where the case has gone on by the kind: people in a lift are freed in a region of their own, and a count that was closed after the
 * days of one kind is not opened for those of another. The correction is refused then.
 */
const correctedKind = (
  { snapshot }: CaseRecord,
  was: Data,
  is: Data,
): Partial<Pick<EmergencyContext, 'kind' | 'equipmentEvent'>> => {
  const [wrong, kind] = [kindOf(was.kind), kindOf(is.kind)]
  if (kind !== wrong && (isLift(kind) || isLift(wrong))) return {}
  const closed = stateKey(snapshot.value).split('|').includes('casualties.frozen')
  if (closed && countedAs(kind) !== countedAs(wrong)) return {}
  return { kind, equipmentEvent: equipmentEventIn(is) }
}

/**
 * 监察条例 64: an accident when it was reported is one since then. What became one later its clock says, which counts from when they truly were inside,
 * and of which the chart hears what was waived; nothing but their release within two hours takes it back.
 */
const correctedSpecial = (event: EmergencyContext): Partial<EmergencyContext> => {
  const { kind, figures, specialAccidentAt, receivedAt, releasedAt } = event
  const isWaived = event.reportWaived || event.investigationWaived
  const special = specialAccidentOf(event, specialAccidentAt, receivedAt)
  if (!isLift(kind) || equipmentLevelOf(figures, event).level !== null) return special
  const atReceipt = specialAccidentOf({ ...event, releasedAt: null }, null, receivedAt)
  if (specialAccidentAt === null && !isWaived && atReceipt.becameSpecial) return atReceipt
  const isTakenBack = releasedAt !== null && special.specialAccidentAt === null
  return { specialAccidentAt: isTakenBack ? null : specialAccidentAt, becameSpecial: false }
}

/** When the last one was really out: whether it was an accident is reckoned again, and of one that was waived the clock says so. */
const correctedRelease = ({ snapshot }: CaseRecord, is: Data): Partial<EmergencyContext> => {
  const releasedAt = momentIn({ data: is }, 'releasedAt')
  if (!releasedAt) return {}
  const event = { ...(snapshot.context as EmergencyContext), releasedAt }
  return { releasedAt, ...correctedSpecial(event) }
}

const isCountedAnew = (before: EmergencyContext, now: EmergencyContext): boolean =>
  before.kind !== now.kind ||
  before.equipmentEvent !== now.equipmentEvent ||
  isOtherLaw(before, now)

/** What was grave from the first is owed to those above since the receipt; what never was, is not. */
const owedOnceCorrected = (
  { countyHeardAt, receivedAt, cityReceivedAt, grave: wasGrave }: EmergencyContext,
  grave: boolean,
): Partial<EmergencyContext> =>
  grave === wasGrave
    ? {}
    : {
        rose: grave,
        owing: grave && cityReceivedAt !== null,
        countyPhoneSince: grave && countyHeardAt !== null ? receivedAt : null,
        cityOwesSince: grave ? cityReceivedAt : null,
      }
