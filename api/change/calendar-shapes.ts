// In which shape does the API show calendars?
import * as v from 'valibot'
import type { CalendarsView, YearView } from '../../domain/time/views.ts'
import { text } from '../http/shapes.ts'
import { dryRun } from './change-shapes.ts'

type Of<Shape> = v.GenericSchema<unknown, Shape>

const word = v.string()
const count = v.pipe(v.number(), v.integer())
const maybe = <Schema extends v.GenericSchema>(schema: Schema) => v.nullable(schema)
const list = <Schema extends v.GenericSchema>(schema: Schema) => v.array(schema)

const decreed = { year: count, decree: word, source: word, off: count, work: count, imported: v.boolean(), proposal: maybe(word) }
const notice = { decree: word, source: word, off: list(word), work: list(word) }
const place = maybe(v.strictObject({ code: word, name: text }))
export const calendars = v.strictObject({
  ...{ version: word, items: list(v.strictObject(decreed)), missing: list(count) },
  overrides: list(v.strictObject({ proposal: word, region: place, name: maybe(word), ...notice })),
}) satisfies Of<CalendarsView>

const day = v.strictObject({ date: word, work: v.boolean(), why: word, decreed: v.boolean() })
export const year = v.strictObject({ year: count, decree: maybe(word), source: maybe(word), days: list(day) }) satisfies Of<YearView>

export const asked = v.strictObject({ proposal: word, year: count, version: word, preview: dryRun })
