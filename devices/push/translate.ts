// What does one item of a push make known, by the mapping of its feed?
import { createHash } from 'node:crypto'
import { fromGcj02 } from '../frames/datum.ts'
import type { Condition, Document, Flag, Observation, Position, Reading } from '../port/port.ts'
import {
  at,
  type Context,
  decoded,
  fieldOf,
  momentOf,
  plain,
  Rejected,
  type RejectionCode,
  textOf,
  type Value,
  written,
} from './fields.ts'
import type { Field, Make, Mapping } from './mapping.ts'

export type Item =
  | { ok: true; key: string; device: string; observations: Observation[] }
  | { ok: false; key: string; device: string | null; code: RejectionCode; words: string }

export type ItemContext = {
  /** Makes pseudonyms that only this feed has. */
  secret: string
  flags: Flag[]
  /** What it is and whose, where the topic tells and the item does not. */
  kind?: string
  device?: string
}

type Whole = ItemContext & {
  mapping: Mapping
  item: unknown
  id: string
  device: string
  at: string
  context: Context
}

/** Never throws for what an item says. What tells the same has the same key, whenever it is sent. */
export const translate = (mapping: Mapping, item: unknown, given: ItemContext): Item => {
  const context = { time: mapping.time, secret: given.secret }
  const id = idOf(mapping, item)
  let device: string | null = null
  try {
    if (typeof item !== 'object' || item === null || Array.isArray(item))
      throw new Rejected('not-an-object', typeof item)
    device = given.device ?? textOf(item, mapping.device, context)
    const moment = momentOf(
      at(item, mapping.time.from) ?? missing(mapping.time.from),
      mapping.time,
      mapping.time.from,
    )
    const whole: Whole = { ...given, mapping, item, id, device, at: moment, context }
    const unnamed = makesOf(whole).flatMap((make) => made(make, whole))
    const key = `${device}/${id}/${digestOf(unnamed.map(({ flags: _, ...content }) => content))}`
    return { ok: true, key, device, observations: unnamed.map((one) => named(one, key)) }
  } catch (error) {
    if (!(error instanceof Rejected)) throw error
    return { ok: false, key: id, device, code: error.code, words: error.message }
  }
}

const missing = (from: string): never => {
  throw new Rejected('missing-field', from)
}

/** Senders number what they tell of different kinds alike, and tell an old number anew when things have changed: the number alone is no key. */
const named = (one: Observation, key: string): Observation => {
  if (one.kind === 'condition') return { ...one, event: key }
  return one.kind === 'reading' || one.kind === 'position' ? { ...one, message: key } : one
}

const idOf = ({ id }: Mapping, item: unknown): string => {
  const own = id === undefined ? undefined : at(item, id)
  if (typeof own === 'string' && own.length <= 128 && plain(own) !== '') return plain(own)
  return digestOf(item)
}

const digestOf = (of: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(of) ?? '')
    .digest('hex')
    .slice(0, 32)

const makesOf = ({ mapping, item, kind }: Whole): Make[] => {
  const all = Object.keys(mapping.makes)
  const name = kind ?? (mapping.kind === undefined ? (all[0] ?? '') : at(item, mapping.kind))
  if (typeof name !== 'string' || !Object.hasOwn(mapping.makes, name))
    throw new Rejected('unknown-kind', written(name).slice(0, 64))
  return mapping.makes[name] ?? []
}

const made = (make: Make, whole: Whole): Observation[] => {
  if ('reading' in make) return readingOf(make, whole)
  if ('document' in make) return [documentOf(make, whole)]
  if ('condition' in make) return [conditionOf(make, whole)]
  return [positionOf(make, whole)]
}

const fieldValue = ({ item, context }: Whole, field: Field | undefined): Value | undefined =>
  field === undefined ? undefined : fieldOf(item, field, context)

const readingOf = (make: Extract<Make, { reading: unknown }>, whole: Whole): Reading[] => {
  const value = fieldValue(whole, make.value)
  if (value === undefined) return []
  if (typeof value !== 'number') throw new Rejected('bad-value', make.value.from)
  const { device, item, flags, context } = whole
  const quality = make.quality
    ? decoded(at(item, make.quality.from), make.quality.codes, make.quality.from)
    : 'good'
  const unit = make.unit === undefined ? null : textOf(item, make.unit, context)
  return [
    {
      kind: 'reading',
      device,
      point: textOf(item, make.reading, context),
      at: whole.at,
      value,
      unit,
      quality,
      flags,
      message: '',
    },
  ]
}

const documentOf = (
  { document, of, key, body }: Extract<Make, { document: unknown }>,
  whole: Whole,
): Document => {
  const { device, item, flags, context } = whole
  const fields = Object.entries(body).map(
    ([name, field]) => [name, fieldValue(whole, field)] as const,
  )
  return {
    kind: 'document',
    device,
    at: whole.at,
    flags,
    document: of === undefined ? document : `${document}/${textOf(item, of, context)}`,
    key: key === undefined ? whole.id : textOf(item, key, context),
    body: Object.fromEntries(fields.filter(([, value]) => value !== undefined)),
  }
}

const conditionOf = (make: Extract<Make, { condition: unknown }>, whole: Whole): Condition => {
  const { device, item, flags, context } = whole
  const active = fieldValue(whole, make.active)
  if (typeof active !== 'boolean') throw new Rejected('bad-value', make.active.from)
  const level =
    typeof make.level === 'number'
      ? make.level
      : decoded(at(item, make.level.from), make.level.codes, make.level.from)
  return {
    kind: 'condition',
    device,
    at: whole.at,
    flags,
    active,
    level,
    severity: null,
    limit: null,
    value: null,
    condition: textOf(item, make.condition, context),
    point: textOf(item, make.point, context),
    text: textOf(item, make.text, context),
    event: '',
  }
}

const positionOf = ({ position }: Extract<Make, { position: unknown }>, whole: Whole): Position => {
  const { device, flags } = whole
  const number = (field: Field | undefined): number => {
    const value = fieldValue(whole, field) ?? 0
    if (typeof value !== 'number') throw new Rejected('bad-value', field?.from ?? '')
    return value
  }
  const [lon, lat] = [number(position.lon), number(position.lat)]
  if (lon < 73 || lon > 136 || lat < 3 || lat > 54)
    throw new Rejected('out-of-range', `${lon}, ${lat}`)
  return {
    kind: 'position',
    device,
    at: whole.at,
    flags,
    message: '',
    altitude: 0,
    alarmBits: 0,
    statusBits: 0,
    ...(position.datum === 'gcj02' ? fromGcj02({ lon, lat }) : { lon, lat }),
    speedKmh: number(position.speed),
    direction: number(position.direction),
  }
}
