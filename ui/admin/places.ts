// Which pages do administrators have? Each further one is a line here and a route.
import type { Text } from '../../domain/case/words.ts'
import { paths } from '../paths.ts'
import { adminWords as w } from './words.ts'

export const adminPlaces: { href: string; label: Text }[] = [{ href: paths.calendars, label: w.calendars }]
