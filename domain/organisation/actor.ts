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
export type Actor = Person | Machine | Public | { kind: 'clock' } | { kind: 'system' }

/** What a fact keeps of an actor: enough to attribute it for ever, also after people have moved on. */
export type ActorMark = {
  kind: Actor['kind']
  id?: string
  name?: string
  role?: Role
  office?: string
  onBehalfOf?: OnBehalfOf
  picture?: string
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
