// What does the chart remember of reconsideration and litigation, and what is paid back after them?
import { stringIn } from '../../model/event-reading.ts'
import type { EnforcementContext, EnforcementEvent } from './context.ts'
import { courtFromOf } from './owing.ts'
import { todayOf } from './penalties.ts'

type NoteInput = { context: EnforcementContext; event: EnforcementEvent }
type Note = (input: NoteInput) => Partial<EnforcementContext>

/** So many times is a penalty fought over at most. */
const mostStays = 6

/** The days from the application to the decision are not counted, both included (处罚法 73). */
const ended: Note = ({ context, event }) => {
  const to = stringIn(event, 'decidedOn') ?? todayOf(event)
  const remedyDecidedOn = event.data.outcome === 'withdrawn' ? context.remedyDecidedOn : to
  return {
    remedy: null,
    pendingSince: null,
    stayed: false,
    stays: [...context.stays, { from: context.pendingSince ?? to, to }].slice(-mostStays),
    outcomeOn: to,
    remedyDecidedOn,
    courtFrom: courtFromOf({ ...context, remedyDecidedOn }, event),
    courtEnd: null,
    courtPaused: false,
  }
}

const inFen = (yuan: number): number => Math.round(yuan * 100) / 100

const orNothing = (yuan: number): number | null => (yuan > 0 ? inFen(yuan) : null)

/** The fine is another: what was paid above it, and above the surcharge that it can bear, is returned. */
const changed: Note = (input) => {
  const { context, event } = input
  const { newFine } = event.data
  const imposed = typeof newFine === 'number' ? newFine : context.imposed
  const paid = context.imposed - context.owed
  return {
    ...ended(input),
    imposed,
    owed: Math.max(0, imposed - paid),
    booked: Math.min(context.booked, imposed),
    surchargePaid: Math.min(context.surchargePaid, imposed),
    refundDue: orNothing(
      Math.max(0, paid - imposed) + Math.max(0, context.surchargePaid - imposed),
    ),
    withdrawalDue: context.published,
  }
}

const annulled: Note = (input) => {
  const { imposed, owed, surchargePaid, published } = input.context
  return {
    ...ended(input),
    annulled: true,
    owed: 0,
    refundDue: orNothing(imposed - owed + surchargePaid),
    withdrawalDue: published,
  }
}

/** By the names of the chart's actions. */
export const remedyNotes = {
  noteRemedyReceived: ({ event }) => ({
    remedy: event.data.remedy === 'litigation' ? 'litigation' : 'reconsideration',
    pendingSince: stringIn(event, 'filedOn'),
    remedyReceivedOn: stringIn(event, 'receivedOn'),
  }),
  noteStayed: () => ({ stayed: true }),
  noteStayLifted: () => ({ stayed: false }),
  noteUpheld: ended,
  noteChanged: changed,
  noteAnnulled: annulled,
  notePublicationWithdrawn: () => ({ published: false, withdrawalDue: false }),
  noteRefunded: () => ({ refundDue: null }),
} satisfies Record<string, Note>
