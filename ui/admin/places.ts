// Which pages do administrators have? Each further one is a line here and a route.
import type { Text } from '../../domain/language/words.ts'
import { paths } from '../client/paths.ts'
import { adminPaths } from './paths.ts'
import { adminWords as w } from './words.ts'

/** `open`: all staff may read it. */
export type AdminPlace = { href: string; label: Text; open?: true }
export type AdminGroup = { label: Text; places: AdminPlace[] }

export const adminGroups: AdminGroup[] = [
  {
    label: w.organisationGroup,
    places: [
      { href: adminPaths.people, label: w.people },
      { href: adminPaths.enterprises, label: w.enterprises },
      { href: adminPaths.machines, label: w.machines },
      { href: adminPaths.competences, label: w.competences },
    ],
  },
  {
    label: w.rulesGroup,
    places: [
      { href: adminPaths.calendars, label: w.calendars },
      { href: adminPaths.rules, label: w.rules, open: true },
      { href: adminPaths.routing, label: w.routing },
      { href: adminPaths.escalationPolicies, label: w.escalationPolicies },
    ],
  },
  {
    label: w.devicesGroup,
    places: [
      { href: adminPaths.devices, label: w.devices },
      { href: adminPaths.feeds, label: w.feeds },
      { href: adminPaths.letters, label: w.letters },
      { href: adminPaths.cameras, label: w.cameras },
      { href: adminPaths.receivers, label: w.receivers },
    ],
  },
]

/** What runs the product itself; the laboratory only where its clock may be moved. */
export const runningGroup = (laboratory: boolean): AdminGroup => ({
  label: w.runningGroup,
  places: [
    { href: paths.health, label: w.health },
    ...(laboratory ? [{ href: paths.laboratory, label: w.laboratory }] : []),
  ],
})

export const adminPlaces: AdminPlace[] = adminGroups.flatMap(({ places }) => places)
