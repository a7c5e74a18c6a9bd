// What does the main case owe upwards, and since when, once a case of the same event is joined to it?
import { text } from '../language/words.ts'
import type { Instant } from '../time/instant.ts'
import {
  type EmergencyContext,
  type EmergencyEvent,
  type EmergencyRule,
  nobodyTold,
} from './context.ts'
import { type Figures, figureNames } from './event/figures.ts'
import { isToInvestigate, isToReport } from './event/waivers.ts'
import { type KnownThere, knownThere } from './joining/known-there.ts'
import { howOften, informingOf, recounted } from './recounted.ts'
import { higherOf, withReached } from './standing.ts'
import { allInformedAt } from './upwards/informed.ts'
import { highestReceiver, mergedUnreceived, waitingIn } from './upwards/unreceived.ts'

type Moment = Instant | null
type Taken = Partial<EmergencyContext>

const earliest = (...moments: Moment[]): Moment =>
  moments.filter((one) => one !== null).sort()[0] ?? null

/** Of two numbers of one event the larger counts, until somebody counts anew. */
const largerOf = (here: Figures, there: Figures): Figures =>
  Object.fromEntries(
    figureNames.flatMap((name) => {
      const known = [here[name], there[name]].filter((one) => one !== undefined)
      return known.length > 0 ? [[name, Math.max(...known)]] : []
    }),
  )

type Both = { here: EmergencyContext; there: KnownThere; at: Instant }

/** 493号 10: whoever was told has been told, by whichever of the two cases. */
const toldOf = (here: EmergencyContext, there: KnownThere) => {
  const countyInformed = { ...there.countyInformed, ...here.countyInformed }
  const cityInformed = { ...there.cityInformed, ...here.cityInformed }
  return {
    countyInformed,
    cityInformed,
    countyInformedAt: allInformedAt(countyInformed),
    cityInformedAt: allInformedAt(cityInformed),
    countyChannel: { ...there.countyChannel, ...here.countyChannel },
    cityChannel: { ...there.cityChannel, ...here.cityChannel },
  }
}

/** Who has heard of it, by whichever of the two, and what was reported of it: that the desk of the city was called itself is no report. */
const receiptsOf = ({ here, there }: Both) => ({
  cityHeardAt: earliest(here.cityHeardAt, there.cityHeardAt),
  cityReceivedAt: earliest(here.cityReceivedAt, there.cityReceivedAt),
  provinceHeardAt: earliest(here.provinceHeardAt, there.provinceHeardAt),
})
const reportsOf = ({ here, there }: Both) => ({
  countyReportedAt: earliest(here.countyReportedAt, there.countyReportedAt),
  countyReportedTo: higherOf(here.countyReportedTo, there.countyReportedTo),
  cityReportedAt: earliest(here.cityReportedAt, there.cityReportedAt),
})

/** 493号 9: the unit was told, and has reported, but once; its period counts from when it was told first. */
const unitOf = ({ here, there }: Both) => {
  const toldAt = earliest(here.toldAt, there.toldAt)
  return {
    toldAt,
    unitReportedAt: earliest(here.unitReportedAt, there.unitReportedAt),
    unitOwes: toldAt !== here.toldAt,
  }
}

type OfCounty = Pick<EmergencyContext, 'countyHeardAt' | 'countyOwesSince'> & { begins: boolean }

/** Whether the county begins to owe by it: it had not heard of this case, or nothing was owed here. */
const countyOf = ({ here, there, at }: Both, isOwed: boolean): OfCounty => {
  const { countyHeardAt, countyOwesSince, reportWaived, finallyReported } = here
  const heardAt = earliest(countyHeardAt, there.countyHeardAt)
  const since = there.countyOwesSince ?? (isOwed || reportWaived ? at : null)
  const isNew = reportWaived || (countyHeardAt === null && !finallyReported)
  return isNew && heardAt !== null && since !== null
    ? { countyHeardAt: heardAt, countyOwesSince: since, begins: true }
    : { countyHeardAt, countyOwesSince, begins: false }
}

/** 续报: the report of the other case asks for the next one here, where there was none. */
const nextOf = ({ there }: Both, counted: EmergencyContext): Taken => ({
  reported: true,
  reportedBy: there.reportedBy,
  nextReportSince: there.nextReportSince,
  nextReport: howOften(counted),
})

/** 令21 8–9: since a level knew of the event and of its gravity, by the case that was first to know. */
const gravityOf = ({ here, there, at }: Both, heard: Moment, received: Moment): Taken => {
  type Kept = 'countyPhoneSince' | 'cityOwesSince' | 'countyPhonedAt' | 'cityPhonedAt'
  const first = (name: Kept): Moment =>
    earliest(here.grave ? here[name] : null, there.grave ? there[name] : null)
  const countyPhoneSince = first('countyPhoneSince') ?? (heard === null ? null : at)
  const cityOwesSince = first('cityOwesSince') ?? (received === null ? null : at)
  const isNew = (name: Kept, since: Moment) =>
    since !== null && !(here.grave && here[name] === since)
  return {
    countyPhoneSince,
    cityOwesSince,
    countyPhonedAt: first('countyPhonedAt'),
    cityPhonedAt: first('cityPhonedAt'),
    rose: isNew('countyPhoneSince', countyPhoneSince),
    owing: isNew('cityOwesSince', cityOwesSince),
  }
}

type Owing = { told: ReturnType<typeof toldOf>; county: OfCounty; isOwed: boolean }

/** Who begins to inform, and since when: the city since it was told first. What is done, or was owed since then already, begins no new period. */
const informingAfter = (both: Both, { told, county, isOwed }: Owing): Taken => {
  const { here, there, at } = both
  const { reportWaived, cityInformsSince } = here
  const owedNow = isOwed && receiptsOf(both).cityReceivedAt !== null ? at : null
  const since = earliest(reportWaived ? null : cityInformsSince, there.cityInformsSince) ?? owedNow
  const isNew = since !== null && (reportWaived || since !== cityInformsSince)
  return {
    cityInformsSince: since ?? cityInformsSince,
    informing: informingOf({
      county: county.begins && told.countyInformedAt === null,
      city: isNew && told.cityInformedAt === null,
    }),
  }
}

/** What is still to be received goes on being so; where the other case had come further up, so does what this one had sent no further. */
const withUnreceived = (
  {
    context,
    event,
    there,
  }: { context: EmergencyContext; event: EmergencyEvent; there: KnownThere },
  taken: Taken,
): Taken => {
  const joinedCase = String(event.data.joinedCase ?? '').slice(0, 64)
  const before = context.unreceived ?? []
  const own = isPassed(context, taken) ? waitingIn(event.data) : []
  const brought = there.unreceived.map((one) => ({ joinedCase, ...one }))
  const unreceived = mergedUnreceived(before, own, brought)
  return unreceived.length > 0 ? { ...taken, unreceived } : taken
}

const isPassed = (before: EmergencyContext, { reached }: Taken): boolean =>
  before.reached !== 'province' && reached === 'province'

const isReportedThere = (
  { reported, finallyReported }: EmergencyContext,
  there: KnownThere | null,
): boolean => there?.reported === true && !reported && !finallyReported

/** What the chart remembers of a joined case. Its log, its caller and what was written of it are read there. Total. */
export const takenOver = (context: EmergencyContext, event: EmergencyEvent): Taken => {
  const there = knownThere(event)
  const figures = largerOf(context.figures, there?.figures ?? {})
  const counted = { ...context, ...recounted(context, figures, event.at), unitOwes: false }
  if (!there) return counted
  const { reportWaived } = context
  const isReported = isReportedThere(context, there)
  const both = { here: context, there, at: event.at }
  const receipts = { ...receiptsOf(both), ...unitOf(both) }
  const isOwed = isToReport(figures, context)
  // What was found not to be reported, and still is not, asks nothing of anybody.
  if (reportWaived && !isReported && !isOwed)
    return withUnreceived(
      { context, event, there },
      withReached(context, { ...counted, ...receipts }),
    )
  const told = toldOf(reportWaived ? { ...context, ...nobodyTold } : context, there)
  const { begins, ...county } = countyOf(both, isOwed)
  const reports = reportsOf(both)
  const taken = withReached(context, {
    ...counted,
    ...receipts,
    ...reports,
    ...county,
    ...(isReported ? nextOf(both, counted) : {}),
    ...(counted.grave ? gravityOf(both, county.countyHeardAt, receipts.cityReceivedAt) : {}),
    ...told,
    ...informingAfter(both, { told, county: { begins, ...county }, isOwed }),
    reportWaived: false,
    owesFirst: begins && reports.countyReportedAt === null,
  })
  return withUnreceived({ context, event, there }, taken)
}

const asJoined = ({ context, event }: Parameters<EmergencyRule>[0]): Figures =>
  largerOf(context.figures, knownThere(event)?.figures ?? {})

const nothingNew = text('该案没有带来新的情况', 'That case brings nothing new')

/** 493号 10: the event was reported, by the other case alone. */
const joinedReported: EmergencyRule = ({ context, event }) =>
  isReportedThere(context, knownThere(event)) || nothingNew

/** 493号 13: what was final goes on where the other case knew of more. */
const joinedReopens: EmergencyRule = (input) => {
  const { context } = input
  const figures = asJoined(input)
  return (
    (context.finallyReported &&
      figureNames.some((name) => figures[name] !== context.figures[name])) ||
    nothingNew
  )
}

/** What was waived is owed where what the other case knew outweighs it. */
const joinedOwes: EmergencyRule = (input) =>
  (input.context.reportWaived && isToReport(asJoined(input), input.context)) || nothingNew
const joinedOwesInquiry: EmergencyRule = (input) =>
  (input.context.investigationWaived && isToInvestigate(asJoined(input), input.context)) ||
  nothingNew

const onceJoined = ({ context, event }: Parameters<EmergencyRule>[0]) => ({
  ...context,
  ...takenOver(context, event),
})
const isLeft = (context: EmergencyContext, level = highestReceiver(context)): boolean =>
  (context.unreceived ?? []).some(({ by }) => by === level)

/** The highest level has something to receive by it. */
const joinedUnreceived: EmergencyRule = (input) => isLeft(onceJoined(input)) || nothingNew
/** What is awaited is awaited still: of the level that was asked, or of the one above that has something to receive. */
const joinedAwaits: EmergencyRule = (input) => {
  const joined = onceJoined(input)
  return !isPassed(input.context, joined) || isLeft(joined) || nothingNew
}
/** The city has something to receive by it that went past it. */
const joinedCopyLeft: EmergencyRule = (input) => {
  const joined = onceJoined(input)
  return (joined.reached === 'province' && isLeft(joined, 'city')) || nothingNew
}
/** What was final is so still. */
const joinedFinal: EmergencyRule = (input) =>
  (input.context.finallyReported && joinedReopens(input) !== true) || nothingNew

export const joinedRules = {
  joinedReported,
  joinedReopens,
  joinedOwes,
  joinedOwesInquiry,
  joinedUnreceived,
  joinedAwaits,
  joinedCopyLeft,
  joinedFinal,
}
