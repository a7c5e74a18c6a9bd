// What may a mapping file say: where in an item of a feed is what, in which unit, code, time and datum?
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'

/** RFC 6901. */
const pointer = v.pipe(v.string(), v.regex(/^(\/[^/]*)+$/))
const name = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/))
const code = v.union([v.string(), v.number(), v.boolean()])

const field = v.strictObject({
  from: pointer,
  /** `pseudonym`: the same person is the same key, but nobody can tell who it is. */
  as: v.optional(v.picklist(['text', 'number', 'time', 'date', 'pseudonym']), 'text'),
  /** What the sender's codes mean; a code that is not here is refused. */
  codes: v.optional(v.record(v.string(), code)),
  factor: v.optional(v.number(), 1),
  offset: v.optional(v.number(), 0),
  min: v.optional(v.number()),
  max: v.optional(v.number()),
  optional: v.optional(v.boolean(), false),
})
export type Field = v.InferOutput<typeof field>

const fixedOr = <Fixed extends v.GenericSchema>(fixed: Fixed) => v.union([field, fixed])
const words = v.pipe(v.string(), v.nonEmpty())

const reading = v.strictObject({
  reading: fixedOr(words),
  value: field,
  unit: v.optional(fixedOr(words)),
  quality: v.optional(
    v.strictObject({
      from: pointer,
      codes: v.record(v.string(), v.picklist(['good', 'bad', 'stale', 'manual', 'calib', 'over'])),
    }),
  ),
})
const paper = v.strictObject({
  document: name,
  /** Of a thing that goes from hand to hand: all that is reported about it is found under its own name. */
  of: v.optional(field),
  key: v.optional(fixedOr(words)),
  body: v.record(v.string(), field),
})
const level = v.picklist([1, 2, 3, 4])
const condition = v.strictObject({
  condition: fixedOr(words),
  point: fixedOr(words),
  active: field,
  level: v.union([level, v.strictObject({ from: pointer, codes: v.record(v.string(), level) })]),
  text: fixedOr(words),
})
const place = v.strictObject({
  position: v.strictObject({
    lon: field,
    lat: field,
    datum: v.picklist(['wgs84', 'cgcs2000', 'gcj02']),
    speed: v.optional(field),
    direction: v.optional(field),
  }),
})

const mapping = v.strictObject({
  name,
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  device: field,
  /** Where the item's own number is; absent: what it says is its number. */
  id: v.optional(pointer),
  time: v.strictObject({
    from: pointer,
    format: v.picklist(['iso', 'yyyy-MM-dd HH:mm:ss', 'yyyyMMddHHmmss', 'seconds', 'milliseconds']),
    zone: v.optional(v.pipe(v.string(), v.regex(/^[+-]\d\d:\d\d$/)), '+08:00'),
  }),
  /** Where it says what it is; absent: each is of the one kind there is. */
  kind: v.optional(pointer),
  makes: v.record(
    v.string(),
    v.pipe(v.array(v.union([reading, paper, condition, place])), v.nonEmpty()),
  ),
})
export type Mapping = v.InferOutput<typeof mapping>
export type Make = Mapping['makes'][string][number]

/** Throws with the file and the place in it. */
export const readMapping = (file: string, content: string): Mapping => {
  const parsed = v.safeParse(mapping, JSON.parse(content))
  if (parsed.success) return parsed.output
  const [issue] = parsed.issues
  throw new TypeError(`${file}: ${v.getDotPath(issue) ?? ''} ${issue.message}`)
}

const folder = join(import.meta.dirname, 'mappings')

/** All mapping files by name, or an error that names the first that is wrong. */
export const readMappings = (from = folder): Map<string, Mapping> => {
  const files = readdirSync(from).filter((file) => file.endsWith('.json'))
  return new Map(
    files.map((file) => {
      const read = readMapping(file, readFileSync(join(from, file), 'utf8'))
      if (`${read.name}.json` !== file) throw new TypeError(`${file}: is called ${read.name}`)
      return [read.name, read]
    }),
  )
}
