// Which reports upwards stand, how far does the event have come by them, and what is left once one is taken back?
import { text } from '../language/words.ts'
import type { EmergencyContext, EmergencyEvent, EmergencyRule } from './context.ts'
import { holdsPost, leftAfter, ownReport } from './upwards/own-report.ts'

type Reached = EmergencyContext['reached']
const ladder = ['county', 'city', 'province'] as const

/** Of two levels the one further up; null: it has not reported. */
export const higherOf = <One extends Reached | null>(one: One, other: One): One =>
  ladder.indexOf(one as Reached) > ladder.indexOf(other as Reached) ? one : other

type Told = Pick<
  EmergencyContext,
  'cityReceivedAt' | 'countyReportedTo' | 'cityReportedAt' | 'provinceHeardAt'
>

/** The highest level that has been told, by whomever. */
const reachedBy = (told: Told): Reached => {
  const { cityReceivedAt, countyReportedTo, cityReportedAt, provinceHeardAt } = told
  if (countyReportedTo === 'province' || cityReportedAt !== null || provinceHeardAt !== null)
    return 'province'
  return cityReceivedAt === null ? 'county' : 'city'
}

/** What has changed, and how far it has come by that. */
export const withReached = (
  context: EmergencyContext,
  change: Partial<EmergencyContext>,
): Partial<EmergencyContext> => ({ ...change, reached: reachedBy({ ...context, ...change }) })

const cityWithdraws = (context: EmergencyContext): Partial<EmergencyContext> => ({
  withdrawnFrom: 'province',
  cityReportedAt: null,
  owesFirst: false,
  owing: context.grave,
})

/** A city that heard of it itself, or has reported it on, knows of it still. */
const countyWithdraws = (context: EmergencyContext): Partial<EmergencyContext> => {
  const { cityReceivedAt, cityHeardAt, cityReportedAt, countyHeardAt, countyReportedTo } = context
  const heardAt = cityHeardAt ?? (cityReportedAt === null ? null : cityReceivedAt)
  const isKept = heardAt !== null
  return {
    withdrawnFrom: countyReportedTo,
    countyReportedAt: null,
    countyReportedTo: null,
    cityHeardAt: heardAt,
    cityReceivedAt: heardAt,
    cityInformsSince: isKept ? context.cityInformsSince : null,
    cityOwesSince: isKept ? context.cityOwesSince : null,
    owesFirst: countyHeardAt !== null,
    owing: false,
  }
}

/** 撤回: only the report of his own level; what the other has reported stands. */
export const withdrawn = (
  context: EmergencyContext,
  event: EmergencyEvent,
): Partial<EmergencyContext> => {
  const change =
    ownReport(context, event) === 'city' ? cityWithdraws(context) : countyWithdraws(context)
  const { countyReportedAt, cityReportedAt } = { ...context, ...change }
  const [reported, isOfCounty] = [countyReportedAt ?? cityReportedAt, countyReportedAt !== null]
  return withReached(context, {
    ...change,
    ...(context.unreceived ? { unreceived: leftAfter(context, event) } : {}),
    ...(reported === null
      ? { reported: false, reportedBy: null, nextReport: null, nextReportSince: null }
      : { reportedBy: isOfCounty ? ('county' as const) : ('city' as const) }),
  })
}

const notOwn = text(
  '本级没有可以撤回的报告，各级只撤回本级的报告',
  'Your level has no report to take back: each takes back its own alone',
)
const otherStands = text('另一级的报告仍然有效', 'The report of the other level stands')

const withdrawsOwn: EmergencyRule = ({ context, event }) =>
  ownReport(context, event) !== null || notOwn
/** Nothing is left that was reported. */
const withdrawsLast: EmergencyRule = ({ context, event }) => {
  if (ownReport(context, event) === null) return notOwn
  return context.countyReportedAt === null || context.cityReportedAt === null || otherStands
}
/** What is still to be received is the report that is taken back. */
const withdrawsHighest: EmergencyRule = ({ context, event }) =>
  ownReport(context, event) === 'city' || context.cityReportedAt === null || otherStands
const withdrawsOfCounty: EmergencyRule = ({ context, event }) =>
  ownReport(context, event) === 'county' || otherStands

const countyReported = text('县级已经上报', 'The county has reported it already')
const notHeard = text(
  '市级已经接报，县级未另行接报',
  'The city was told itself, and the county was not',
)
const ofCounty = text('由县级上报市级', 'The county reports to the city')

/** 493号 10: a county that has heard of it owes its own report, whoever else has reported. */
export const owesReport = ({
  countyHeardAt,
  countyReportedAt,
}: Pick<EmergencyContext, 'countyHeardAt' | 'countyReportedAt'>): boolean =>
  countyHeardAt !== null && countyReportedAt === null

const countyHolds: EmergencyRule = ({ context, event }) => {
  if (context.countyReportedAt !== null) return countyReported
  if (!owesReport(context)) return notHeard
  return holdsPost(event, 'county') || ofCounty
}
/** Once the city has been told, it is the city that reports on; before that a county may skip it (493号 10). */
const byTheCity: EmergencyRule = ({ context, event }) =>
  context.cityReceivedAt === null ||
  holdsPost(event, 'city') ||
  text('市级已经接报，由市级上报省级', 'The city has been told: it reports to the province')

export const standingRules = {
  withdrawsOwn,
  withdrawsLast,
  withdrawsHighest,
  withdrawsOfCounty,
}
export const reportingParts = { countyHolds, byTheCity }
