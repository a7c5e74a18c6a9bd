// What does the record say of an event: who, under whose signatures, and what it has left undone?
import type { CaseEvent, EventDefinition } from '../model/process.ts'
import type { CaseRecord, Signature } from '../model/record.ts'
import { markOf } from '../organisation/actor.ts'
import { pendingSigners } from '../tasks/signing.ts'
import { toMillis } from '../time/days.ts'
import { type Instant, instant, isMidnight, later } from '../time/instant.ts'

/** The event of `return` and others that every chart understands alike have no definition of their own. */
const plainEvent: Pick<EventDefinition, 'audience'> = { audience: 'internal' }

export const markOfEvent = (
  event: CaseEvent,
  definition: EventDefinition | undefined,
  group: string | undefined,
) =>
  event.carried
    ? {
        type: 'carried',
        at: event.at,
        by: { kind: 'system' } as const,
        audience: 'internal' as const,
      }
    : {
        type: event.type,
        at: happenedAt(event, definition),
        by: markOf(event.by, group),
        audience: (definition ?? plainEvent).audience,
      }

/** Never later than it was written down. */
const happenedAt = (
  { data, at }: CaseEvent,
  definition: Pick<EventDefinition, 'happenedIn'> | undefined,
): Instant => {
  const said = definition?.happenedIn ? data[definition.happenedIn] : undefined
  const moment = typeof said === 'string' && toMillis(said) !== null ? instant(said) : at
  return moment < at ? moment : at
}

/** Of what is carried over it is said whose it was and when, for nobody does it now. */
export const dataOfEvent = (event: CaseEvent) =>
  event.carried
    ? {
        act: event.type,
        of: event.carried.fact,
        givenAt: event.carried.at,
        name: event.by.kind === 'person' ? event.by.name : '',
      }
    : { ...event.data, ...signaturesUnder(event) }

/** Whom a step that ends no longer waits for; and what time has ended was skipped by it, not done. */
export const leftUndone = (
  { openTasks }: CaseRecord,
  next: CaseRecord['openTasks'],
  { by }: CaseEvent,
) => {
  const gone = Object.values(openTasks).filter(({ id }) => !next[id])
  const waited = gone.flatMap((task) => pendingSigners(task).map(({ name }) => name))
  return {
    ...(waited.length > 0 ? { unsigned: waited } : {}),
    ...(by.kind === 'clock' && gone.length > 0 ? { skipped: gone.map(({ task }) => task) } : {}),
  }
}

/** One hand alone is that of who acts. */
const signaturesUnder = ({ signatures, beside = [] }: CaseEvent) =>
  signatures.length + beside.length > 1
    ? { signatures: [...signatures, ...beside].map(signatureData) }
    : {}

const signatureData = ({ name, at, opinion, onBehalfOf, against, as, picture }: Signature) => ({
  name,
  at,
  opinion,
  ...(picture ? { picture } : {}),
  ...(onBehalfOf ? { onBehalfOf } : {}),
  ...(against ? { against } : {}),
  ...(as === undefined ? {} : { added: true }),
})

/** What ends at 24:00 belongs to the day it ends, not to the one that begins (民法典 203): a period that follows counts from that day. */
export const momentOfEvent = ({ by, at }: CaseEvent): Instant =>
  by.kind === 'clock' && isMidnight(at) ? later(at, -1) : at

/** With what the product itself states beside what was sent. */
export const withStated = (
  record: CaseRecord,
  definition: EventDefinition | undefined,
  event: CaseEvent,
): CaseEvent =>
  definition?.states
    ? { ...event, data: { ...event.data, ...definition.states(record, event) } }
    : event
