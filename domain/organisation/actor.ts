// Who acts on a case: a person with appointments, a machine, somebody of the public, the legal clock or the system itself?
import type { Region } from './regions.ts'
import type { Role } from './roles.ts'

/** 代理: the absent person, and the order that lets somebody stand in for him. */
export type OnBehalfOf = { id: string; name: string; order: string }

/** An appointment in force at the moment of the act; `office` is an office id or `enterprise:<id>`. With `onBehalfOf` it is an absent person's. */
export type Appointment = { office: string; region: Region; role: Role; onBehalfOf?: OnBehalfOf }

export type Person = {
  kind: 'person'
  id: string
  name: string
  enterprise: string | null
  appointments: Appointment[]
  /** Set once it is known which post an act uses, and only if that is an absent person's. */
  actsFor?: OnBehalfOf
  /** The hash of the handwritten signature he puts under his act; absent: his typed name. */
  picture?: string
}
export type Machine = {
  kind: 'machine'
  id: string
  name: string
  scopes: string[]
  region: Region
}
/** Somebody who is not signed in and may stay nameless (12350); `id` is drawn for one report and says nothing of him. */
export type Public = { kind: 'public'; id: string }
/**
 * Whom an item of a case concerns (处罚到人), or his counsel: come in by the number of the case, the code of his paper and his telephone. He
 * reads and does what is of that item and nothing else. `counsel`: by which power of attorney; absent: the person himself. `item` null: he stands
 * for the enterprise of the case, and reads what that reads.
 */
export type Holder = { kind: 'holder'; id: string; item: number | null; counsel?: Counsel }
/** 一般授权 / 特别授权. */
export type CounselScope = 'general' | 'special'
/** `for`: whom he stands for, as the record names that. */
export type Counsel = { no: number; name: string; scope: CounselScope; for: string }

export type Actor = Person | Machine | Public | Holder | { kind: 'clock' } | { kind: 'system' }

type Entrance = { item: number | null; counsel?: number; telephone?: number }

/**
 * The same for whoever comes in again, and another in another case. `telephone`: how often that of his entrance was corrected, so that
 * whoever came in by the one before is nobody any more.
 */
export const holderId = (caseId: string, { item, counsel, telephone = 0 }: Entrance): string => {
  const parts = [String(item ?? 'enterprise'), ...(counsel === undefined ? [] : [String(counsel)])]
  const entrance = parts.length - 1
  const marked = parts.map((part, at) =>
    telephone > 0 && at === entrance ? `${part}~${telephone}` : part,
  )
  return ['holder', ...marked, caseId].join(':')
}

/** The number of the item by which somebody of that id comes in: his own, or his power of attorney; null: it is no holder's. */
export const entranceIn = (id: string): number | null => {
  const [, item, counsel] =
    /^holder:(\d+|enterprise)(?:~\d+)?:(?:(\d+)(?:~\d+)?:)?[^:]+$/.exec(id) ?? []
  const no = Number(counsel ?? item)
  return item === undefined || Number.isNaN(no) ? null : no
}

/** What a fact keeps of an actor: enough to attribute it for ever, also after people have moved on. */
export type ActorMark = {
  kind: Actor['kind']
  id?: string
  name?: string
  role?: Role
  office?: string
  onBehalfOf?: OnBehalfOf
  picture?: string
  /** Whom a counsel stands for; absent: he is none. */
  counselOf?: string
}

/** Whether it is a machine with the scope that the process wants of one. */
export const mayReport = ({ machineScope }: { machineScope?: string }, actor: Actor): boolean =>
  actor.kind === 'machine' && machineScope !== undefined && actor.scopes.includes(machineScope)

/** The groups `<office>/<role>` a person works for. */
export const groupsOf = (actor: Actor): string[] =>
  actor.kind === 'person'
    ? [...new Set(actor.appointments.map((held) => `${held.office}/${held.role}`))]
    : []

/** The appointment through which a person acts for a group, if he holds one: his own, or that of whom he acts for. */
const appointmentFor = (
  { appointments, actsFor }: Person,
  group: string | undefined,
): Appointment | undefined => {
  const used = appointments.filter(({ onBehalfOf }) => onBehalfOf?.id === actsFor?.id)
  return used.find((held) => `${held.office}/${held.role}` === group) ?? used[0]
}

/** The mark a fact stores; `group` names the appointment used. */
export const markOf = (actor: Actor, group?: string): ActorMark => {
  if (actor.kind === 'clock' || actor.kind === 'system') return { kind: actor.kind }
  if (actor.kind === 'public') return { kind: 'public' }
  if (actor.kind === 'machine') return { kind: 'machine', id: actor.id, name: actor.name }
  if (actor.kind === 'holder') return markOfHolder(actor)
  const held = appointmentFor(actor, group)
  const { id, name, actsFor, picture } = actor
  return {
    kind: 'person',
    id,
    name,
    ...(held ? { role: held.role, office: held.office } : {}),
    ...(actsFor ? { onBehalfOf: actsFor } : {}),
    ...(picture ? { picture } : {}),
  }
}

/** Who a person is stands with the item, in confidence: the record says only that it was he. */
const markOfHolder = ({ kind, id, counsel }: Holder): ActorMark =>
  counsel ? { kind, id, name: counsel.name, counselOf: counsel.for } : { kind, id }
