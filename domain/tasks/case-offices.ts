// Which offices have a case in hand: those that its process names for it?
import { statesOf } from '../model/chart.ts'
import type {
  ClockDefinition,
  EventDefinition,
  ItemDefinition,
  ProcessDefinition,
  TaskMeta,
} from '../model/process.ts'
import type { CaseRecord } from '../model/record.ts'
import type { Appointment, Person } from '../organisation/actor.ts'
import { type Address, emergencyKinds, groupOf } from '../organisation/offices.ts'
import { addressesOfAct, addressesOfClock, addressesOfTask } from './tasks.ts'

type Remembered = Record<string, unknown>
type Addresses = readonly Address[]
type Course = Pick<ItemDefinition, 'machine' | 'clocks'> & { events: readonly EventDefinition[] }

/**
 * Whether a post is one of an office of the authorities that the process names in such a case: to work a task, to act, to answer for a period,
 * or to be told; or of the leadership above one of these. Nobody has a case in hand because he keeps the platform.
 */
export const hasInHand = (
  process: ProcessDefinition,
  record: CaseRecord,
  { office }: Pick<Appointment, 'office'>,
): boolean => {
  const known = officesKnown.get(record)
  if (known?.process === process) return known.offices.has(office)
  const offices = officesOf(process, record)
  officesKnown.set(record, { process, offices })
  return offices.has(office)
}

/**
 * The chiefs and leaders whom the process names in such a case: those of the office of `by` where it has some, else all of them; as groups.
 */
export const headsInHand = (
  process: ProcessDefinition,
  record: CaseRecord,
  { appointments }: Pick<Person, 'appointments'>,
): string[] => {
  const heads = addressesOf(process, record.snapshot.context)
    .flatMap(withLeadership)
    .filter(({ role }) => role === 'section-chief' || role === 'leader')
    .flatMap((one) => groupOf(one, record) ?? [])
  const own = heads.filter((group) =>
    appointments.some(({ office }) => group.startsWith(`${office}/`)),
  )
  return [...new Set(own.length > 0 ? own : heads)].sort()
}

/** A record is replaced, not changed, and is asked for every act and every post of whoever reads it. */
const officesKnown = new WeakMap<
  CaseRecord,
  { process: ProcessDefinition; offices: ReadonlySet<string | null> }
>()

const officesOf = (process: ProcessDefinition, record: CaseRecord): ReadonlySet<string | null> => {
  const { snapshot, items = {} } = record
  const named = [
    ...addressesOf(process, snapshot.context),
    ...Object.values(items).flatMap(({ kind, snapshot }) => {
      const definition = process.items?.find((one) => one.kind === kind)
      return definition ? ofItem(definition, snapshot.context) : []
    }),
  ]
  return new Set(named.flatMap(withLeadership).map((one) => officeOf(one, record)))
}

const officeOf = (address: Address, place: CaseRecord): string | null =>
  groupOf(address, place)?.replace(/\/[^/]*$/, '') ?? null

const withLeadership = (address: Address): Address[] => {
  if (address.office === 'enterprise' || address.office === 'administration') return []
  return emergencyKinds.includes(address.office)
    ? [address, { ...address, role: 'leader', office: 'leadership' }]
    : [address]
}

/** Of the case, and of its items before there are any. */
const addressesOf = (process: ProcessDefinition, context: Remembered): Addresses => {
  const { machine, clocks, start, events, reopen, items = [] } = process
  return [
    ...ofCourse({ machine, clocks, events: [start, ...Object.values(events)] }, context),
    ...(reopen?.by ?? []),
    ...items.flatMap((item) => ofItem(item, {})),
  ]
}

const ofItem = (item: ItemDefinition, context: Remembered): Addresses => [
  ...ofCourse({ ...item, events: Object.values(item.events) }, context),
  ...(item.notify?.(context) ?? []),
]

const ofCourse = ({ machine, clocks, events }: Course, context: Remembered): Addresses => [
  ...statesOf(machine).flatMap(({ task }) => (task ? ofTask(task, context) : [])),
  ...events.flatMap((one) => ofAct(one, context)),
  ...clocks.flatMap((one) => ofClock(one, context)),
]

const ofTask = (task: TaskMeta, context: Remembered): Addresses => [
  task.to,
  ...(task.also ?? []),
  ...addressesOfTask(task, context),
  ...(task.signers?.mode === 'sequence' ? task.signers.next : []),
  ...(task.borrow ?? []),
]

const ofAct = (act: EventDefinition, context: Remembered): Addresses => [
  ...(Array.isArray(act.by) ? act.by : []),
  ...addressesOfAct(act, context),
  ...(act.notify ?? []),
  ...(act.notifyFor?.(context) ?? []),
  ...(act.tells?.(context)?.notify ?? []),
]

const ofClock = (clock: ClockDefinition, context: Remembered): Addresses => [
  clock.clockOwner,
  ...addressesOfClock(clock, context),
  ...clock.warnNotify,
  ...clock.escalationPolicy.flatMap(({ notify, notifyIn }) => [
    ...notify,
    ...(notifyIn?.(notify, context) ?? []),
  ]),
]
