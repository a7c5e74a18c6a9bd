// What does the main case hear of the numbers, the reports and the receipts of a case that is joined to it?
import * as v from 'valibot'
import { words } from '../../model/fields.ts'
import type { CaseRecord } from '../../model/record.ts'
import { toMillis } from '../../time/days.ts'
import type { Instant } from '../../time/instant.ts'
import { figuresIn } from '../event/figures.ts'
import { formWords } from '../upwards/channel.ts'
import { authorities } from '../upwards/informed.ts'

const moment = v.pipe(
  words(40),
  v.check((value) => toMillis(value) !== null),
)
const momentsOf = <Name extends string>(names: Record<Name, unknown>) =>
  v.object(
    Object.fromEntries(Object.keys(names).map((name) => [name, v.optional(moment)])),
  ) as unknown as v.GenericSchema<Partial<Record<Name, Instant>>>
const since = v.nullable(moment)

const schema = v.object({
  figures: v.record(v.string(), v.number()),
  grave: v.boolean(),
  reached: v.picklist(['county', 'city', 'province']),
  reported: v.boolean(),
  reportedBy: v.nullable(v.picklist(['county', 'city'])),
  nextReportSince: since,
  countyOwesSince: since,
  cityInformsSince: since,
  cityHeardAt: since,
  cityReceivedAt: since,
  countyReportedAt: since,
  cityReportedAt: since,
  countyPhoneSince: since,
  cityOwesSince: since,
  countyPhonedAt: since,
  cityPhonedAt: since,
  countyInformed: momentsOf(authorities),
  cityInformed: momentsOf(authorities),
  countyChannel: momentsOf(formWords),
  cityChannel: momentsOf(formWords),
})
export const knownThereSchema = v.optional(schema)
export type KnownThere = v.InferOutput<typeof schema>

/** What was found not to be reported asks nothing of anybody, also in another case. */
const noDuty = {
  nextReportSince: null,
  countyOwesSince: null,
  cityInformsSince: null,
  countyPhoneSince: null,
  cityOwesSince: null,
  countyInformed: {},
  cityInformed: {},
  countyChannel: {},
  cityChannel: {},
}

/** Of a case that is joined: its numbers and who was told whatever was found there; what it owed, where that was not waived. */
export const knownIn = ({ snapshot: { context } }: CaseRecord): KnownThere | null => {
  const { success, output } = v.safeParse(schema, context)
  if (!success) return null
  return context.reportWaived === true ? { ...output, ...noDuty } : output
}

/** What the fact of the main case says of it; null: nothing, or nothing that can be read. Total. */
export const knownThere = ({ data }: { data: Record<string, unknown> }): KnownThere | null => {
  const { success, output } = v.safeParse(schema, data.known)
  return success
    ? { ...output, figures: figuresIn(output.figures) as Record<string, number> }
    : null
}
