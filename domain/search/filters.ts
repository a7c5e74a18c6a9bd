// Which questions may a kept filter ask of which list?
import * as v from 'valibot'
import { isRegion } from '../organisation/regions.ts'
import type { FilteredList } from './saved-filter.ts'

const short = v.pipe(v.string(), v.trim(), v.maxLength(200))
const level = v.picklist(['1', '2', '3', '4'])
const process = v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,60}$/))

/** Per list the parts of its address that a filter keeps, as the list itself takes them. */
const queries = {
  cases: v.strictObject({
    q: v.optional(short),
    process: v.optional(process),
    status: v.optional(v.picklist(['open', 'closed'])),
  }),
  inbox: v.strictObject({
    box: v.optional(v.picklist(['todo', 'pool', 'done', 'mine', 'cc'])),
    q: v.optional(short),
    level: v.optional(level),
  }),
  wall: v.strictObject({
    process: v.optional(process),
    region: v.optional(
      v.pipe(
        v.string(),
        v.check((code) => isRegion(code)),
      ),
    ),
    level: v.optional(level),
    late: v.optional(v.literal('1')),
  }),
} as const satisfies Record<FilteredList, v.GenericSchema>

export const filteredLists = Object.keys(queries) as FilteredList[]

/** The query as it is kept, without empty parts, or null when the list has no such question. */
export const keptQuery = (
  list: FilteredList,
  query: Record<string, unknown>,
): Record<string, string> | null => {
  const filled = Object.fromEntries(
    Object.entries(query).filter(
      ([, value]) => value !== '' && value !== null && value !== undefined,
    ),
  )
  const read = v.safeParse(queries[list], filled)
  return read.success
    ? (Object.fromEntries(
        Object.entries(read.output).filter(([, value]) => value !== ''),
      ) as Record<string, string>)
    : null
}
