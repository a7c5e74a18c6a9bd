// Which offices keep a duty roster, who can stand on it, and which posts does it answer for?
import { type Text, text } from '../language/words.ts'
import { type OfficeKind, officeId, officeKinds, standingOffices } from '../organisation/offices.ts'
import { isRegion, type Region, regions } from '../organisation/regions.ts'

/** 带班领导, and those who keep the duty. */
export const seats = ['leader', 'officer'] as const
export type Seat = (typeof seats)[number]

/** Whose office it is, and the group `<office>/<role>` that each seat is filled from. */
export type RosterOffice = { office: string; region: Region; groups: Record<Seat, string> }

/** Kinds of office that keep no duty of their own: the city's sections are led by its leadership, and their duty is the command centre's. */
const without: OfficeKind[] = [
  'window',
  'hazchem',
  'enforcement',
  'legal',
  'leadership',
  'committee',
  'administration',
]

const standing = new Set(standingOffices().map(({ id }) => id))

/** Null: the office keeps no roster. */
export const rosterOffice = (office: string): RosterOffice | null => {
  const [code = '', ...rest] = office.split('-')
  const kind = rest.join('-') as OfficeKind
  if (!isRegion(code) || !Object.hasOwn(officeKinds, kind) || without.includes(kind)) return null
  if (!standing.has(office)) return null
  const led =
    kind === 'command' && regions[code].level === 'city' ? officeId('leadership', code) : office
  return {
    office,
    region: code,
    groups: { leader: `${led}/leader`, officer: `${office}/duty-officer` },
  }
}

/** The roster that says who of a group is on duty, and the seat; null: none does. */
export const rosterOfGroup = (group: string): { office: string; seat: Seat } | null => {
  const at = group.lastIndexOf('/')
  const [held, role] = [group.slice(0, at), group.slice(at + 1)]
  const seat = role === 'leader' ? 'leader' : role === 'duty-officer' ? 'officer' : null
  if (seat === null) return null
  const [code = ''] = held.split('-')
  const office =
    isRegion(code) && held === officeId('leadership', code) ? officeId('command', code) : held
  const found = rosterOffice(office)
  return found?.groups[seat] === group ? { office, seat } : null
}

/** 江山市应急管理局 */
export const rosterOfficeName = (office: string): Text => {
  const [code = '', ...rest] = office.split('-')
  const kind = officeKinds[rest.join('-') as OfficeKind]
  if (!isRegion(code) || !kind) return text(office, office)
  const { name } = regions[code]
  return text(`${name.zh}${kind.zh}`, `${kind.en}, ${name.en}`)
}
