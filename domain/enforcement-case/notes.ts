// What does the chart remember of each event?
import { personIn, stringIn } from '../model/event-reading.ts'
import type { EnforcementContext, EnforcementEvent } from './memory/context.ts'
import { unnoticed } from './memory/context.ts'
import { penaltyIn } from './memory/kinds.ts'
import { hearingOf, todayOf } from './memory/penalties.ts'

type NoteInput = { context: EnforcementContext; event: EnforcementEvent }
type Note = (input: NoteInput) => Partial<EnforcementContext>

const signedBy = ({ signatures }: EnforcementEvent): string[] =>
  signatures.flatMap(({ withdrawn, person }) => (withdrawn ? [] : [person]))

const withSigners = ({ context, event }: NoteInput): string[] =>
  [...new Set([...context.investigators, ...signedBy(event)])].slice(0, 10)

/** What the law looks at before anything is punished, as the report has found it. */
const findings = ({ data }: EnforcementEvent): Partial<EnforcementContext> => {
  const circumstances: unknown[] = Array.isArray(data.circumstances) ? data.circumstances : []
  return {
    actEnded: stringIn({ data }, 'actEnded'),
    seriousHarm: circumstances.includes('serious-harm'),
    complex: circumstances.includes('complex'),
    majorInterest: circumstances.includes('major-interest'),
    spared: ['minor', 'corrected', 'no-harm'].every((one) => circumstances.includes(one)),
  }
}

/** By the names of the chart's actions. */
export const notes = {
  noteEvidence: (input) => ({ evidence: true, investigators: withSigners(input) }),
  noteRecused: ({ context, event }) => ({
    recused: [
      ...context.recused,
      ...(personIn(event) === null ? [] : [personIn(event) ?? '']),
    ].slice(0, 10),
  }),
  /** A new report is notified, heard and reviewed anew. */
  noteConcluded: (input) => ({
    ...unnoticed,
    ...findings(input.event),
    ...penaltyIn(input.event.data.advice === 'penalty' ? input.event.data : {}),
    punish: input.event.data.advice === 'penalty',
    investigators: withSigners(input),
  }),
  noteNoticed: ({ context, event }) => ({
    ...unnoticed,
    noticedOn: todayOf(event),
    hearingOffered: event.data.offerHearing === true || hearingOf(context, todayOf(event)).hearing,
  }),
  noteNoticeServed: ({ event }) => ({ noticeServedOn: stringIn(event, 'servedOn') }),
  noteDefended: () => ({ defended: true }),
  noteHeard: () => ({ hearingHeld: true, defended: true }),
  noteWeighed: () => ({ weighed: true, reviewer: null, discussed: false }),
  noteReviewed: ({ event }) => ({ reviewer: personIn(event) }),
  noteDiscussed: () => ({ discussed: true }),
  noteDecided: ({ event }) => {
    const { fine } = penaltyIn(event.data)
    return { decidedOn: todayOf(event), fined: fine > 0, owed: fine }
  },
  noteDecisionServed: ({ event }) => ({ decisionServedOn: stringIn(event, 'servedOn') }),
  notePaid: ({ context, event: { data } }) => ({
    owed: Math.max(0, context.owed - (typeof data.amount === 'number' ? data.amount : 0)),
  }),
  notePublished: () => ({ published: true }),
  noteClosing: ({ event }) => ({ closer: personIn(event) }),
} satisfies Record<string, Note>
