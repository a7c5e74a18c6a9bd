// What do the routes of the registers take and answer?
import * as v from 'valibot'
import type { Field } from '../../domain/model/process.ts'
import { isRegion } from '../../domain/organisation/regions.ts'
import { cursor, formData, limit, remarked, shortText } from '../parts/date-inputs.ts'
import { regionShape } from '../parts/named.ts'
import { bilingual, flag, integer, list, maybe, moment, string, typed } from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'

/** `table` and `list`: the value laid out, where it is more than one line. */
const statement = v.strictObject({
  name: string,
  label: bilingual,
  value: bilingual,
  table: v.optional(v.strictObject({ heads: list(bilingual), rows: list(list(bilingual)) })),
  list: v.optional(list(bilingual)),
})
const form = typed<Field[]>()(
  list(v.looseObject({ name: string, words: bilingual, kind: string, required: flag })),
)

const shelf = { id: string, title: bilingual, entry: bilingual, summary: bilingual }
const registerList = v.strictObject({ items: list(v.strictObject(shelf)) })
export type RegisterShelf = v.InferOutput<typeof registerList>['items'][number]

const register = v.strictObject({
  ...shelf,
  basis: string,
  owner: v.picklist(['enterprise', 'authority', 'either']),
  /** Columns of the list that this reader sees. */
  columns: list(v.strictObject({ name: string, label: bilingual })),
  standings: list(v.strictObject({ name: string, words: bilingual })),
  /** By when something is to be done; null: entries have no such date. */
  due: maybe(bilingual),
  /** Where there may be entries that this reader sees; an enterprise reads its own wherever they are. */
  regions: list(regionShape),
  /** Of a new entry; empty: this reader proposes none. */
  form,
})
export type RegisterView = v.InferOutput<typeof register>

const row = {
  id: string,
  number: string,
  name: string,
  region: bilingual,
  /** The enterprise; null: the authorities' own. */
  owner: maybe(string),
  standing: string,
  words: bilingual,
  /** Kept for the record only. */
  over: flag,
  since: string,
  /** The first day still open by which something is to be done. */
  due: maybe(string),
  /** What is to be done by it, where the register has several such days. */
  dueFor: maybe(bilingual),
  /** What it says in the columns of the list. */
  columns: list(statement),
}
const entries = v.strictObject({
  items: list(v.strictObject(row)),
  cursor: maybe(string),
  total: integer,
})
export type EntryRow = v.InferOutput<typeof entries>['items'][number]

const change = v.strictObject({
  id: string,
  entry: string,
  /** Null: the product gives it when it is confirmed. */
  number: maybe(string),
  name: string,
  region: bilingual,
  /** The enterprise whose it is; null: the authorities' own. */
  owner: maybe(string),
  /** Of a new entry. */
  fresh: flag,
  standing: bilingual,
  from: string,
  /** What becomes otherwise, with what it was, standing and day included; of a new entry every field. */
  fields: list(
    v.strictObject({
      name: string,
      label: bilingual,
      before: maybe(bilingual),
      after: maybe(bilingual),
      /** Of rows: what has become of each that is not as it was. Of steps that were reckoned: those that hold now. */
      lines: v.optional(list(bilingual)),
    }),
  ),
  /** Of what waits: by when what is to be done, and from which day silence settles it. */
  dues: list(
    v.strictObject({
      label: bilingual,
      day: string,
      settled: maybe(v.strictObject({ label: bilingual, day: string })),
    }),
  ),
  status: v.picklist(['waiting', 'approved', 'rejected', 'withdrawn']),
  /** Names and reasons are the authorities' own; an enterprise reads those of its own people, and why they were refused. */
  by: maybe(string),
  at: moment,
  reason: maybe(string),
  decision: maybe(
    v.strictObject({
      by: maybe(string),
      at: moment,
      reason: maybe(string),
      version: maybe(integer),
    }),
  ),
  mayConfirm: flag,
  mayRefuse: flag,
  mayWithdraw: flag,
  /** Why this reader may not confirm what waits. */
  whyNot: list(bilingual),
  /** Why nobody may refuse it any more. */
  whyNotRefuse: list(bilingual),
})
export type RegisterChangeView = v.InferOutput<typeof change>

const entry = v.strictObject({
  ...row,
  version: integer,
  from: string,
  fields: list(statement),
  /** What waits for a second person, and what has been decided, the newest first. */
  changes: list(change),
  /** Of a change; empty: this reader proposes none. `values`: what stands now. */
  form,
  values: v.record(string, v.unknown()),
  /** What it is carried out as, where this reader may begin that; `why`: why not now. Null: nothing is begun from it by him. */
  run: maybe(v.strictObject({ words: bilingual, why: maybe(bilingual) })),
  /** As which it has been carried out, of what he sees the newest first, twenty at most. */
  cases: list(
    v.strictObject({
      id: string,
      number: string,
      title: string,
      state: bilingual,
      open: flag,
      openedAt: moment,
    }),
  ),
})
export type EntryView = v.InferOutput<typeof entry>

const done = v.strictObject({ id: string, entry: string })

/** What everybody may know of an entry. */
const open = v.strictObject({
  number: string,
  name: string,
  region: bilingual,
  words: bilingual,
  fields: list(statement),
})
export type OpenEntry = v.InferOutput<typeof open>

export const entriesQuery = v.object({
  q: v.optional(shortText),
  standing: v.optional(shortText),
  region: v.optional(v.pipe(string, v.check(isRegion, 'is no region of the city'))),
  /** Due within so many months. */
  within: v.optional(v.pipe(string, v.regex(/^(?:[1-9]|[12]\d|3[0-6])$/))),
  cursor,
  limit,
})

/** `entry`: null for a new one, whose `version` is 0. `data`: the form of the register. */
export const registerChangeBody = v.strictObject({
  entry: maybe(shortText),
  version: v.pipe(v.number(), v.integer(), v.minValue(0)),
  data: formData,
})

export const openEntriesQuery = v.object({ q: shortText })

export const registersContract = {
  'GET /api/registers': {
    status: 200,
    description: 'The registers that this reader may read',
    answer: registerList,
  },
  'GET /api/registers/{register}': { status: 200, description: 'The register', answer: register },
  'GET /api/registers/{register}/entries': {
    query: entriesQuery,
    status: 200,
    description: 'One page of entries',
    answer: entries,
  },
  'GET /api/registers/{register}/entries/{id}': {
    status: 200,
    description: 'The entry with its history',
    answer: entry,
  },
  'POST /api/registers/{register}/entries/{id}/case': {
    status: 201,
    description: 'The case that it is carried out as',
    answer: v.strictObject({ id: string }),
  },
  'GET /api/registers/{register}/changes': {
    status: 200,
    description: 'What waits for a second person, two hundred at most',
    answer: v.strictObject({ items: list(change) }),
  },
  'POST /api/registers/{register}/changes': {
    body: registerChangeBody,
    status: 201,
    description: 'Proposed; it waits for a second person',
    answer: done,
  },
  'POST /api/registers/{register}/changes/{id}/{decision}': {
    body: remarked,
    status: 200,
    description: 'Decided',
    answer: done,
  },
  'GET /api/public/registers': {
    status: 200,
    description: 'Registers that are open to everybody',
    answer: registerList,
  },
  'GET /api/public/registers/{register}': {
    query: openEntriesQuery,
    status: 200,
    description: 'Twenty at most',
    answer: v.strictObject({ items: list(open) }),
  },
} as const satisfies ContractRoutes
