// What does the chart remember of each event?
import { stringIn } from '../model/event-reading.ts'
import type { CaseEvent } from '../model/process.ts'
import { civilDate } from '../time/instant.ts'
import { findingsIn } from './checklists/findings.ts'
import { type InspectionContext, notedIn, ordersOpenIn } from './memory/context.ts'
import { joinedIn } from './memory/joined.ts'
import { listedIn } from './memory/listed.ts'
import { joining, nothingNoted, noting } from './memory/noted.ts'

type NoteInput = { context: InspectionContext; event: Omit<CaseEvent, 'type'> }
type Note = (input: NoteInput) => Partial<InspectionContext>

/** What an act is about leads somewhere from now on. */
const settled: Note = ({ context, event }) => {
  const chosen = new Set(listedIn(event, 'findings'))
  return { open: context.open.filter((name) => !chosen.has(name)) }
}

/** By the names of the chart's actions. */
export const notes = {
  noteDay: ({ context, event }) => ({
    plannedOn: stringIn(event, 'plannedOn') ?? context.plannedOn,
  }),
  noteNoticed: ({ context, event }) => ({
    noticed: true,
    plannedOn: stringIn(event, 'plannedOn') ?? context.plannedOn,
  }),
  noteBegun: ({ event }) => ({
    certificates: listedIn(event, 'certificates').slice(0, 10),
    begunOn: civilDate(event.at),
  }),
  noteInvited: ({ context, event }) => ({
    joined: [
      ...joinedIn(context),
      { bureau: stringIn(event, 'bureau') ?? '', state: 'invited', certificates: [], said: '' },
    ],
  }),
  noteNoted: ({ context, event }) => ({ noted: noting(notedIn(context), event.data) }),
  noteJoined: ({ context, event }) => ({
    noted: joining(notedIn(context), stringIn(event, 'into') ?? '', listedIn(event, 'entries')),
  }),
  noteRecorded: ({ event }) => ({
    noted: nothingNoted,
    recordedOn: civilDate(event.at),
    open: findingsIn(event.data),
  }),
  noteSettled: settled,
  noteReopened: ({ context, event }) => ({
    open: [...new Set([...context.open, ...listedIn(event, 'findings')])],
  }),
  noteOrdered: (input) => ({ ...settled(input), ordersOpen: ordersOpenIn(input.context) + 1 }),
} satisfies Record<string, Note>
