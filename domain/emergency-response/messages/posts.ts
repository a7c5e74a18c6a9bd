// Which posts may take part in the messages of a response, and how is one named in a form?
import { type Text, text } from '../../language/words.ts'
import { type Address, addressKey } from '../../organisation/offices.ts'
import {
  cityLeader,
  commanders,
  countyDuty,
  countyLeader,
  desks,
  provinceDuty,
} from '../regions/addresses.ts'
import { orderAddresses, orderRecipients } from '../regions/recipients.ts'

const above: [Address, Text][] = [
  [countyLeader, text('县（市、区）应急管理局局领导', 'County: leader of the bureau')],
  [cityLeader, text('市应急管理局局领导', 'City: leader of the bureau')],
  [provinceDuty, text('省应急管理厅值班员', 'Province: duty officer')],
]

const addresses: Address[] = [...orderAddresses, ...above.map(([address]) => address)]

/** The choices of the forms, by the key of the address. */
export const messagePosts: Record<string, Text> = {
  ...orderRecipients,
  ...Object.fromEntries(above.map(([address, words]) => [addressKey(address), words])),
}

/** Total: what no form offers goes to the desk of the county. */
export const postOf = (key: unknown): Address =>
  addresses.find((address) => addressKey(address) === key) ?? countyDuty

/** Whoever might write in some response. */
export const writers: Address[] = [
  ...new Map([...desks, ...commanders, ...addresses].map((one) => [addressKey(one), one])).values(),
]

const keysIn = ({ addressed }: Record<string, unknown>): string[] =>
  Array.isArray(addressed) ? addressed.filter((one) => typeof one === 'string') : []

/** 参与单位: the desks and commanders, and every post that an order, a message or an invitation of this response has named. Total. */
export const takingPart = (context: Record<string, unknown>): Address[] => [
  ...desks,
  ...commanders,
  ...keysIn(context).map(postOf),
]

/** Those that take part from now on; bounded by the posts that a form offers. */
export const withAddressed = (
  before: readonly string[] | undefined,
  named: readonly unknown[],
): string[] => [
  ...new Set([
    ...(before ?? []),
    ...named.filter(
      (one): one is string => typeof one === 'string' && Object.hasOwn(messagePosts, one),
    ),
  ]),
]
