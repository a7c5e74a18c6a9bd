// What little does the chart remember of an inspection so that its rules can judge?
import { stringIn } from '../../model/event-reading.ts'
import type { CaseEvent, Rule } from '../../model/process.ts'
import type { CaseRecord } from '../../model/record.ts'
import { isException } from './grounds.ts'
import type { JoinedBureau } from './joined.ts'
import { listedIn } from './listed.ts'
import { type Noted, nothingNoted } from './noted.ts'

/** Bounded JSON; everything else is in the case's facts. */
export type InspectionContext = {
  /** Whose the visited place is; the case is its own only once it is told of the visit. */
  enterprise: string | null
  ground: string
  /** The list that is gone through; absent in cases of before. */
  checklist?: string | null
  /** Outside the yearly number, and free to come without a notice. */
  exception: boolean
  plannedOn: string | null
  noticed: boolean
  /** Whom the lot has named; empty: no lot has. */
  drawnOfficers: string[]
  /** The bureaus that join the visit; absent: none was asked. */
  joined?: JoinedBureau[]
  /** Numbers of the certificates shown at the door. */
  certificates: string[]
  /** What the phones have noted until the record is made; absent: nothing. */
  noted?: Noted
  /** The day on which officers stood at the door. */
  begunOn: string | null
  recordedOn: string | null
  /** Findings that lead nowhere yet, by name. */
  open: string[]
  /** How many orders have still to be looked at again; absent: none was given. */
  ordersOpen?: number
}

export type InspectionRule = Rule<InspectionContext>

/** The context of a new case. XState also calls this without input, so it takes whatever comes. */
export const opening = (event: CaseEvent | undefined): InspectionContext => ({
  enterprise: stringIn(event, 'enterprise'),
  ground: stringIn(event, 'ground') ?? 'planned',
  checklist: stringIn(event, 'checklist'),
  exception: isException(event?.data.ground),
  plannedOn: stringIn(event, 'plannedOn'),
  noticed: false,
  drawnOfficers: event ? listedIn(event, 'drawnOfficers') : [],
  certificates: [],
  begunOn: null,
  recordedOn: null,
  open: [],
})

/** What the phones have noted so far. */
export const notedIn = ({ noted }: InspectionContext): Noted => noted ?? nothingNoted

export const ordersOpenIn = ({ ordersOpen }: InspectionContext): number => ordersOpen ?? 0

export const remembered = ({ snapshot }: Pick<CaseRecord, 'snapshot'>): InspectionContext =>
  snapshot.context as unknown as InspectionContext

/** Whether the party has been told of the visit, or officers stand at its door: from then on the case is its own. */
export const toItsParty = (
  _: Record<string, unknown>,
  { enterprise }: Record<string, unknown>,
): { owner?: string } => (typeof enterprise === 'string' ? { owner: enterprise } : {})
