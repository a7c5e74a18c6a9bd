// What stands in the body of a report, item by item (SL 651-2014, 6.6)?
import { isHour, STEP } from './elements.ts'
import type { Body, Item } from './message.ts'
import { readStep } from './numbers.ts'

/** Functions whose address is followed by the kind of station. */
const withType = [0x30, 0x31, 0x32, 0x33, 0x34, 0x36, 0x37, 0x38, 0x3a, 0x44]
/** Functions whose address is followed by something of their own. */
const ownLayout = [0x45, 0x4c, 0x4d, 0x4e, 0x4f, 0x50]
/** Functions of even intervals. */
const inSteps = [0x31, 0x38]
/** 基本配置表: the length of its 0EH takes the whole byte (表D.1). */
const configuration = [0x40, 0x41]

const OBSERVED = 0xf0
const STATION = 0xf1
const MANUAL = 0xf2
const PICTURE = 0xf3
const OWN = 0xff

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex').toUpperCase()

/** Undefined: too short for its serial number and time. Elements that are unknown are skipped by the length that they state. */
export const readBody = (bytes: Uint8Array, func: number, up: boolean): Body | undefined => {
  if (bytes.length < 8) return undefined
  const items: Item[] = []
  let at = 8
  while (at < bytes.length) {
    const read = up ? readItem(bytes.subarray(at), func, items) : undefined
    items.push(read?.item ?? { kind: 'rest', data: bytes.slice(at) })
    at += read?.length ?? bytes.length - at
  }
  return { serial: (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0), sent: hex(bytes.subarray(2, 8)), items }
}

/** So many bytes of a body could be read by nobody, though its check sum is right; 0: all of it was read. */
export const unreadBytes = ({ items }: Pick<Body, 'items'>, func: number): number =>
  items.reduce((sum, item) => {
    if (item.kind === 'rest') return sum + (ownLayout.includes(func) ? 0 : item.data.length)
    if (item.kind !== 'series') return sum
    const size = isHour(item.id) ? (item.id === 0xf4 ? 1 : 2) : item.definition >> 3
    return sum + (size === 0 ? item.data.length : item.data.length % size)
  }, 0)

type Read = { item: Item; length: number }

const readItem = (bytes: Uint8Array, func: number, before: readonly Item[]): Read | undefined => {
  const [first, second] = bytes
  if (first === STATION && second === STATION && bytes.length >= 7) return station(bytes, func)
  if (ownLayout.includes(func)) return undefined
  if (first === OBSERVED && second === OBSERVED && bytes.length >= 7)
    return { item: { kind: 'observed', time: hex(bytes.subarray(2, 7)) }, length: 7 }
  if (first === MANUAL) {
    const marks = second === MANUAL ? 2 : 1
    return { item: { kind: 'manual', marks, data: bytes.slice(marks) }, length: bytes.length }
  }
  if (first === PICTURE && second === PICTURE)
    return { item: { kind: 'picture', data: bytes.slice(2) }, length: bytes.length }
  return stepBefore(before, func) ? series(bytes) : element(bytes, func)
}

const station = (bytes: Uint8Array, func: number): Read => {
  const typed = withType.includes(func) && bytes.length > 7
  return {
    item: {
      kind: 'station',
      address: hex(bytes.subarray(2, 7)),
      type: typed ? (bytes[7] ?? null) : null,
    },
    length: typed ? 8 : 7,
  }
}

// Behind a step that is not zero there is one element, its definition once and its values to the end (表30).
const stepBefore = (before: readonly Item[], func: number): boolean => {
  const last = before.at(-1)
  return (
    inSteps.includes(func) &&
    last?.kind === 'element' &&
    last.id === STEP &&
    (readStep(last.data) ?? 0) > 0
  )
}

const series = (bytes: Uint8Array): Read | undefined => {
  const [id, definition] = bytes
  if (id === undefined || definition === undefined) return undefined
  return { item: { kind: 'series', id, definition, data: bytes.slice(2) }, length: bytes.length }
}

const element = (bytes: Uint8Array, func: number): Read | undefined => {
  const [id] = bytes
  const head = id === OWN ? 3 : 2
  const definition = bytes[head - 1]
  if (id === undefined || definition === undefined) return undefined
  const length = configuration.includes(func) && id === 0x0e ? definition : definition >> 3
  if (bytes.length < head + length) return undefined
  const own = id === OWN ? (bytes[1] ?? null) : null
  return {
    item: { kind: 'element', id, own, definition, data: bytes.slice(head, head + length) },
    length: head + length,
  }
}

/** The bytes of a body. */
export const writeBody = ({ serial, sent, items }: Body): Uint8Array =>
  Buffer.concat([
    Uint8Array.of(serial >> 8, serial & 0xff),
    Buffer.from(sent, 'hex'),
    ...items.map(writeItem),
  ])

const writeItem = (item: Item): Uint8Array => {
  switch (item.kind) {
    case 'station':
      return Uint8Array.from([
        STATION,
        STATION,
        ...Buffer.from(item.address, 'hex'),
        ...(item.type === null ? [] : [item.type]),
      ])
    case 'observed':
      return Uint8Array.from([OBSERVED, OBSERVED, ...Buffer.from(item.time, 'hex')])
    case 'element':
      return Uint8Array.from([
        item.id,
        ...(item.own === null ? [] : [item.own]),
        item.definition,
        ...item.data,
      ])
    case 'series':
      return Uint8Array.from([item.id, item.definition, ...item.data])
    case 'manual':
      return Uint8Array.from([...Array<number>(item.marks).fill(MANUAL), ...item.data])
    case 'picture':
      return Buffer.concat([Uint8Array.of(PICTURE, PICTURE), item.data])
    case 'rest':
      return item.data
  }
}
