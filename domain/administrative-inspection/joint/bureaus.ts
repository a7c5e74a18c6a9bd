// Which bureaus may join a visit, and who of each goes?
import { competentKinds } from '../../competence/matters.ts'
import { type Text, text } from '../../language/words.ts'
import { inspectors } from '../../organisation/addresses.ts'
import { type Address, addressKey, officeKinds } from '../../organisation/offices.ts'
import { cityInspectors } from '../posts/addresses.ts'

/** Member bureaus have their inspectors in the city; the city and the county join each other. */
const joining: (Address & { office: keyof typeof officeKinds })[] = [
  ...competentKinds
    .filter((kind) => kind !== 'command')
    .map((office) => ({ role: 'inspector', office, level: 'city' }) as const),
  cityInspectors,
  inspectors,
]

const named = (address: (typeof joining)[number]): Text => {
  if ('level' in address && address.level === 'county')
    return text('县（市、区）应急管理局', 'County emergency management bureau')
  const { zh, en } = officeKinds[address.office]
  return text(`市${zh}`, `City: ${en}`)
}

/** The choices of the form, by the key of the address. */
export const joiningBureaus: Record<string, Text> = Object.fromEntries(
  joining.map((address) => [addressKey(address), named(address)]),
)

/** Total: what no form offers is the inspecting bureau's own. */
export const joiningAddress = (key: unknown): Address =>
  joining.find((address) => addressKey(address) === key) ?? inspectors

export const bureauName = (key: string): Text =>
  Object.hasOwn(joiningBureaus, key) ? (joiningBureaus[key] ?? text(key, key)) : text(key, key)
