// What little does the chart remember of an emergency so that its rules can judge?

import type { AmountRow } from '../law/amounts/amount.ts'
import type { Level } from '../law/calculations/emergency/levels.ts'
import { personIn, stringIn } from '../model/event-reading.ts'
import type { CaseEvent, Rule } from '../model/process.ts'
import { regions } from '../organisation/regions.ts'
import { civilDate, type Instant, instant } from '../time/instant.ts'
import { type DrillContext, drillAtStart } from './drill/course.ts'
import { countedOn } from './event/counted-law.ts'
import {
  type Area,
  accidentOf,
  type Figures,
  figuresIn,
  type ResponseLevel,
} from './event/figures.ts'
import { type EmergencyKind, type EquipmentEvent, equipmentEventIn, kindOf } from './event/kinds.ts'
import type { AlarmsTold } from './event/opener.ts'
import { type SpecialAccident, specialAccidentOf } from './event/special-equipment.ts'
import type { PlanCourse } from './plan/course.ts'
import type { Channel } from './upwards/channel.ts'
import type { Informed } from './upwards/informed.ts'
import type { Unreceived } from './upwards/unreceived.ts'

/** Something taken into use that has to be given back: which one it is, and what. */
export type Requisition = { no: number; item: string }

/** Bounded JSON; everything else is in the case's facts. */
export type EmergencyContext = {
  /** 演练: all of it is an exercise. */
  drill: boolean
  kind: EmergencyKind
  equipmentEvent: EquipmentEvent | null
  passedOn: boolean
  happenedAt: Instant
  accidentOn: string
  /** When the head of the unit was told, and when the unit has reported it. */
  toldAt: Instant | null
  unitReportedAt: Instant | null
  /** With the last event it came to be known since when the unit has to report. */
  unitOwes: boolean
  /** The enterprise where it happened; null: unknown. */
  unit: string | null
  /** Where on the earth it happened, as it was written down. */
  coordinates: string | null
  /** The highest level that has been told. */
  reached: 'county' | 'city' | 'province'
  /** How far the report had got that was withdrawn last. */
  withdrawnFrom: EmergencyContext['reached'] | null
  receivedAt: Instant
  cityReceivedAt: Instant | null
  /** When each level was told by others than the one below it; null: it was not. */
  countyHeardAt: Instant | null
  cityHeardAt: Instant | null
  provinceHeardAt: Instant | null
  /** When each has reported upwards in writing first, and the county how far; null: it has not, or has taken it back. */
  countyReportedAt: Instant | null
  countyReportedTo: 'city' | 'province' | null
  cityReportedAt: Instant | null
  /** With the last event the county began to owe the first report; since when; and whether it was found that nothing is to be reported. */
  owesFirst: boolean
  countyOwesSince: Instant | null
  reportWaived: boolean
  investigationWaived: boolean
  /** With the last event it came to be owed that it is investigated. */
  owesInquiry: boolean
  /** Whose group investigates. */
  inquiryBy: 'county' | 'city' | null
  /** What was done about its report has been evaluated. Absent: it has not. */
  evaluated?: boolean
  /** Its report was handed in and sent back. Absent: it was not. */
  reportReturned?: true
  /** From when on a level has to report up, or by telephone: since it knew of the event, and of its gravity. */
  countyPhoneSince: Instant | null
  cityOwesSince: Instant | null
  countyPhonedAt: Instant | null
  cityPhonedAt: Instant | null
  /** With the last event this level, or both, came to owe it to its government and the authorities; the city since when; whom each has told when, and when the last of them. */
  informing: 'county' | 'city' | 'both' | null
  cityInformsSince: Instant | null
  countyInformed: Informed
  cityInformed: Informed
  countyChannel: Channel
  cityChannel: Channel
  countyInformedAt: Instant | null
  cityInformedAt: Instant | null
  figures: Figures
  /** The entered versions of amounts that it is counted by; absent: the committed ones. */
  countedBy?: readonly AmountRow[]
  /** By what is known of casualties and loss. */
  accidentLevel: Level
  /** 较大以上，或者较大涉险事故: the province is told. */
  grave: boolean
  /** With the last event it became grave: new duties to report begin. */
  rose: boolean
  /** How often the last event asks for further reports; null: it changes nothing of that. */
  nextReport: 'daily' | 'twice-daily' | null
  /** Since when the next report is awaited: the last one, or what made a final one go on. */
  nextReportSince: Instant | null
  /** With the last event the city began to owe the province a report. */
  owing: boolean
  reported: boolean
  finallyReported: boolean
  /** Whose desk has written the latest report upwards; null: there is none. */
  reportedBy: 'county' | 'city' | null
  /** The final report was sent back, and is to be completed. */
  sentBack: boolean
  spread: Area
  capability: Area
  responseLevel: ResponseLevel | null
  /** The gravest that was declared so far. */
  gravestResponse: ResponseLevel | null
  /** The plan that the response goes by, and how far its orders are given. */
  plan: PlanCourse | null
  requisitions: Requisition[]
  requisitioned: number
  endedAt: Instant | null
  alarmsTold?: AlarmsTold
  /** Of people in a lift: whether far from the town, when they were called back, reached and released. */
  remote: boolean
  calledBackAt: Instant | null
  arrivedAt: Instant | null
  releasedAt: Instant | null
  /** The handling at the place is over, or none was needed. */
  handled: boolean
  /** The outcome has been published. */
  published: boolean
  opener: string | null
  /** Posts that orders, messages and invitations have named: they take part. Absent: nobody but the desks and commanders does. */
  addressed?: string[]
  /** Alarms that have opened cases joined to this one, concluded with it; absent: there are none. */
  joinedAlarms?: string[]
  /** What the offices above have still to receive of cases joined to this one; absent: nothing was brought. */
  unreceived?: readonly Unreceived[]
} & SpecialAccident &
  DrillContext

export type EmergencyRule = Rule<EmergencyContext>
export type EmergencyEvent = Omit<CaseEvent, 'type'>

const never = '1970-01-01T00:00:00.000Z'

/** A moment that a form gives, as the core writes it; null: none, or none that the calendar has. */
export const momentIn = (
  event: Pick<CaseEvent, 'data'> | undefined,
  name: string,
): Instant | null => {
  const value = stringIn(event, name)
  return value !== null && Number.isFinite(Date.parse(value)) ? instant(value) : null
}

/** The desk of a county, or that of the city; whoever has posts in both has heard of it at the city. */
export const levelOfAuthor = ({ by }: Pick<CaseEvent, 'by'>): 'county' | 'city' =>
  by.kind === 'person' &&
  by.appointments.length > 0 &&
  by.appointments.every(({ region }) => regions[region].level === 'county')
    ? 'county'
    : 'city'

/** The city was told, or has its copy of what its county has sent past it. */
export const isKnownToCity = ({ reached }: Pick<EmergencyContext, 'reached'>): boolean =>
  reached !== 'county'

export const isMajorLevel = (level: Level): boolean => level === 'major' || level === 'extra-major'

/** The context of a new case. XState also calls this without input, so it takes whatever comes. */
export const opening = (report: CaseEvent | undefined): EmergencyContext => {
  const at = report?.at ?? never
  const figures = figuresIn(report?.data ?? {})
  const origin = report ? levelOfAuthor(report) : 'county'
  const receivedAt = momentIn(report, 'receivedAt') ?? at
  const happenedAt = momentIn(report, 'happenedAt') ?? at
  const accidentOn = civilDate(happenedAt)
  const countedBy = countedOn(accidentOn, report)
  const equipmentEvent = equipmentEventIn(report?.data)
  const counted = { countedBy, accidentOn, equipmentEvent }
  const { level, grave } = accidentOf(figures, counted)
  const atCity = origin === 'city'
  const kind = kindOf(report?.data.kind)
  return {
    drill: report?.data.drill === true,
    kind,
    equipmentEvent,
    passedOn: report?.data.source === 'superior',
    happenedAt,
    accidentOn,
    ...knownAtFirst(report),
    ...unitTold(report, receivedAt),
    receivedAt,
    ...heardBy(origin, receivedAt),
    owesFirst: !atCity,
    countyOwesSince: atCity ? null : receivedAt,
    ...nothingDecided,
    countyPhoneSince: grave && !atCity ? receivedAt : null,
    cityOwesSince: grave && atCity ? receivedAt : null,
    countyPhonedAt: null,
    cityPhonedAt: null,
    ...nobodyInformed(origin, receivedAt),
    figures,
    ...(countedBy.length > 0 ? { countedBy } : {}),
    accidentLevel: level,
    grave,
    rose: grave,
    nextReport: null,
    nextReportSince: null,
    owing: grave && atCity,
    reported: false,
    reportedBy: null,
    finallyReported: false,
    sentBack: false,
    spread: 'county',
    capability: 'county',
    ...nothingDone,
    ...freshLift(report),
    ...specialAccidentOf(
      { kind, figures, happenedAt, releasedAt: null, ...counted },
      null,
      receivedAt,
    ),
    ...drillAtStart(report),
    opener: report ? personIn(report) : null,
  }
}

/** What a passer-by may not know. */
const knownAtFirst = (report: CaseEvent | undefined) => ({
  unit: stringIn(report, 'enterprise'),
  coordinates: stringIn(report, 'coordinates'),
})

/** One desk has heard of it, and nobody has reported. */
const heardBy = (origin: 'county' | 'city', receivedAt: Instant) => {
  const cityHeardAt = origin === 'city' ? receivedAt : null
  return {
    reached: origin,
    withdrawnFrom: null,
    cityReceivedAt: cityHeardAt,
    countyHeardAt: origin === 'county' ? receivedAt : null,
    cityHeardAt,
    provinceHeardAt: null,
    countyReportedAt: null,
    countyReportedTo: null,
    cityReportedAt: null,
  }
}

/** 493号 9: the unit has reported, where it has told us itself. */
const unitTold = (report: CaseEvent | undefined, receivedAt: Instant) => {
  const toldAt = momentIn(report, 'toldAt')
  const unitReportedAt = report?.data.source === 'unit' ? receivedAt : null
  return { toldAt, unitReportedAt, unitOwes: toldAt !== null }
}

const nothingDone = {
  responseLevel: null,
  gravestResponse: null,
  plan: null,
  requisitions: [],
  requisitioned: 0,
  endedAt: null,
  handled: false,
  published: false,
}

const nothingDecided = {
  reportWaived: false,
  investigationWaived: false,
  owesInquiry: false,
  inquiryBy: null,
}

/** Of what is owed from now on no government and no authority has been told. */
export const nobodyTold = {
  countyInformed: {},
  cityInformed: {},
  countyChannel: {},
  cityChannel: {},
  countyInformedAt: null,
  cityInformedAt: null,
}

const nobodyInformed = (origin: 'county' | 'city', receivedAt: Instant) => ({
  informing: origin,
  cityInformsSince: origin === 'city' ? receivedAt : null,
  ...nobodyTold,
})

const freshLift = (report: CaseEvent | undefined) => ({
  remote: report?.data.remote === true,
  calledBackAt: null,
  arrivedAt: null,
  releasedAt: null,
})
