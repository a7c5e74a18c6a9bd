// What does the chart remember of reconsideration and litigation, and what is paid back after them?
import { stringIn } from '../../model/event-reading.ts'
import {
  daysAfterRemedy,
  figuresAfterAnnulment,
  figuresThatStand,
  oncePaid,
} from './after-remedy.ts'
import { fenOf, withoutReduction, yuanOf } from './agreed.ts'
import type { EnforcementContext, EnforcementEvent } from './context.ts'
import { courtFromOf } from './owing.ts'
import { todayOf } from './penalties.ts'

type NoteInput = { context: EnforcementContext; event: EnforcementEvent }
type Note = (input: NoteInput) => Partial<EnforcementContext>

const ended: Note = ({ context, event }) => {
  const to = stringIn(event, 'decidedOn') ?? todayOf(event)
  const days = daysAfterRemedy(context, { to, withdrawn: event.data.outcome === 'withdrawn' })
  return {
    ...days,
    remedy: null,
    outcomeOn: to,
    courtFrom: courtFromOf({ ...context, ...days, outcomeOn: to }, event),
    courtEnd: null,
    courtPaused: false,
  }
}

/** How the fine stands once the remedy has ended with the event; also of one that stands as it was: what it has cost on days that did not count, as is known only now, is returned. */
export const standing = (input: NoteInput, fine: number): Partial<EnforcementContext> => {
  const days = ended(input)
  const { context, event } = input
  return { ...days, ...figuresThatStand({ ...context, ...days }, fine, todayOf(event), event) }
}

const upheld: Note = (input) => standing(input, input.context.imposed)

const changed: Note = (input) => {
  const { context, event } = input
  const { newFine } = event.data
  const fine = typeof newFine === 'number' ? newFine : context.imposed
  const stands = standing(input, fine)
  return {
    ...stands,
    ...withoutReduction(context.agreed, stands.owed ?? 0),
    changedBy: context.remedy,
    withdrawalDue: context.published,
  }
}

/** 国家赔偿法 36: for confiscated goods that were sold what they were sold for is returned. */
const annulled: Note = (input) => {
  const { proceeds = 0, published } = input.context
  const { refundDue, ...figures } = figuresAfterAnnulment(input.context)
  return {
    ...ended(input),
    ...figures,
    refundDue: proceeds > 0 ? yuanOf(fenOf(refundDue ?? 0) + fenOf(proceeds)) : refundDue,
    annulled: true,
    withdrawalDue: published,
  }
}

/** What was paid while it was on its way back may have left something over as well. */
const refunded: Note = ({ context, event }) => {
  const back = { refundDue: null, refundAsked: false }
  return context.annulled
    ? back
    : { ...back, ...oncePaid({ ...context, ...back }, todayOf(event), event) }
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
  noteUpheld: upheld,
  noteChanged: changed,
  noteAnnulled: annulled,
  notePublicationWithdrawn: () => ({ published: false, withdrawalDue: false }),
  noteRefunded: refunded,
} satisfies Record<string, Note>
