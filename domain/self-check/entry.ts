// What does an enterprise write down when it has inspected itself, and may this person write it?
import * as v from 'valibot'
import { type Text, text } from '../language/words.ts'
import type { Actor, Person } from '../organisation/actor.ts'
import { civilDate, type Instant } from '../time/instant.ts'

const words = (max: number) => v.pipe(v.string(), v.trim(), v.regex(/\S/), v.maxLength(max))

export const entryInput = v.strictObject({
  day: v.pipe(
    v.string(),
    v.isoDate(),
    v.check(
      (day) => Number.isFinite(Date.parse(day)) && new Date(day).toISOString().startsWith(day),
      'no such day',
    ),
  ),
  place: words(200),
  checked: words(4000),
  found: v.optional(v.pipe(v.array(words(500)), v.maxLength(50)), []),
  note: v.optional(words(2000)),
  photos: v.optional(v.pipe(v.array(v.pipe(v.string(), v.uuid())), v.maxLength(20)), []),
  /** The entry that this one corrects. */
  supersedes: v.optional(v.pipe(v.string(), v.uuid())),
})
export type EntryInput = v.InferOutput<typeof entryInput>

/** People of an enterprise keep the ledger of their own; nobody else writes into it. */
export const mayKeepLedger = (actor: Actor): actor is Person & { enterprise: string } =>
  actor.kind === 'person' && actor.enterprise !== null

/** A ledger tells of inspections that have been. */
export const dayFault = (day: string, at: Instant): Text | null =>
  day > civilDate(at)
    ? text('检查日期不能晚于今天', 'The inspection cannot lie in the future')
    : null
