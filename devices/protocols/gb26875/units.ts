// How are the data units of GB/T 26875.3-2011 laid out, field by field?

type Numbered =
  | 'systemType'
  | 'systemAddress'
  | 'componentType'
  | 'component'
  | 'state'
  | 'status'
  | 'kind'
  | 'value'
  | 'act'
  | 'operator'
  | 'major'
  | 'minor'
  | 'count'
  | 'spare'

/** One object of a data unit; a field is there when the type of the unit has it. Bytes stay as they were sent. */
export type Item = Partial<Record<Numbered, number>> & {
  note?: Uint8Array
  text?: Uint8Array
  time?: Uint8Array
  raw?: Uint8Array
}

export type Unit = { type: number; items: Item[] }

type Field = Numbered | 'note' | 'text' | 'time'

/** Bytes of a field; a text is reported its length by the byte before it. */
const sizes: Record<Exclude<Field, 'text'>, number> = {
  systemType: 1,
  systemAddress: 1,
  componentType: 1,
  component: 4,
  state: 2,
  status: 1,
  kind: 1,
  value: 2,
  act: 1,
  operator: 1,
  major: 1,
  minor: 1,
  count: 1,
  spare: 1,
  note: 31,
  time: 6,
}

const system: Field[] = ['systemType', 'systemAddress']
const component: Field[] = [...system, 'componentType', 'component']
const spare: Field[] = ['spare']

/** Type of a data unit → the fields of each of its objects (8.3). */
const layouts: Readonly<Record<number, readonly Field[]>> = {
  1: [...system, 'state', 'time'],
  2: [...component, 'state', 'note', 'time'],
  3: [...component, 'kind', 'value', 'time'],
  4: [...system, 'act', 'operator', 'time'],
  5: [...system, 'major', 'minor'],
  6: [...system, 'text'],
  7: [...component, 'note'],
  8: [...system, 'time'],
  21: ['status', 'time'],
  24: ['act', 'operator', 'time'],
  25: ['major', 'minor'],
  26: ['text'],
  28: ['time'],
  61: system,
  62: [...system, 'component'],
  63: [...system, 'component'],
  64: [...system, 'count', 'time'],
  65: system,
  66: system,
  67: [...system, 'component'],
  68: system,
  81: spare,
  84: ['count', 'time'],
  85: spare,
  86: spare,
  88: spare,
  89: spare,
  90: ['time'],
  91: spare,
}

/** Sizes in bytes of a maker's own objects (types 128–254), so that what follows them can still be read. */
export type OwnSizes = Readonly<Record<number, number>>

/** The first unit in these bytes and how many bytes it took; `undefined`: the type is unknown; `'short'`: its objects do not fit. */
export const readUnit = (
  bytes: Uint8Array,
  own: OwnSizes,
): { unit: Unit; length: number } | 'short' | undefined => {
  const [type, count] = bytes
  if (type === undefined || count === undefined) return 'short'
  const items: Item[] = []
  let at = 2
  if (!layouts[type] && !own[type]) return undefined
  for (let n = 0; n < count; n++) {
    const read = readItem(bytes.subarray(at), type, own)
    if (!read) return 'short'
    items.push(read.item)
    at += read.length
  }
  return { unit: { type, items }, length: at }
}

const readItem = (
  bytes: Uint8Array,
  type: number,
  own: OwnSizes,
): { item: Item; length: number } | undefined => {
  const layout = layouts[type]
  if (!layout) {
    const length = own[type] ?? 0
    return bytes.length < length ? undefined : { item: { raw: bytes.slice(0, length) }, length }
  }
  const item: Item = {}
  let at = 0
  for (const field of layout) {
    const lead = field === 'text' ? 1 : 0
    const size = field === 'text' ? bytes[at] : sizes[field]
    if (size === undefined || bytes.length < at + lead + size) return undefined
    readField(item, field, bytes.slice(at + lead, at + lead + size))
    at += lead + size
  }
  return { item, length: at }
}

const readField = (item: Item, field: Field, bytes: Uint8Array): void => {
  if (field === 'note' || field === 'text' || field === 'time') item[field] = bytes
  else if (field === 'value') item.value = Buffer.from(bytes).readInt16LE(0)
  else item[field] = Buffer.from(bytes).readUIntLE(0, bytes.length)
}

/** The bytes of a unit: type, number of objects, objects. */
export const writeUnit = ({ type, items }: Unit): Uint8Array =>
  Buffer.concat([Uint8Array.of(type, items.length), ...items.map((item) => writeItem(type, item))])

const writeItem = (type: number, item: Item): Uint8Array =>
  Buffer.concat(
    item.raw ? [item.raw] : (layouts[type] ?? []).map((field) => writeField(item, field)),
  )

const writeField = (item: Item, field: Field): Uint8Array => {
  if (field === 'text')
    return Buffer.concat([Uint8Array.of(item.text?.length ?? 0), item.text ?? new Uint8Array(0)])
  const bytes = Buffer.alloc(sizes[field])
  if (field === 'note' || field === 'time') bytes.set(item[field] ?? [])
  else if (field === 'value') bytes.writeInt16LE(item.value ?? 0)
  else bytes.writeUIntLE(item[field] ?? 0, 0, bytes.length)
  return bytes
}
