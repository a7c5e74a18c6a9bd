// Which entries of a register does a form offer first: one's own, those already named, then the others?
import type { EntryRow } from '../../contract/registers/registers.ts'

/** More than a hand's breadth on a phone is searched, not scrolled. */
const most = 6

type Entry = Pick<EntryRow, 'name' | 'number'>
type Asked = { me: string; named: readonly string[]; sought: string }

/** At most six, each of whose name or number holds what is sought; one's own first, then those already named. */
export const entriesToTick = <T extends Entry>(
  entries: readonly T[],
  { me, named, sought }: Asked,
): T[] => {
  const words = sought.trim().toLowerCase()
  const rank = ({ name, number }: Entry) => (name === me ? 0 : named.includes(number) ? 1 : 2)
  return entries
    .filter(({ name, number }) => `${name} ${number}`.toLowerCase().includes(words))
    .map((one, at) => ({ one, at }))
    .sort((a, b) => rank(a.one) - rank(b.one) || a.at - b.at)
    .slice(0, most)
    .map(({ one }) => one)
}
