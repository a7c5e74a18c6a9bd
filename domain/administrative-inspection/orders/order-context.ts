// What does an order of an inspection remember so that its rules can judge?
import { stringIn } from '../../model/event-reading.ts'
import type { CaseEvent, Rule } from '../../model/process.ts'
import { civilDate } from '../../time/instant.ts'
import { listedIn } from '../memory/listed.ts'

export type OrderContext = {
  /** The how manieth of its kind, for papers and links. */
  nth: number
  orderedOn: string | null
  /** The last day on which it may be carried out; moved by an extension. */
  correctBy: string | null
  /** What it orders to be put right, by the names of the findings. */
  findings: string[]
  /** From which day the bureau has its days for the re-check: the last one of the order, or that on which it was reported as carried out. */
  recheckFrom: string | null
  /** The request for more time that waits for an answer. */
  asked: { on: string; until: string; reason: string } | null
}
export type OrderRule = Rule<OrderContext>

/** The context of an order that was just given. XState also calls this without input, so it takes whatever comes. */
export const givenOrder = (event: CaseEvent | undefined): OrderContext => ({
  nth: event?.nth ?? 0,
  orderedOn: event ? civilDate(event.at) : null,
  correctBy: stringIn(event, 'correctBy'),
  recheckFrom: stringIn(event, 'correctBy'),
  asked: null,
  findings: event ? listedIn(event, 'findings') : [],
})

type OrderNote = (input: {
  context: OrderContext
  event: Omit<CaseEvent, 'type'>
}) => Partial<OrderContext>

/** By the names of the chart's actions. */
export const orderNotes = {
  noteReported: ({ event }) => ({ recheckFrom: civilDate(event.at), asked: null }),
  noteAsked: ({ event }) => ({
    asked: {
      on: civilDate(event.at),
      until: stringIn(event, 'until') ?? '',
      reason: stringIn(event, 'reason') ?? '',
    },
  }),
  noteExtended: ({ context, event }) => {
    const correctBy = stringIn(event, 'correctBy') ?? context.correctBy
    return { correctBy, recheckFrom: correctBy, asked: null }
  },
  noteRefused: () => ({ asked: null }),
} satisfies Record<string, OrderNote>
