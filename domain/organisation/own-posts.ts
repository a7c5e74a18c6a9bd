// For whom does a person act, and who else counts as involved when he does (代理)?

import type { Actor, Appointment, Person } from './actor.ts'

/** Who has acted in a case for whom. */
export type StandIn = { person: string; absent: string }

/**
 * The person with the post he uses, when it is one of somebody absent: that of whoever holds the task, else his own, else a substituted one.
 * Everything that is judged, recorded and remembered afterwards reads `actsFor`.
 */
export const inCapacity = (
  by: Actor,
  fits: (held: Appointment) => boolean,
  holder: string | null = null,
): Actor => {
  if (by.kind !== 'person' || !substitutes(by)) return by
  const { actsFor: _, ...self } = by
  const able = by.appointments.filter(fits)
  const used =
    able.find(({ onBehalfOf }) => onBehalfOf !== undefined && onBehalfOf.id === holder) ??
    able.find(({ onBehalfOf }) => onBehalfOf === undefined) ??
    able[0]
  return used?.onBehalfOf ? { ...self, actsFor: used.onBehalfOf } : self
}

const substitutes = ({ appointments }: Person): boolean =>
  appointments.some(({ onBehalfOf }) => onBehalfOf !== undefined)

/** The person as what he is himself, without the posts of those he stands in for. */
export const ownPosts = (appointments: Appointment[]): Appointment[] =>
  appointments.filter(({ onBehalfOf }) => onBehalfOf === undefined)

/** Whether a task in somebody's name is in the hands of `by`: his own, or of the absent person he acts for. */
export const isAssignedTo = (assignee: { id: string } | null, by: Actor): boolean =>
  by.kind === 'person' && assignee !== null && [by.id, by.actsFor?.id].includes(assignee.id)

/** In whose name a task is claimed: work taken as a substitute lies on the desk of the absent person and stays there. */
export const inName = (by: Person): { id: string; name: string } => {
  const { id, name } = by.actsFor ?? by
  return { id, name }
}

/** The real person, the one he acts for, and everybody who has acted in this case for either: for four eyes they are one. */
export const asOne = ({ standIns = [] }: { standIns?: StandIn[] }, by: Person): string[] => {
  const here = by.actsFor ? [by.id, by.actsFor.id] : [by.id]
  return [
    ...new Set([
      ...here,
      ...standIns.filter(({ absent }) => here.includes(absent)).map(({ person }) => person),
    ]),
  ]
}

/** The stand-ins of a case after `by` has acted. */
export const withStandIn = (standIns: StandIn[] | undefined, by: Actor): StandIn[] | undefined => {
  if (by.kind !== 'person' || !by.actsFor) return standIns
  const one = { person: by.id, absent: by.actsFor.id }
  return standIns?.some(({ person, absent }) => person === one.person && absent === one.absent)
    ? standIns
    : [...(standIns ?? []), one]
}

/** The name under which an act is spoken of inside the authorities: 李四（代 张三）. */
export const nameOnBehalf = ({
  name,
  onBehalfOf,
}: {
  name: string
  onBehalfOf?: { name: string } | undefined
}): string => (onBehalfOf ? `${name}（代 ${onBehalfOf.name}）` : name)

/** The absent people a person stands in for, each with the groups `<office>/<role>` he may use. */
export const absentOf = ({ appointments }: Person): { id: string; groups: string[] }[] => {
  const found = new Map<string, string[]>()
  for (const { office, role, onBehalfOf } of appointments)
    if (onBehalfOf)
      found.set(onBehalfOf.id, [...(found.get(onBehalfOf.id) ?? []), `${office}/${role}`])
  return [...found].map(([id, groups]) => ({ id, groups }))
}
