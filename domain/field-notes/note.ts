// What does somebody write down at the place, on a phone that may have no network, and what does the phone say beside it?
import * as v from 'valibot'
import { field } from '../model/field.ts'
import { moment } from '../model/fields.ts'

/** Beyond this a clock is broken, not wrong. */
const tenYearsMs = 10 * 366 * 86_400_000

const offset = v.pipe(v.number(), v.integer(), v.minValue(-tenYearsMs), v.maxValue(tenYearsMs))

const place = v.strictObject({
  lat: v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
  lon: v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
  accuracy: v.pipe(v.number(), v.minValue(0), v.maxValue(1_000_000)),
})
/** Where the phone says that it is; metres. */
export type NotedPlace = v.InferOutput<typeof place>

const entryId = v.pipe(v.string(), v.uuid())

/** The moment of a note: by the phone's clock, put right by what it knew of the server's. */
export const notedAt = 'at'

/** Of every note, whichever process it belongs to; what the phone says by itself is asked in no form. */
export const noteFields = {
  note: field.longText('说明', 'Note', 2000).optional(),
  photos: field.files('照片', 'Photos').optional(),
  /** The name that the phone has given it, before anybody else knew of it. */
  entry: field.filled(v.optional(entryId)),
  /** The note that this one adds to. */
  of: field.filled(v.optional(entryId)),
  [notedAt]: field.filled(v.optional(moment)),
  phoneAt: field.filled(v.optional(moment)),
  /** What the phone added to its own clock, in ms. */
  offset: field.filled(v.optional(offset)),
  place: field.filled(v.optional(place)),
}
