// Who may look at the roster of an office, who enters it, and who publishes it?
import type { Actor, Appointment, Person } from '../organisation/actor.ts'
import { isRegion, type Region, regionsBelow } from '../organisation/regions.ts'
import type { Role } from '../organisation/roles.ts'
import type { RosterOffice } from './offices.ts'

const officeOf = (group: string): string => group.slice(0, group.lastIndexOf('/'))

/** The office itself, and that whose leaders lead it on duty. */
const itsOffices = ({ office, groups }: RosterOffice): string[] => [office, officeOf(groups.leader)]

const staffPosts = (actor: Actor): Appointment[] =>
  actor.kind === 'person' && actor.enterprise === null ? actor.appointments : []

/** Who has to reach other desks at night: the control rooms, the leaders and the safety committee's supervisors above them. */
const watching: Role[] = ['duty-officer', 'leader', 'supervisor']
const watchingKinds = ['bureau', 'command', 'leadership', 'committee']

const watches = ({ office, role, region }: Appointment, over: Region): boolean =>
  watching.includes(role) &&
  watchingKinds.includes(office.slice(office.indexOf('-') + 1)) &&
  isRegion(region) &&
  regionsBelow(region).includes(over)

/** The people of the office, and the desks above it. */
export const maySeeRoster = (actor: Actor, roster: RosterOffice): boolean =>
  staffPosts(actor).some(
    (held) => itsOffices(roster).includes(held.office) || watches(held, roster.region),
  )

const keeping: Role[] = ['duty-officer', 'section-chief', 'leader', 'clerk']

/** 值班表由本单位编排. */
export const mayEnterRoster = (actor: Actor, roster: RosterOffice): boolean =>
  staffPosts(actor).some(
    ({ office, role }) =>
      (office === roster.office && keeping.includes(role)) ||
      `${office}/${role}` === roster.groups.leader,
  )

/** The post by which somebody publishes what `enteredBy` has entered; undefined: he may not. Nobody publishes his own, also not through a substitute. */
const publishingPost = (
  by: Person,
  { groups }: RosterOffice,
  enteredBy: string,
): Appointment | undefined =>
  by.id === enteredBy
    ? undefined
    : staffPosts(by).find(
        ({ office, role, onBehalfOf }) =>
          `${office}/${role}` === groups.leader && onBehalfOf?.id !== enteredBy,
      )

export const mayPublishRoster = (actor: Actor, roster: RosterOffice, enteredBy: string): boolean =>
  actor.kind === 'person' && publishingPost(actor, roster, enteredBy) !== undefined

export const leadsRoster = (actor: Actor, { groups }: RosterOffice): boolean =>
  staffPosts(actor).some(({ office, role }) => `${office}/${role}` === groups.leader)
