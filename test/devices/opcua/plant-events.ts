// Events as a plant says them, field by field, and a place to hear them.
import { createBook } from '../../../devices/opcua/book.ts'
import { createEvents, type EventDeps } from '../../../devices/opcua/events.ts'
import { eventOf, FIELDS, type PlantEvent } from '../../../devices/opcua/fields.ts'
import { type Item, indexOf } from '../../../devices/opcua/items.ts'
import type { Condition } from '../../../devices/port/port.ts'

export const namespaces = ['http://opcfoundation.org/UA/', 'urn:host:server', 'urn:plant']
export const now = new Date('2026-11-26T08:00:00Z')

/** A NodeId as the stack hands it over: it says itself when it is written. */
export const node = (written: string) => ({ toString: () => written })
export const text = (of: string) => ({ locale: null, text: of })
const status = (code: number) => ({ value: code, name: code === 0 ? 'Good' : 'Bad' })

export const level: Item = {
  device: 'T101',
  point: 'nsu=urn:plant;s=T101.Level',
  node: 'nsu=urn:plant;s=T101.Level',
  unit: '%',
  levels: {},
}
export const condition = 'nsu=urn:plant;s=T101.Level.Alarm'

let events = 0
/** The tank's level alarm: high, active, not acknowledged, unless given otherwise. */
export const fields = (more: Record<string, unknown> = {}): unknown[] => {
  const changes: Record<string, unknown> = {
    EventId: Buffer.from((++events).toString(16).padStart(8, '0'), 'hex'),
    EventType: node('ns=0;i=9341'),
    SourceNode: node('ns=2;s=T101'),
    SourceName: 'T101',
    Time: now,
    ReceiveTime: now,
    Message: text('High 85.000'),
    Severity: 700,
    ConditionId: node('ns=2;s=T101.Level.Alarm'),
    ConditionName: 'T101.Level',
    BranchId: node('ns=0;i=0'),
    Retain: true,
    Quality: status(0),
    LastSeverity: 100,
    'EnabledState.Id': true,
    'ActiveState.Id': true,
    'AckedState.Id': false,
    'ConfirmedState.Id': false,
    'ShelvingState.CurrentState': text('Unshelved'),
    SuppressedOrShelved: true,
    InputNode: node('ns=2;s=T101.Level'),
    'LimitState.CurrentState': text('High'),
    HighHighLimit: 90,
    HighLimit: 80,
    ...more,
  }
  return FIELDS.map((field) => changes[field] ?? null)
}

export const changes = (more: Record<string, unknown> = {}): PlantEvent =>
  eventOf(fields(more), namespaces)
export const normal = {
  'ActiveState.Id': false,
  'LimitState.CurrentState': null,
  Severity: 0,
  Message: text('Back to normal'),
}
export const bad = status(0x80000000)

export const branchId = 'ns=2;g=2EE7E533-1323-FD64-C0B5-7BFF251DB155'

export const driver = (more: Partial<EventDeps> = {}, known: Condition[] = []) => {
  const input = { good: true }
  const book = createBook(known)
  const on: EventDeps = {
    items: indexOf([level]),
    book,
    sources: new Map([['nsu=urn:plant;s=P301', 'P301']]),
    plant: 'park',
    flags: [],
    valueOf: () => 85,
    inputIsGood: async () => input.good,
    now: () => now,
    ...more,
  }
  const made = createEvents(on)
  const conditions = async (event: PlantEvent): Promise<Condition[]> =>
    (await made.receive(event)) as Condition[]
  return { ...made, conditions, book, input }
}
