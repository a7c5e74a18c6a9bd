// What does the chart remember of each event?

import { personIn, stringIn } from '../../model/event-reading.ts'
import type { CaseEvent } from '../../model/process.ts'
import { civilDate } from '../../time/instant.ts'
import { type HazardContext, type HazardEvent, type ListingLevel, outcomesIn } from './context.ts'
import { dayEnding, extensionInTime } from './extension.ts'

type Note = (input: { context: HazardContext; event: HazardEvent }) => Partial<HazardContext>

const order: Note = ({ event }) => ({
  orderer: personIn(event),
  order: 'ordinary',
  items: itemsIn(event),
  orderedOn: civilDate(event.at),
  dueDate: dateIn(event),
  served: event.data.service !== 'later',
  overdue: false,
})

/** No request for more time is in hand any more. */
const answered = { extensionOutside: false, extensionAwaited: false }

/** By the names of the chart's actions. */
export const notes = {
  noteVerified: ({ context, event }) => ({
    grade: event.data.grade === 'major' ? 'major' : 'general',
    // A hazard that was reopened is listed by nobody until it is listed anew.
    listedBy: null,
    enterprise: context.enterprise ?? stringIn(event, 'enterprise'),
    verifiers: [
      ...new Set(
        event.signatures
          .filter((signature) => !signature.withdrawn)
          .map((signature) => signature.person),
      ),
    ].slice(0, 5),
  }),
  noteOutside: () => ({ handedOutside: true }),
  noteAnswerOwed: () => ({ answerOwed: true }),
  noteAnswerGiven: () => ({ answerOwed: false }),
  // A return names no measures: it brings back the stop that was lifted.
  noteImposed: ({ event }) => ({ stopped: event.data.measures !== 'evacuate' }),
  noteUnmeasured: () => ({ stopped: false }),
  noteOrder: order,
  noteListed: (input) => ({ ...order(input), order: 'listed', listedBy: levelIn(input.event) }),
  noteServed: () => ({ served: true }),
  noteRectified: ({ event }) => ({ rectifier: personIn(event), ...answered }),
  noteToRecheck: () => ({ passed: false }),
  noteRechecked: ({ event }) => ({ rechecker: personIn(event), passed: true }),
  noteFailed: ({ context, event }) => ({
    rechecker: personIn(event),
    dueDate: dateIn(event),
    items: stillOpen(context, event),
    overdue: false,
    failedRechecks: Math.min(context.failedRechecks + 1, 99),
  }),
  noteExtended: ({ context, event }) => ({
    dueDate: dateIn(event),
    extensions: Math.min(context.extensions + 1, 99),
    ...answered,
    overdue: false,
  }),
  noteAsked: ({ context, event }) => {
    const inTime = extensionInTime({ context, event: event as CaseEvent }) === true
    return { extensionOutside: !inTime, extensionAwaited: inTime }
  },
  noteAnswered: () => answered,
  /** 处罚办法 16: it waited for this answer, so the day of the answer is its last. */
  noteRefusedLate: ({ event }) => ({ ...answered, dueDate: civilDate(event.at), overdue: true }),
  /** Nobody answered in its days; an answer may still come until the date, but nothing waits for it. */
  noteUnanswered: () => ({ extensionAwaited: false }),
  /** The last day for the answer is that of the order, too: until then it could still be given. */
  noteUnansweredLate: ({ event }) => ({ ...answered, dueDate: dayEnding(event), overdue: true }),
  noteOverdue: () => ({ overdue: true }),
  noteStopOrdered: () => ({ stopOrdered: true }),
  noteNoStopOrdered: () => ({ stopOrdered: false }),
  notePowerNotice: ({ event }) => ({
    powerNotice: { cutAt: String(event.data.cutAt), emergency: event.data.emergency === true },
  }),
  noteClosure: ({ event }) => ({
    closureProposed: true,
    closureProposedOn: civilDate(event.at),
  }),
  noteNoClosure: () => ({ closureProposed: false }),
} satisfies Record<string, Note>

const dateIn = ({ data, at }: HazardEvent): string =>
  typeof data.dueDate === 'string' ? data.dueDate : civilDate(at)
const levelIn = ({ data }: HazardEvent): ListingLevel =>
  data.level === 'province' || data.level === 'city' ? data.level : 'county'
const itemsIn = ({ data }: HazardEvent): string[] =>
  Array.isArray(data.items)
    ? data.items.filter((one): one is string => typeof one === 'string').slice(0, 30)
    : []

/** What a failed re-check has found in order need not be shown again. */
const stillOpen = ({ items }: HazardContext, { data }: HazardEvent): string[] => {
  const passed = new Set(outcomesIn(data).flatMap(({ item, passed }) => (passed ? [item] : [])))
  return items.filter((item) => !passed.has(item))
}
