// Which bureaus may join a visit, and who of each goes?
import { competentKinds } from '../../competence/matters.ts'
import { type Text, text } from '../../language/words.ts'
import { inspectors } from '../../organisation/addresses.ts'
import { type Address, addressKey, officeKinds } from '../../organisation/offices.ts'
import { type Region, regions } from '../../organisation/regions.ts'
import { cityInspectors } from '../posts/addresses.ts'

/** Member bureaus have their inspectors in the city, whose brigade joins the counties; the bureau of the place leads and joins nobody. */
const joining: (Address & { office: keyof typeof officeKinds })[] = [
  ...competentKinds
    .filter((kind) => kind !== 'command')
    .map((office) => ({ role: 'inspector', office, level: 'city' }) as const),
  cityInspectors,
]

const named = ({ office }: (typeof joining)[number]): Text => {
  const { zh, en } = officeKinds[office]
  return text(`市${zh}`, `City: ${en}`)
}

/** The choices of the form, by the key of the address. */
export const joiningBureaus: Record<string, Text> = Object.fromEntries(
  joining.map((address) => [addressKey(address), named(address)]),
)

/** Those that may join a visit at a place: not the brigade that leads it. */
export const joiningAt = (region: Region): Record<string, Text> => {
  const leading = regions[region].level === 'county' ? null : addressKey(cityInspectors)
  return Object.fromEntries(Object.entries(joiningBureaus).filter(([key]) => key !== leading))
}

/** Total: what no form offers is the inspecting bureau's own. */
export const joiningAddress = (key: unknown): Address =>
  joining.find((address) => addressKey(address) === key) ?? inspectors

export const bureauName = (key: string): Text =>
  Object.hasOwn(joiningBureaus, key) ? (joiningBureaus[key] ?? text(key, key)) : text(key, key)
