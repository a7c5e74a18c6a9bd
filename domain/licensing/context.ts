// What does the chart of any licence remember of an application while it is received, reviewed and decided on?

import { type Form, personIn, stringIn } from '../model/event-reading.ts'
import type { CaseEvent } from '../model/process.ts'
import type { Signature } from '../model/record.ts'
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
  supplementRequested: boolean
  /** What the applicant was asked for last, item by item, and on which day. */
  requestedItems: string[]
  askedOn: string | null
  visited: boolean
  /** The last check on site found that the conditions are not met. */
  checkFailed: boolean
  extended: boolean
  reviewers: string[]
  endorser: string | null
  /** Whose hand stands under a check on site, the opinion or its endorsement, added signers among them. */
  reviewSigners: string[]
  decidedOn: string | null
  /** It has agreed to be served electronically. */
  electronic: boolean
  barred: 'false' | 'fraud' | null
}

type NoteInput = { context: Application; event: Omit<CaseEvent, 'type'> }

/** An application of which nothing is known but the day on which it came and the papers that it needs. */
export const received = (on: string | null, necessary: string[] = []) => ({
  receivedOn: on,
  acceptedOn: null,
  necessary,
  supplementRequested: false,
  requestedItems: [] as string[],
  askedOn: null,
  visited: false,
  checkFailed: false,
  extended: false,
  reviewers: [] as string[],
  endorser: null,
  reviewSigners: [] as string[],
  decidedOn: null,
  electronic: false,
})

const signersIn = (signatures: readonly Signature[]): string[] =>
  signatures.filter(({ withdrawn }) => !withdrawn).map(({ person }) => person)

/** Added signers decide nothing, and have looked at the application all the same. */
const signing = (
  { reviewSigners }: Application,
  { signatures, beside = [] }: NoteInput['event'],
): Pick<Application, 'reviewSigners'> => ({
  reviewSigners: [...new Set([...reviewSigners, ...signersIn([...signatures, ...beside])])].slice(
    -30,
  ),
})

/** What each act leaves behind, by the names of the charts. */
export const applicationNotes = {
  noteAccepted: ({ event }: NoteInput) => ({ acceptedOn: civilDate(event.at) }),
  /** 许可法 32(4): from the day of receipt, not from the day on which the silence ended. */
  noteDeemedAccepted: ({ context }: NoteInput) => ({ acceptedOn: context.receivedOn }),
  noteAuthority: ({ context, event }: NoteInput) => ({
    authority: isRegion(String(event.data.to)) ? (event.data.to as Region) : context.authority,
  }),
  noteAsked: ({ context, event: { at, data } }: NoteInput) => ({
    requestedItems: Array.isArray(data.items)
      ? data.items.filter((one): one is string => typeof one === 'string').slice(0, 30)
      : [],
    askedOn: civilDate(at),
    // Rework is asked for in a review; before it only 补正 asks for anything.
    supplementRequested: context.acceptedOn === null ? true : context.supplementRequested,
  }),
  noteSupplemented: ({ event }: NoteInput) => ({ receivedOn: civilDate(event.at) }),
  /** Looked at, or done without: that says nothing of a check that has failed. */
  noteVisited: () => ({ visited: true }),
  noteCheckPassed: () => ({ visited: true, checkFailed: false }),
  noteCheckFailed: () => ({ visited: true, checkFailed: true }),
  noteReviewers: ({ context, event }: NoteInput) => {
    const signed = signersIn(event.signatures)
    return {
      reviewers: [...new Set([...context.reviewers, ...signed])].slice(0, 10),
      ...signing(context, event),
    }
  },
  noteEndorser: ({ context, event }: NoteInput) => ({
    endorser: personIn(event),
    ...signing(context, event),
  }),
  noteExtended: () => ({ extended: true }),
  noteDecided: ({ event }: NoteInput) => ({ decidedOn: civilDate(event.at) }),
  noteFalse: ({ context, event: { data } }: NoteInput) => ({
    barred:
      data.ground === 'false-material' || data.falseMaterial === true ? 'false' : context.barred,
  }),
  /** A decision on another ground lifts no bar that runs. */
  noteFraud: ({ context, event: { data } }: NoteInput) => ({
    barred: data.ground === 'fraud' ? 'fraud' : context.barred,
  }),
} satisfies Record<string, (input: NoteInput) => Partial<Application>>

/** The county or city that a form names. */
export const regionIn = (form: Form): Region | null => {
  const region = stringIn(form, 'region') ?? ''
  return isRegion(region) ? region : null
}

/** A clerk names the enterprise; its own people always speak for their own. */
export const ownerIn = (form: Form, by: Actor): string | null =>
  (by.kind === 'person' ? by.enterprise : null) ?? stringIn(form, 'enterprise')
