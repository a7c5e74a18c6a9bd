// Under which name does the treasury's platform act, and what does it look like when it says something?
import * as v from 'valibot'
import { type Text, text } from '../language/words.ts'
import { civilDate } from '../model/fields.ts'
import type { Machine } from '../organisation/actor.ts'

export const treasuryWords: Text = text('非税收入收缴平台', 'Non-tax revenue platform')

/** 非税收入收缴平台: no account, no token; its signature lets it in. */
export const treasuryPlatform = {
  kind: 'machine',
  id: 'non-tax-platform',
  name: treasuryWords.zh,
  scopes: [],
} as const satisfies Omit<Machine, 'region'> & { scopes: [] }

/** 缴款码: twenty digits. */
export const paymentCode = v.pipe(v.string(), v.regex(/^\d{20}$/))

/** A thousand million yuan: more is a slip. */
const mostFen = 100_000_000_000
const amountFen = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(mostFen))
const word = (most: number) => v.pipe(v.string(), v.regex(/^[\x21-\x7e]+$/), v.maxLength(most))

/** One movement of money as the platform tells it, at once or in the file of the day. Beside it may stand what this release does not know. */
export const movement = v.object({
  serial: word(64),
  kind: v.picklist(['payment', 'refund']),
  code: word(64),
  amountFen,
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
  on: civilDate,
  receipt: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)),
})
export type Movement = v.InferOutput<typeof movement>

/** 对账: all movements of a day, with their number and sum. */
export const statement = v.object({
  day: civilDate,
  count: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  sumFen: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  movements: v.pipe(v.array(movement), v.maxLength(500)),
})
export type Statement = v.InferOutput<typeof statement>
