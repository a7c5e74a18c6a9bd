// What may a client say of a recording before it is sent?
import * as v from 'valibot'
import { instant } from '../time/instant.ts'

const moment = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.check((value) => Number.isFinite(Date.parse(value)), 'no such moment'),
  v.transform((value) => instant(value)),
)

const longestMs = 24 * 3_600_000

/** What a client says of it beforehand; a recording of more than a day is a mistake. */
export const recordingInput = v.pipe(
  v.strictObject({
    caseId: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
    kind: v.picklist(['video', 'audio']),
    device: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)),
    from: moment,
    to: moment,
    about: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  }),
  v.check(({ from, to }) => from <= to, 'it ends before it begins'),
  v.check(({ from, to }) => Date.parse(to) - Date.parse(from) <= longestMs, 'longer than a day'),
  v.check(({ from }) => from >= '2000', 'no time of a recording'),
)
