// Of which pieces is made what a client sends?
import * as v from 'valibot'
import { isDay, toMillis } from '../../domain/time/days.ts'

/** A page's size, from 1 to 200. */
export const limit = v.optional(
  v.pipe(v.string(), v.regex(/^\d{1,3}$/), v.transform(Number), v.minValue(1), v.maxValue(200)),
  '50',
)
export const shortText = v.pipe(v.string(), v.maxLength(200))
export const cursor = v.optional(v.pipe(v.string(), v.maxLength(400)))
export const minRevision = v.optional(v.pipe(v.string(), v.regex(/^(?:[\w-]{1,64}:)?\d{1,9}$/)))
export const paged = { limit, cursor, minRevision }
export const pageQuery = v.object({ limit, cursor })
export const downloadQuery = v.object({ download: v.optional(shortText) })

const lastYear = '2200'

/** A day that the calendar has; a year without end is a slip that no count of days comes back from. */
export const dayInput = v.pipe(
  v.string(),
  v.isoDate(),
  v.check((value) => isDay(value) && value.slice(0, 4) <= lastYear, 'is no day of the calendar'),
)

/** A moment with its offset. ISO 8601 knows more ways to write one than a clock can read: hours alone, basic form, 31 February. */
export const momentInput = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.check(
    (value) => toMillis(value) !== null && value.slice(0, 4) <= lastYear,
    'is no moment that a clock shows',
  ),
)

/** A form's data: an object whose shape the act itself decides. */
export const formData = v.optional(v.record(v.string(), v.unknown()), {})

/** Words that must be there. */
export const line = (max: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max))
export const orNull = <Schema extends v.GenericSchema>(schema: Schema) =>
  v.optional(v.nullable(schema), null)

export const reasonLine = line(500)
export const reasoned = v.strictObject({ reason: reasonLine })
export const reasonedAtLength = v.strictObject({ reason: line(1_000) })
/** A word to it, or none. */
export const remarked = v.strictObject({
  reason: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(1_000)), ''),
})

export const minPasswordLength = 10

/** As the authentication library takes them. */
const username = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(2),
  v.maxLength(40),
  v.regex(/^[\p{L}\p{N}_.-]+$/u),
)
export const newPerson = {
  username,
  name: v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(50)),
  mail: v.pipe(v.string(), v.trim(), v.maxLength(200), v.email()),
}
export const newPassword = v.pipe(v.string(), v.minLength(minPasswordLength), v.maxLength(128))
