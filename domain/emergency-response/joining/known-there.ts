// What does the main case hear of the numbers, the reports and the receipts of a case that is joined to it?
import * as v from 'valibot'
import { words } from '../../model/fields.ts'
import type { CaseEvent } from '../../model/process.ts'
import type { CaseRecord } from '../../model/record.ts'
import { toMillis } from '../../time/days.ts'
import type { Instant } from '../../time/instant.ts'
import { figuresIn } from '../event/figures.ts'
import { formWords } from '../upwards/channel.ts'
import { authorities } from '../upwards/informed.ts'
import { mergedUnreceived, unreceivedSchema, waitingIn } from '../upwards/unreceived.ts'

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
  region: words(6),
  figures: v.record(v.string(), v.number()),
  toldAt: since,
  unitReportedAt: since,
  grave: v.boolean(),
  reported: v.boolean(),
  reportedBy: v.nullable(v.picklist(['county', 'city'])),
  nextReportSince: since,
  countyOwesSince: since,
  cityInformsSince: since,
  countyHeardAt: since,
  cityHeardAt: since,
  provinceHeardAt: since,
  cityReceivedAt: since,
  countyReportedAt: since,
  countyReportedTo: v.nullable(v.picklist(['city', 'province'])),
  cityReportedAt: since,
  countyPhoneSince: since,
  cityOwesSince: since,
  countyPhonedAt: since,
  cityPhonedAt: since,
  countyInformed: momentsOf(authorities),
  cityInformed: momentsOf(authorities),
  countyChannel: momentsOf(formWords),
  cityChannel: momentsOf(formWords),
  unreceived: unreceivedSchema,
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

/** Of a case that is joined: its numbers, who was told whatever was found there and who has not received it; what it owed, where that was not waived. */
export const knownIn = ({ region, snapshot, data }: CaseRecord): KnownThere | null => {
  const { context } = snapshot
  const { success, output } = v.safeParse(schema, { ...context, region })
  if (!success) return null
  const unreceived = mergedUnreceived(output.unreceived, waitingIn(data['join-case']))
  return { ...output, unreceived, ...(context.reportWaived === true ? noDuty : {}) }
}

/** 493号 10: each county owes its own. What another one has sent upwards the city, or the province, has heard by others. */
const asOfAnother = (there: KnownThere): KnownThere => {
  const { cityHeardAt, cityReceivedAt, provinceHeardAt, cityReportedAt } = there
  const skipped = there.countyReportedTo === 'province' ? there.countyReportedAt : null
  return {
    ...there,
    countyHeardAt: null,
    countyOwesSince: null,
    countyPhoneSince: null,
    countyPhonedAt: null,
    countyReportedAt: null,
    countyReportedTo: null,
    countyInformed: {},
    countyChannel: {},
    cityHeardAt: cityHeardAt ?? cityReceivedAt,
    provinceHeardAt: provinceHeardAt ?? skipped,
    reported: cityReportedAt !== null,
    reportedBy: cityReportedAt === null ? null : 'city',
    unreceived: there.unreceived.map((one) =>
      one.of === 'county' ? { ...one, of: 'another' as const } : one,
    ),
  }
}

/** What the fact of the main case, which lies in `region`, says of it; null: nothing, or nothing that can be read. Total. */
export const knownThere = ({ data, region }: Pick<CaseEvent, 'data' | 'region'>) => {
  const { success, output } = v.safeParse(schema, data.known)
  if (!success) return null
  const known = { ...output, figures: figuresIn(output.figures) as Record<string, number> }
  return region === undefined || region === known.region ? known : asOfAnother(known)
}
