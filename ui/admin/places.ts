// Which pages do administrators have? Each further one is a line here and a route.
import type { Text } from '../../domain/case/words.ts'
import { adminPaths } from './paths.ts'
import { adminWords as w } from './words.ts'

/** `open`: all staff may read it. */
export const adminPlaces: { href: string; label: Text; open?: true }[] = [
  { href: adminPaths.calendars, label: w.calendars },
  { href: adminPaths.rules, label: w.rules, open: true },
  { href: adminPaths.people, label: w.people },
  { href: adminPaths.enterprises, label: w.enterprises },
  { href: adminPaths.machines, label: w.machines },
  { href: adminPaths.routing, label: w.routing },
  { href: adminPaths.ladders, label: w.ladders },
  { href: adminPaths.devices, label: w.devices },
  { href: adminPaths.letters, label: w.letters },
  { href: adminPaths.cameras, label: w.cameras },
  { href: adminPaths.receivers, label: w.receivers },
  { href: adminPaths.feeds, label: w.feeds },
]
