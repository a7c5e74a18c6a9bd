// What is in a message of HJ 212, before anything is made of it?

export type Item = readonly [key: string, value: string]

export type Message = {
  /** QN, ST, CN … in the order sent. */
  header: Item[]
  /** The data area: groups between `;`, items between `,`. */
  groups: Item[][]
  charset: 'utf-8' | 'gbk'
  /** How the digits of an encrypted area were spelled; null: in plain. */
  sealed: 'upper' | 'lower' | null
  /** What the frame printed; null: what is right. */
  sum: string | null
  declared: number | null
  /** The length field is neither that of the plain nor that of the sent segment. */
  lengthOff: boolean
}

/** A message of ours. */
export const messageOf = (header: Item[], groups: Item[][], sealed: boolean = false): Message => ({
  header,
  groups,
  charset: 'utf-8',
  sealed: sealed ? 'upper' : null,
  sum: null,
  declared: null,
  lengthOff: false,
})

/** A field of the head; undefined: it is not there. */
export const headerOf = (message: Message, name: string): string | undefined =>
  message.header.find(([key]) => key === name)?.[1]

/** The first value under a key of the data area. */
export const dataOf = (message: Message, name: string): string | undefined =>
  message.groups.flat().find(([key]) => key === name)?.[1]

const join = (items: Item[], between: string): string =>
  items.map(([key, value]) => `${key}=${value}`).join(between)

/** The data area as it is written, without its `&&`. */
export const areaOf = ({ groups }: Pick<Message, 'groups'>): string =>
  groups.map((group) => join(group, ',')).join(';')

/** Flag: the version in the upper bits, D (a packet number is there), A (an acknowledgement is wanted); null: it is no flag. */
export const flagOf = (
  message: Message,
): { version: number; numbered: boolean; acknowledge: boolean } | null => {
  const written = headerOf(message, 'Flag')
  if (written === undefined) return { version: 0, numbered: false, acknowledge: false }
  if (!/^\d{1,3}$/.test(written) || Number(written) > 255) return null
  const flag = Number(written)
  return { version: flag >> 2, numbered: (flag & 2) !== 0, acknowledge: (flag & 1) !== 0 }
}

/** Text of a stranger, without control characters and of bounded length. */
export const clean = (text: string): string =>
  [...text]
    .filter((character) => character >= ' ' && !(character >= '\x7f' && character <= '\x9f'))
    .slice(0, 512)
    .join('')
