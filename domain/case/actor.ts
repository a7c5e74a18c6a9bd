// Who acts on a case: a person with appointments, a machine, the legal clock or the system itself?
import type { Region } from '../organisation/regions.ts'
import type { Role } from '../organisation/roles.ts'

/** An appointment in force at the moment of the act; `office` is an office id or `enterprise:<id>`. */
export type Appointment = { office: string; region: Region; role: Role }

export type Person = { kind: 'person'; id: string; name: string; enterprise: string | null; appointments: Appointment[] }
export type Machine = { kind: 'machine'; id: string; name: string; scopes: string[]; region: Region }
export type Actor = Person | Machine | { kind: 'clock' } | { kind: 'system' }

/** What a fact keeps of an actor: enough to attribute it for ever, also after people have moved on. */
export type ActorMark = { kind: Actor['kind']; id?: string; name?: string; role?: Role; office?: string }

/** The groups `<office>/<role>` a person works for. */
export const groupsOf = (actor: Actor): string[] =>
  actor.kind === 'person' ? actor.appointments.map((held) => `${held.office}/${held.role}`) : []

/** The appointment through which a person acts for a group, if he holds one. */
export const appointmentFor = (actor: Actor, group: string): Appointment | undefined =>
  actor.kind === 'person' ? actor.appointments.find((held) => `${held.office}/${held.role}` === group) : undefined

/** The mark a fact stores; `group` names the appointment used. */
export const markOf = (actor: Actor, group?: string): ActorMark => {
  if (actor.kind === 'clock' || actor.kind === 'system') return { kind: actor.kind }
  if (actor.kind === 'machine') return { kind: 'machine', id: actor.id, name: actor.name }
  const held = (group && appointmentFor(actor, group)) || actor.appointments[0]
  return { kind: 'person', id: actor.id, name: actor.name, ...(held ? { role: held.role, office: held.office } : {}) }
}
