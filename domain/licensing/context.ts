// What does the chart of any licence remember of an application while it is received, reviewed and decided on?

import { answersIn, type Form, personIn, stringIn } from '../model/event-reading.ts'
import type { CaseEvent } from '../model/process.ts'
import type { Actor } from '../organisation/actor.ts'
import { isRegion, type Region } from '../organisation/regions.ts'
import { civilDate } from '../time/instant.ts'

/** Bounded JSON; everything else is in the case's facts. People are ids. */
export type Application = {
  /** Where the enterprise lies, and which authority has the case. */
  county: Region | null
  authority: Region | null
  /** The day of the papers that count: of the application, or of the answer that completed it. */
  receivedOn: string | null
  acceptedOn: string | null
  /** The papers without which it cannot be accepted, by name. */
  necessary: string[]
  supplementAsked: boolean
  /** What the applicant was asked for last, item by item, and whether all of it came. */
  asked: string[]
  answeredWhole: boolean
  visited: boolean
  extended: boolean
  reviewers: string[]
  endorser: string | null
  decidedOn: string | null
  barred: 'false' | 'fraud' | null
}

type Said = { context: Application; event: Omit<CaseEvent, 'type'> }

/** An application of which nothing is known but the day on which it came and the papers that it needs. */
export const received = (on: string | null, necessary: string[] = []) => ({
  receivedOn: on,
  acceptedOn: null,
  necessary,
  supplementAsked: false,
  asked: [] as string[],
  answeredWhole: false,
  visited: false,
  extended: false,
  reviewers: [] as string[],
  endorser: null,
  decidedOn: null,
})

/** What each act leaves behind, by the names of the charts. */
export const applicationNotes = {
  noteAccepted: ({ event }: Said) => ({ acceptedOn: civilDate(event.at) }),
  /** 许可法 32(4): from the day of receipt, not from the day on which the silence ended. */
  noteDeemedAccepted: ({ context }: Said) => ({ acceptedOn: context.receivedOn }),
  noteAuthority: ({ context, event }: Said) => ({
    authority: isRegion(String(event.data.to)) ? (event.data.to as Region) : context.authority,
  }),
  noteAsked: ({ context, event: { data } }: Said) => ({
    asked: Array.isArray(data.items)
      ? data.items.filter((one): one is string => typeof one === 'string').slice(0, 30)
      : [],
    answeredWhole: false,
    // Rework is asked for in a review; before it only 补正 asks for anything.
    supplementAsked: context.acceptedOn === null ? true : context.supplementAsked,
  }),
  noteSupplemented: ({ event }: Said) => ({
    receivedOn: civilDate(event.at),
    answeredWhole: answersIn(event.data).every(({ passed }) => passed),
  }),
  noteVisited: () => ({ visited: true }),
  noteReviewers: ({ context, event: { signatures } }: Said) => {
    const signed = signatures.filter(({ withdrawn }) => !withdrawn).map(({ person }) => person)
    return { reviewers: [...new Set([...context.reviewers, ...signed])].slice(0, 10) }
  },
  noteEndorser: ({ event }: Said) => ({ endorser: personIn(event) }),
  noteExtended: () => ({ extended: true }),
  noteDecided: ({ event }: Said) => ({ decidedOn: civilDate(event.at) }),
  noteFalse: ({ event: { data } }: Said) => ({
    barred: data.ground === 'false-material' || data.falseMaterial === true ? 'false' : null,
  }),
  noteFraud: ({ event: { data } }: Said) => ({ barred: data.ground === 'fraud' ? 'fraud' : null }),
} satisfies Record<string, (said: Said) => Partial<Application>>

/** The county or city that a form names. */
export const regionIn = (form: Form): Region | null => {
  const region = stringIn(form, 'region') ?? ''
  return isRegion(region) ? region : null
}

/** A clerk names the enterprise; its own people always speak for their own. */
export const ownerIn = (form: Form, by: Actor): string | null =>
  (by.kind === 'person' ? by.enterprise : null) ?? stringIn(form, 'enterprise')
