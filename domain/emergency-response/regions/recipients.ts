// To whom can an order be given, and how is he named in its form?
import { competentKinds } from '../../competence/matters.ts'
import { type Text, text } from '../../language/words.ts'
import { type Address, addressKey, officeKinds } from '../../organisation/offices.ts'
import type { Level } from '../../organisation/regions.ts'
import { roles } from '../../organisation/roles.ts'
import { cityCommander, cityDuty, countyCommander, countyDuty } from './addresses.ts'

/** Bureaus that keep a duty officer of their own; where a county has none, the city's answers. */
const bureausOnDuty = [...competentKinds.filter((kind) => kind !== 'command'), 'police'] as const

/** Whom an order may be for. */
export const orderAddresses: Address[] = [
  ...bureausOnDuty.map((office): Address => ({ role: 'duty-officer', office, level: 'city' })),
  countyDuty,
  countyCommander,
  cityDuty,
  cityCommander,
]

const levels: Record<Exclude<Level, 'province'>, Text> = {
  city: text('市', 'City'),
  county: text('县（市、区）', 'County'),
}

const wordsOf = (address: Address): Text => {
  if (address.office === 'enterprise') return text('', '')
  const level = levels[address.level === 'county' ? 'county' : 'city']
  const [office, role] = [officeKinds[address.office], roles[address.role]]
  return text(`${level.zh}${office.zh}${role.zh}`, `${level.en}: ${office.en}, ${role.en}`)
}

/** The choices of the form, by the key of the address. */
export const orderRecipients: Record<string, Text> = Object.fromEntries(
  orderAddresses.map((address) => [addressKey(address), wordsOf(address)]),
)

/** Whom an order is for; what no form offers goes to the desk of the county, who knows what to do with it. Total. */
export const recipientOf = (key: unknown): Address =>
  orderAddresses.find((address) => addressKey(address) === key) ?? countyDuty

/** Whether a form can name it. */
export const isRecipient = (key: unknown): key is string =>
  typeof key === 'string' && Object.hasOwn(orderRecipients, key)
