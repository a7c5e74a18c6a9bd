// What does the chart remember of each event?

import { stringIn } from '../model/event-reading.ts'
import type { Instant } from '../time/instant.ts'
import { type EmergencyContext, type EmergencyEvent, levelOfAuthor, momentIn } from './context.ts'
import { afterInject } from './drill/course.ts'
import { areaIn, responseLevelIn } from './event/figures.ts'
import { alarmsIn, toldAtEnd } from './event/opener.ts'
import { takenOver } from './joined.ts'
import { withAddressed } from './messages/posts.ts'
import { afterOrder, atLevel, planAtStart } from './plan/course.ts'
import { howOften, owedFirst, recounted } from './recounted.ts'
import { withdrawn, withReached } from './standing.ts'
import { type Channel, withChannel } from './upwards/channel.ts'
import { allInformedAt, type Informed, withInformed } from './upwards/informed.ts'
import { highestReceiver, unreceivedAfter } from './upwards/unreceived.ts'

type Note = (input: {
  context: EmergencyContext
  event: EmergencyEvent
}) => Partial<EmergencyContext>

const withFigures: Note = ({ context, event: { data, at } }) => recounted(context, data, at)

/** 解救: nobody is trapped any more; how long it took counts until the true moment. */
const released: Note = ({ context, event }) => {
  const releasedAt = momentIn(event, 'releasedAt') ?? event.at
  const data = { ...event.data, trapped: 0 }
  return {
    ...withFigures({ context: { ...context, releasedAt }, event: { ...event, data } }),
    releasedAt,
  }
}

/** Each report asks for the next one. */
const reportedNow: Note = ({ context, event }) => ({
  reported: true,
  nextReportSince: event.at,
  nextReport: howOften(context),
  reportedBy: levelOfAuthor(event),
})

/** What a level that hears of it begins to owe. */
const cityInforms = ({ cityInformsSince }: EmergencyContext, at: Instant) =>
  cityInformsSince === null ? { informing: 'city' as const, cityInformsSince: at } : {}
const cityOwes = ({ grave }: EmergencyContext, at: Instant) => ({
  cityOwesSince: grave ? at : null,
  owing: grave,
})

/** A city that knew of it before, by a call of its own, owes since then what it owes. */
const countyReports: Note = ({ context, event: { at } }) =>
  withReached(context, {
    countyReportedAt: at,
    countyReportedTo: 'city',
    ...cityInforms(context, at),
    ...(context.cityReceivedAt === null ? { cityReceivedAt: at, ...cityOwes(context, at) } : {}),
  })

/** 越级: a city that its county has gone past has its copy now, and tells its own government and authorities; one that reports itself has heard of it. */
const provinceTold: Note = ({ context, event }) => {
  const { at } = event
  const informs = cityInforms(context, at)
  if (levelOfAuthor(event) === 'county')
    return withReached(context, { countyReportedAt: at, countyReportedTo: 'province', ...informs })
  return withReached(context, {
    cityReportedAt: at,
    ...informs,
    ...(context.cityReceivedAt === null
      ? { cityHeardAt: at, cityReceivedAt: at, ...cityOwes(context, at) }
      : {}),
  })
}

/** So many alarms ring of one event at most. */
const mostAlarms = 20

const informedAfter = (before: Informed, event: EmergencyEvent): Informed =>
  withInformed(before, event.data, momentIn(event, 'informedAt') ?? event.at)
const countyInformedAfter = (context: EmergencyContext, event: EmergencyEvent) => {
  const countyInformed = informedAfter(context.countyInformed, event)
  return { countyInformed, countyInformedAt: allInformedAt(countyInformed) }
}
const cityInformedAfter = (context: EmergencyContext, event: EmergencyEvent) => {
  const cityInformed = informedAfter(context.cityInformed, event)
  return { cityInformed, cityInformedAt: allInformedAt(cityInformed) }
}

const toldBy = (before: Channel, event: EmergencyEvent): Channel =>
  withChannel(before, event.data, momentIn(event, 'reportedAt') ?? event.at)
/** 493号 10: whose duty office was told, that government was. */
const governmentBy = (event: EmergencyEvent): EmergencyEvent => ({
  ...event,
  data: { government: event.data.to, informedAt: event.data.reportedAt },
})

/** Of what joined cases have brought. */
const received = (
  context: EmergencyContext,
  by: ReturnType<typeof highestReceiver>,
): Partial<EmergencyContext> =>
  context.unreceived ? { unreceived: unreceivedAfter(context, by) } : {}

/** By the names of the chart's actions. */
export const notes = {
  noteFigures: withFigures,
  noteReport: reportedNow,
  noteCity: countyReports,
  noteProvince: provinceTold,
  noteWithdrawn: ({ context, event }) => withdrawn(context, event),
  noteFinal: ({ event }) => ({ finallyReported: true, reportedBy: levelOfAuthor(event) }),
  /** What was final goes on, and is awaited like any other report. */
  noteSupplement: ({ context, event }) => ({
    finallyReported: false,
    sentBack: false,
    nextReportSince: event.at,
    nextReport: howOften(context),
  }),
  noteSentBack: ({ context }) => ({ sentBack: context.finallyReported, nextReport: null }),
  noteReportWaived: () => ({ reportWaived: true }),
  /** Somebody was harmed after all: the first report is owed from now on. */
  noteReportOwed: ({ context, event }) => owedFirst(context, event.at),
  noteInvestigationWaived: () => ({ investigationWaived: true }),
  noteInvestigationOwed: ({ context }) => ({
    investigationWaived: false,
    owesInquiry: !context.drill,
  }),
  /** Of a report that was handed in the period has ended: whoever takes it up has one of his own. */
  noteInquiry: ({ context, event }) => ({
    inquiryBy: levelOfAuthor(event),
    owesInquiry: context.reportReturned === true,
  }),
  noteReportReturned: () => ({ reportReturned: true as const }),
  noteInquiryAnew: ({ event }) => ({
    inquiryBy: levelOfAuthor(event),
    owesInquiry: true,
    published: false,
  }),
  noteFoundOut: ({ context, event }) => {
    const toldAt = momentIn(event, 'toldAt')
    return {
      toldAt: toldAt ?? context.toldAt,
      unitOwes: toldAt !== null,
      unit: context.unit ?? stringIn(event, 'enterprise'),
      coordinates: stringIn(event, 'coordinates') ?? context.coordinates,
    }
  },
  /** The hour is that of the right unit, and so is the report unless it is said to be another's. */
  noteUnitCorrected: ({ context, event }) => {
    const toldAt = momentIn(event, 'toldAt')
    return {
      unit: stringIn(event, 'enterprise'),
      toldAt,
      unitOwes: toldAt !== null,
      unitReportedAt: event.data.registeredReport === 'void' ? null : context.unitReportedAt,
    }
  },
  noteEvaluated: () => ({ evaluated: true }),
  /** What was found and replied to is not the end of it: whoever is competent now begins anew. */
  noteInquiryOutgrown: () => ({
    evaluated: false,
    inquiryBy: null,
    published: false,
    owesInquiry: true,
  }),
  noteUnitReport: ({ context, event }) => ({
    unitOwes: false,
    unitReportedAt: momentIn(event, 'reportedAt') ?? context.unitReportedAt ?? event.at,
  }),
  noteCountyPhone: ({ event }) => ({ countyPhonedAt: momentIn(event, 'phonedAt') ?? event.at }),
  noteCityPhone: ({ event }) => ({ cityPhonedAt: momentIn(event, 'phonedAt') ?? event.at }),
  noteCountyInformed: ({ context, event }) => countyInformedAfter(context, event),
  noteCityInformed: ({ context, event }) => cityInformedAfter(context, event),
  noteCountyChannel: ({ context, event }) => ({
    countyChannel: toldBy(context.countyChannel, event),
    ...countyInformedAfter(context, governmentBy(event)),
  }),
  noteCityChannel: ({ context, event }) => ({
    cityChannel: toldBy(context.cityChannel, event),
    ...cityInformedAfter(context, governmentBy(event)),
  }),
  noteCallBack: ({ context, event }) => ({
    ...withFigures({ context, event }),
    calledBackAt: momentIn(event, 'calledAt') ?? context.calledBackAt ?? event.at,
  }),
  noteArrived: ({ event }) => ({ arrivedAt: momentIn(event, 'arrivedAt') ?? event.at }),
  noteReleased: released,
  noteTwoHours: ({ context, event }) => withFigures({ context, event: { ...event, data: {} } }),
  noteAreas: ({ context, event }) => ({
    spread: areaIn(event.data.spread) ?? context.spread,
    capability: areaIn(event.data.capability) ?? context.capability,
  }),
  noteLevel: ({ context, event }) => {
    const level = responseLevelIn(event.data.level) ?? context.responseLevel
    const gravest = Math.min(level ?? 4, context.gravestResponse ?? 4)
    return { responseLevel: level, gravestResponse: responseLevelIn(gravest) }
  },
  notePlan: ({ event }) => ({
    plan: planAtStart(event.data, responseLevelIn(event.data.level), event.at),
  }),
  noteLevelOfPlan: ({ context, event }) => ({
    plan: atLevel(context.plan, responseLevelIn(event.data.level), event.at),
  }),
  noteOrder: ({ context, event: { data, at } }) => ({
    plan: afterOrder(context.plan, { ...data, finishBy: momentIn({ data }, 'finishBy') }, at),
    addressed: withAddressed(context.addressed, [data.to]),
  }),
  noteAddressed: ({ context, event: { data } }) => ({
    addressed: withAddressed(context.addressed, [
      data.to,
      ...(Array.isArray(data.invited) ? data.invited : []),
    ]),
  }),
  noteRequisition: ({ context, event }) => ({
    requisitioned: context.requisitioned + 1,
    requisitions: [
      ...context.requisitions,
      { no: context.requisitioned + 1, item: String(event.data.item).slice(0, 40) },
    ],
  }),
  noteGivenBack: ({ context, event }) => ({
    requisitions: context.requisitions.filter(({ no }) => String(no) !== String(event.data.no)),
  }),
  /** It goes on by the plan that it has begun with; where it had none, by the one that is chosen now. */
  noteResumed: ({ context, event: { data, at } }) => {
    const level = responseLevelIn(data.level)
    return {
      endedAt: null,
      handled: false,
      nextReport: null,
      plan: context.plan ? atLevel(context.plan, level, at) : planAtStart(data, level, at),
    }
  },
  noteEnded: ({ context, event }) => ({
    endedAt: event.at,
    handled: true,
    alarmsTold: toldAtEnd(context),
  }),
  /** 并案: the alarms behind the other case are this one's to conclude. */
  noteJoined: ({ context, event }) => {
    const alarms = [...new Set([...(context.joinedAlarms ?? []), ...alarmsIn(event.data)])]
    const joinedAlarms = alarms.slice(0, mostAlarms)
    const alarmsTold = context.endedAt === null ? null : toldAtEnd({ ...context, joinedAlarms })
    return { joinedAlarms, ...(alarmsTold ? { alarmsTold } : {}) }
  },
  noteTakenOver: ({ context, event }) => takenOver(context, event),
  noteReceived: ({ context }) => received(context, highestReceiver(context)),
  noteCopyReceived: ({ context }) => received(context, 'city'),
  noteInject: ({ context }) => afterInject(context),
  noteHandled: () => ({ handled: true }),
  notePublished: () => ({ published: true }),
} satisfies Record<string, Note>
