// What may a client say of the time and place of a photograph?
import * as v from 'valibot'
import { instant } from '../time/instant.ts'
import { type Taken, timeSources } from './photo.ts'

/** What a client may say of a photograph; the place only with the consent of the person, and with its accuracy in metres. */
export const takenInput = v.pipe(
  v.strictObject({
    at: v.optional(
      v.pipe(
        v.string(),
        v.isoTimestamp(),
        v.check((value) => Number.isFinite(Date.parse(value)), 'no such moment'),
        v.transform((value) => instant(value)),
      ),
    ),
    source: v.optional(v.picklist(timeSources)),
    lat: v.optional(v.pipe(v.number(), v.minValue(-90), v.maxValue(90))),
    lon: v.optional(v.pipe(v.number(), v.minValue(-180), v.maxValue(180))),
    accuracy: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1_000_000))),
  }),
  v.check(
    ({ at, source }) => (at === undefined) === (source === undefined),
    'at and source come together',
  ),
  v.check(
    ({ at }) => at === undefined || (at >= '1990' && at < '2100'),
    'at is no time of a photograph',
  ),
  v.check(
    ({ lat, lon, accuracy }) =>
      [lat, lon, accuracy].every((one) => (one === undefined) === (lat === undefined)),
    'lat, lon and accuracy come together',
  ),
)
export type TakenInput = v.InferInput<typeof takenInput>

export const takenFrom = (input: v.InferOutput<typeof takenInput>): Taken => ({
  at: input.at ?? null,
  source: input.source ?? null,
  lat: input.lat ?? null,
  lon: input.lon ?? null,
  accuracy: input.accuracy ?? null,
})
