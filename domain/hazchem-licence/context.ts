// What little does the chart remember of an application and its licence so that its rules and clocks can judge?
import { decreeCalendars } from '../calendar/decrees.ts'
import { civilDate } from '../case/instant.ts'
import type { CaseEvent } from '../case/process.ts'
import { computeTimeLimit } from '../law/compute.ts'
import { isRegion, type Region } from '../organisation/regions.ts'
import { proposedFor } from './jurisdiction.ts'

export type Kind = 'new' | 'change' | 'renewal' | 'reapplication'

/** Bounded JSON; everything else is in the case's facts. People are ids. */
export type LicenceContext = {
  kind: Kind
  /** Where the enterprise lies, and which authority has the case. */
  county: Region | null
  authority: Region | null
  /** The day of the papers that count: of the application, or of the answer that completed it. */
  receivedOn: string | null
  acceptedOn: string | null
  supplementAsked: boolean
  /** What the applicant was asked for last, item by item, and whether all of it came. */
  asked: string[]
  answeredWhole: boolean
  visited: boolean
  extended: boolean
  reviewers: string[]
  endorser: string | null
  decidedOn: string | null
  deemedRenewed: boolean
  /** The licence that is to be renewed or changed ends on this day. */
  expiresOn: string | null
  /** 令55 第十八条: filed less than three months before. */
  late: boolean
  /** Of the licence that this case has issued. */
  validFrom: string | null
  validUntil: string | null
  changedOn: string | null
  newStorage: boolean
  barred: 'false' | 'fraud' | null
}

type Event = Omit<CaseEvent, 'type'>
type Note = (asked: { context: LicenceContext; event: Event }) => Partial<LicenceContext>

/** The context of a new case. XState also calls this without input, so it takes whatever comes. */
export const opening = (application: CaseEvent | undefined): LicenceContext => {
  const county = regionIn(application)
  const expiresOn = stringIn(application, 'expiresOn')
  const kind = kindIn(application)
  return {
    ...{ kind, county, authority: county && proposedFor(county, application?.data.grounds).region },
    ...{ receivedOn: application ? civilDate(application.at) : null, acceptedOn: null },
    ...{ supplementAsked: false, asked: [], answeredWhole: false, visited: false, extended: false },
    ...{ reviewers: [], endorser: null, decidedOn: null, deemedRenewed: false },
    ...{ expiresOn, late: application !== undefined && kind === 'renewal' && isLate(expiresOn, application) },
    ...{ validFrom: null, validUntil: null, changedOn: null, newStorage: false, barred: null },
  }
}

/** The last day on which a renewal is filed in time. */
export const renewalLimit = (expiresOn: string): string =>
  computeTimeLimit({ rule: 'hazchem-licence.renewal-application', start: expiresOn }, decreeCalendars).due

const isLate = (expiresOn: string | null, { at }: CaseEvent): boolean => expiresOn !== null && civilDate(at) > renewalLimit(expiresOn)

export const accepted: Note = ({ event }) => ({ acceptedOn: civilDate(event.at) })

/** 许可法 32(4): from the day of receipt, not from the day on which the silence ended. */
export const deemedAccepted: Note = ({ context }) => ({ acceptedOn: context.receivedOn })

export const authority: Note = ({ context, event }) => ({
  authority: isRegion(String(event.data.to)) ? (event.data.to as Region) : context.authority,
})

export const asked: Note = ({ context, event: { data } }) => ({
  asked: Array.isArray(data.items) ? data.items.filter((one): one is string => typeof one === 'string').slice(0, 30) : [],
  answeredWhole: false,
  // Rework is asked for in a review; before it only 补正 asks for anything.
  supplementAsked: context.acceptedOn === null ? true : context.supplementAsked,
})

export const supplemented: Note = ({ event }) => ({
  receivedOn: civilDate(event.at),
  answeredWhole: answersIn(event.data).every(({ passed }) => passed),
})

export const reviewed: Note = ({ context, event }) => ({
  reviewers: [
    ...new Set([...context.reviewers, ...event.signatures.filter(({ withdrawn }) => !withdrawn).map(({ person }) => person)]),
  ].slice(0, 10),
})

export const endorsed: Note = ({ event }) => ({ endorser: event.by.kind === 'person' ? event.by.id : null })

export const decided: Note = ({ event }) => ({ decidedOn: civilDate(event.at) })

/** What the last day of the licence brings about at its end belongs to that day. */
export const deemedRenewed: Note = ({ context, event }) => ({ decidedOn: context.expiresOn ?? civilDate(event.at), deemedRenewed: true })

/** A renewed licence goes on where the old one ends, a changed one ends when it would have; the others run from their issue. */
export const issued: Note = ({ context, event }) => {
  const from = (context.kind === 'renewal' && context.expiresOn) || civilDate(event.at)
  const until = (context.kind === 'change' && context.expiresOn) || threeYearsFrom(from)
  return { validFrom: from, validUntil: until }
}

const threeYearsFrom = (from: string): string => computeTimeLimit({ rule: 'hazchem-licence.validity', start: from }, decreeCalendars).due

export const changed: Note = ({ event }) => ({
  changedOn: stringIn(event, 'changedOn') ?? civilDate(event.at),
  newStorage: event.data.what === 'new-storage',
})

export const falseMaterial: Note = ({ event: { data } }) => ({
  barred: data.ground === 'false-material' || data.falseMaterial === true ? 'false' : null,
})

export const fraud: Note = ({ event: { data } }) => ({ barred: data.ground === 'fraud' ? 'fraud' : null })

export type Answer = { item: string; passed: boolean }

/** The answer to each item as a form gives it; empty when there is none. */
export const answersIn = (data: Record<string, unknown>): Answer[] =>
  Array.isArray(data.answers)
    ? data.answers.flatMap((one: unknown) => {
        const { item, passed } = (one ?? {}) as Partial<Answer>
        return typeof item === 'string' ? [{ item, passed: passed === true }] : []
      })
    : []

type Said = Pick<CaseEvent, 'data'> | undefined
const stringIn = (event: Said, name: string): string | null => {
  const value = event?.data[name]
  return typeof value === 'string' ? value : null
}
const regionIn = (event: Said): Region | null => {
  const region = stringIn(event, 'region') ?? ''
  return isRegion(region) ? region : null
}
const kinds = ['new', 'change', 'renewal', 'reapplication'] as const
const kindIn = (event: Said): Kind => kinds.find((kind) => kind === event?.data.kind) ?? 'new'
