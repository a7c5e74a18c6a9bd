// Which periods of cases has an office only promised (承诺时限), as SQL?
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'

/** What the office has promised stands beside the law, and never in its place. `record`: the case's; `obligation`: the id of its period. */
export const isPromised = (record: SQLWrapper, obligation: SQLWrapper): SQL =>
  sql`${record} @> jsonb_build_object('obligations', jsonb_build_array(jsonb_build_object('id', ${obligation}, 'promised', true)))`
