// In which shape do feeds and the certificates of their servers come to those who keep them?
import * as v from 'valibot'
import { type FeedsView, feedStates } from '../../domain/duty/feed-views.ts'
import { text } from '../http/shapes.ts'

const word = v.string()
const count = v.pipe(v.number(), v.integer())
const moment = v.pipe(v.string(), v.isoTimestamp())
const maybe = <Schema extends v.GenericSchema>(schema: Schema) => v.nullable(schema)
const signature = maybe(v.strictObject({ by: word, reason: word, at: moment }))

const line = v.strictObject({
  ...{ id: word, name: word, protocol: word, region: text, state: v.picklist(feedStates), paused: signature, detail: word, devices: count },
  ...{ lastHeardAt: maybe(moment), faultsToday: count, gaps: count, gapSince: maybe(moment) },
  own: maybe(v.strictObject({ thumbprint: word, to: moment })),
})
const certificate = v.strictObject({
  ...{ feed: word, thumbprint: word, sha256: word, subject: word, issuer: word, names: word, from: moment, to: moment },
  ...{ validity: v.picklist(['pending', 'valid', 'soon', 'expired']), firstAt: moment, lastAt: moment, trusted: signature },
})
export const feeds = v.strictObject({
  ...{ now: moment, feeds: v.array(line), certificates: v.array(certificate) },
  changes: v.array(v.strictObject({ id: word, at: moment, by: word, words: word, reason: word })),
}) satisfies v.GenericSchema<unknown, FeedsView>
