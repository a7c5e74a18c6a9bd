// Whose cases may an actor read, and which processes may he start?

import { type Actor, type Appointment, mayReport, type Person } from './actor.ts'
import { type Address, enterpriseOffice, groupOf, officeId } from './offices.ts'
import { type Region, regionAt, regions, regionsBelow } from './regions.ts'

/**
 * What an actor may read: what lies in the regions he answers for, of `caseRegions` the cases too; or what is of his own enterprise. Whoever
 * keeps the platform of a region answers for its accounts, rules and feeds, and for none of its cases.
 */
export type Scope = {
  regions: Region[]
  caseRegions: Region[]
  owner: string | null
  person: string | null
}

const nothing: Scope = { regions: [], caseRegions: [], owner: null, person: null }

/** The one function behind every list, every single read and every live event. */
export const scopeOf = (actor: Actor): Scope => {
  if (actor.kind === 'machine') {
    if (!actor.scopes.includes('cases:read')) return nothing
    const below = regionsBelow(actor.region)
    return { regions: below, caseRegions: below, owner: null, person: null }
  }
  if (actor.kind !== 'person') return nothing
  if (actor.enterprise !== null) return { ...nothing, owner: enterpriseOf(actor), person: actor.id }
  const held = actor.appointments.filter(isOfAuthority)
  return {
    regions: regionsOf(held),
    caseRegions: regionsOf(held.filter((one) => !keepsPlatform(one))),
    owner: null,
    person: actor.id,
  }
}

const regionsOf = (held: Appointment[]): Region[] =>
  [...new Set(held.flatMap(({ region }) => regionsBelow(region)))].sort()

const keepsPlatform = ({ office, region, role }: Appointment): boolean =>
  role === 'administrator' || office === officeId('administration', region)

/** The enterprise that a person acts for now: whose post or power of attorney there has ended acts for none. */
export const enterpriseOf = (actor: Actor): string | null => {
  if (actor.kind !== 'person' || actor.enterprise === null) return null
  const office = enterpriseOffice(actor.enterprise)
  return actor.appointments.some((held) => held.office === office) ? actor.enterprise : null
}

/** As the enterprise itself reads, wherever its cases lie. */
export const asOwner = (scope: Scope, owner: string): Scope => ({
  ...scope,
  regions: [],
  caseRegions: [],
  owner,
})

/** What it takes to keep the platform of one's regions: what waits with whom, and which periods run by which rule; never what was said. */
export const asKeeper = (scope: Scope): Scope => ({ ...scope, caseRegions: scope.regions })

type Place = { region: string; owner: string | null }

export const inScope = (scope: Scope, place: Place): boolean =>
  (scope.regions as string[]).includes(place.region) ||
  (scope.owner !== null && scope.owner === place.owner)

/** The same of a case. */
export const isCaseInScope = ({ caseRegions, ...scope }: Scope, place: Place): boolean =>
  inScope({ ...scope, regions: caseRegions, caseRegions }, place)

/** People of an enterprise read what the party may read; everybody else in scope belongs to the authorities. */
export const audienceOf = (actor: Actor): 'internal' | 'party' =>
  actor.kind === 'person' && actor.enterprise !== null ? 'party' : 'internal'

export const isStaff = (actor: Actor): boolean =>
  actor.kind === 'person' && actor.enterprise === null && actor.appointments.some(isOfAuthority)

/** Those who answer for the time of others. */
export const supervises = (actor: Actor): boolean =>
  isStaff(actor) &&
  actor.kind === 'person' &&
  actor.appointments.some(({ role }) => role === 'leader' || role === 'supervisor')

export const isAdministrator = (actor: Actor): boolean =>
  actor.kind === 'person' && actor.appointments.some(({ role }) => role === 'administrator')

/** The same person without what he may do as an administrator. */
export const withoutAdministration = (person: Person): Person => ({
  ...person,
  appointments: person.appointments.filter(({ role }) => role !== 'administrator'),
})

/** What holds everywhere no county's administrator keeps. */
export const administersCity = (actor: Actor): boolean =>
  actor.kind === 'person' &&
  actor.appointments.some(
    ({ role, region }) => role === 'administrator' && regions[region].level !== 'county',
  )

/** A calendar moves dates everywhere. */
export const keepsCalendars = administersCity

export const hasMachineScope = (actor: Actor, wanted: string): boolean =>
  actor.kind === 'machine' && actor.scopes.includes(wanted)

/** People who hold a post bring files to their cases; a machine only to those it may start. */
export const mayUpload = (actor: Actor): boolean =>
  actor.kind === 'machine'
    ? actor.scopes.some((scope) => scope.startsWith('cases:start:'))
    : actor.kind === 'person' && actor.appointments.length > 0

/** Of a process, who may start it. */
type Startable = {
  id: string
  machineScope?: string
  start: { by: string | Address[]; public?: string[] }
}

/** May the actor start the process at all, wherever the case may lie? */
export const mayStart = (process: Startable, actor: Actor): boolean => {
  if (actor.kind === 'machine')
    return hasMachineScope(actor, `cases:start:${process.id}`) || mayReport(process, actor)
  if (actor.kind === 'public') return process.start.public !== undefined
  if (actor.kind !== 'person' || !Array.isArray(process.start.by)) return false
  const { by } = process.start
  return actor.appointments.some((held) => by.some((address) => answers(held, address)))
}

/** May he start it for a case in this region and of this enterprise? */
export const mayStartIn = (
  process: Startable,
  actor: Actor,
  place: { region: Region; owner: string | null },
): boolean => {
  if (actor.kind === 'machine')
    return mayStart(process, actor) && regionsBelow(actor.region).includes(place.region)
  if (actor.kind === 'public')
    return (
      mayStart(process, actor) && regions[place.region].level === 'county' && place.owner === null
    )
  if (actor.kind !== 'person' || !Array.isArray(process.start.by)) return false
  const groups = process.start.by.map((address) => groupOf(address, place))
  return actor.appointments.some(({ office, role }) => groups.includes(`${office}/${role}`))
}

const isOfAuthority = ({ office }: Appointment): boolean => !office.startsWith(enterpriseOffice(''))

const answers = (held: Appointment, address: Address): boolean => {
  if (held.role !== address.role) return false
  if (address.office === 'enterprise') return !isOfAuthority(held)
  return (
    regions[held.region].level === address.level &&
    held.office === officeId(address.office, regionAt(held.region, address.level))
  )
}
