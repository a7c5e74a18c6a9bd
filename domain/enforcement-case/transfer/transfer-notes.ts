// What does the chart remember of each step between the authority and the police?
import { personIn, stringIn } from '../../model/event-reading.ts'
import { civilDate, instant } from '../../time/instant.ts'
import type { EnforcementContext, EnforcementEvent } from '../memory/context.ts'
import { todayOf } from '../memory/penalties.ts'
import { withInterval } from '../memory/suspension.ts'
import {
  personsFinedIn,
  refusalOutstanding,
  untransferred,
  type WithPolice,
  withPersons,
} from '../memory/with-police.ts'

type Note = (input: {
  context: EnforcementContext
  event: EnforcementEvent
}) => Partial<EnforcementContext>

/** The day of a moment of the form; null: the form says none. */
export const dayOfHandover = ({ data }: Pick<EnforcementEvent, 'data'>): string | null => {
  const moment = Date.parse(String(data.handedOn))
  return Number.isNaN(moment) ? null : civilDate(instant(moment))
}

const decided = (
  from: NonNullable<WithPolice['transferredFrom']>,
  event: EnforcementEvent,
): Partial<EnforcementContext> => ({
  ...untransferred,
  transferredFrom: from,
  transferDecidedOn: todayOf(event),
})

/** The days with the police do not count for the court, whose window is reckoned without them. */
const putOff = (
  { transferredFrom, transferDecidedOn: from, suspensions }: EnforcementContext,
  to: string,
): Partial<EnforcementContext> =>
  transferredFrom === 'performance' && typeof from === 'string' && to >= from
    ? { suspensions: withInterval(suspensions, { from, to }) }
    : {}

/** By the names of the chart's actions. */
export const transferNotes = {
  noteTransferDecided: ({ event }) => decided('investigation', event),
  noteTransferOfPunished: ({ event }) => decided('performance', event),
  noteTransferOfPaid: ({ event }) => decided('closing', event),
  noteTransferRefused: () => ({ transferAdvised: false }),
  noteHandedOver: ({ event }) => ({
    policeReceivedOn: dayOfHandover(event) ?? todayOf(event),
    procuratorateCopiedAt: stringIn(event, 'procuratorate') === null ? null : event.at,
  }),
  noteCopied: ({ context, event }) => ({
    procuratorateCopiedAt: context.procuratorateCopiedAt ?? stringIn(event, 'copiedAt') ?? event.at,
    copyRecorded: true,
  }),
  notePoliceFiled: ({ event }) => ({ policeFiledOn: stringIn(event, 'receivedOn') }),
  notePoliceRefused: ({ context, event }) => ({
    policeRefusedOn: stringIn(event, 'receivedOn'),
    policeFileReturned: event.data.fileReturned !== false,
    policeReconsidered: typeof context.reconsiderationAskedOn === 'string',
    // What was complained of was the silence, not this answer.
    ...(refusalOutstanding(context) ? { filingSupervised: false } : {}),
  }),
  noteReconsiderationAsked: ({ event }) => ({ reconsiderationAskedOn: todayOf(event) }),
  noteRequestReceived: ({ event }) => ({
    reconsiderationReceivedOn: stringIn(event, 'receivedOn'),
  }),
  noteSupervisionAsked: () => ({ filingSupervised: true }),
  noteMaterialsHandedOver: () => ({ materialsHandedOver: true }),
  /** What the criminal matter has brought to light counts as evidence. */
  noteCameBack: ({ context, event }) => ({
    transferredFrom: null,
    transferAdvised: false,
    ...putOff(context, todayOf(event)),
  }),
  noteCriminalReturn: ({ context, event }) => ({
    transferredFrom: null,
    transferAdvised: false,
    ...putOff(context, stringIn(event, 'receivedOn') ?? todayOf(event)),
    evidence: true,
    convictedUnfined: event.data.outcome === 'convicted' && event.data.criminalFine === undefined,
    criminallyFined: context.criminallyFined === true || event.data.partyFined === true,
    personsFined: withPersons(context.personsFined, personsFinedIn(event.data)),
  }),
  noteTransferClosing: ({ event }) => ({ closer: personIn(event) }),
} satisfies Record<string, Note>
