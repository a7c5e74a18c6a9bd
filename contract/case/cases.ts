// What do the routes of one case take and answer?
import * as v from 'valibot'
import type { RecordVerdict } from '../../domain/model/chain.ts'
import type { TimelineItem } from '../../domain/views/case-views.ts'
import { citedAmountShape } from '../parts/amounts.ts'
import { formData, minRevision, shortText } from '../parts/date-inputs.ts'
import { factShape, followReceiptShape, linkShape } from '../parts/facts.ts'
import { regionShape } from '../parts/named.ts'
import { clockShape, dueShape } from '../parts/periods.ts'
import {
  bilingual,
  flag,
  integer,
  levelShape,
  list,
  maybe,
  moment,
  type Of,
  string,
} from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'
import { actShape, taskShape } from '../parts/tasks.ts'

const caseShape = v.strictObject({
  id: string,
  process: string,
  processTitle: bilingual,
  chart: integer,
  number: string,
  title: string,
  site: maybe(string),
  region: regionShape,
  enterprise: maybe(v.strictObject({ id: string, name: string })),
  status: v.picklist(['open', 'closed']),
  /** Names of active states of the chart, deepest first per region. Empty for the party. */
  active: list(string),
  /** `from→event→to` keys already travelled. */
  travelled: list(string),
  state: bilingual,
  level: levelShape,
  /** For the authorities, what counts by amounts of the rule book and by which entered versions; absent: nothing does. */
  grades: v.exactOptional(
    list(v.strictObject({ grade: string, words: bilingual, value: bilingual })),
  ),
  countedBy: v.exactOptional(list(citedAmountShape)),
  revision: integer,
  material: integer,
  openedAt: moment,
  closedAt: maybe(moment),
  tasks: list(taskShape),
  /** Its own; those of its many things stand beside each of them. */
  clocks: list(clockShape),
  /** What ends next, of itself or of one of its many things, as lists say it. */
  due: maybe(dueShape),
  acts: list(actShape),
  facts: list(factShape),
  links: list(linkShape),
  /** Kinds of which the case has many: orders, reports. Empty: it has none, or they are no matter of the reader's. */
  itemKinds: list(string),
  synthetic: flag,
  /** Names of the confidential fields that this reader may have shown to him, each time on record (the act `unmask`). */
  unmaskable: list(string),
  /** Whether the reader may take its dossier along. */
  dossier: flag,
})
export type CaseView = v.InferOutput<typeof caseShape>

const item = v.strictObject({
  seq: integer,
  type: string,
  title: bilingual,
  who: maybe(bilingual),
  occurredAt: moment,
  recordedAt: moment,
  audience: v.picklist(['internal', 'party', 'public']),
  kind: v.picklist(['event', 'task', 'clock', 'notice', 'correction']),
  fields: list(factShape),
  state: maybe(bilingual),
  hash: string,
  /** Handwritten signatures under it; absent: typed names, or no matter of the reader's. */
  item: v.exactOptional(v.strictObject({ kind: string, nth: integer })),
  pictures: v.exactOptional(
    list(v.strictObject({ name: string, sha256: string, url: v.exactOptional(string) })),
  ),
}) satisfies Of<TimelineItem>

const chain = v.strictObject({
  valid: flag,
  checked: integer,
  brokenAt: maybe(integer),
  changedFiles: list(v.strictObject({ seq: integer, file: string })),
}) satisfies Of<RecordVerdict>
/** `chain` null: only the latest was asked for, and the chain was not walked. */
const timelineShape = v.strictObject({ items: list(item), chain: maybe(chain) })

/** `committed`: an answer comes after the commit; whoever is answered `unavailable` asks again under the same key. */
const actAnswer = v.strictObject({
  id: string,
  revision: integer,
  material: integer,
  committed: v.literal(true),
  follow: v.exactOptional(followReceiptShape),
  unmasked: v.exactOptional(list(factShape)),
})
export type ActAnswer = v.InferOutput<typeof actAnswer>

const nextPerson = v.strictObject({
  name: string,
  post: bilingual,
  open: integer,
  substitute: maybe(string),
})

/** `people` empty: nobody holds a post for it. */
const next = v.strictObject({
  state: bilingual,
  task: bilingual,
  posts: list(bilingual),
  people: list(nextPerson),
  /** How a rule would give it out. */
  rule: v.exactOptional(bilingual),
  /** Where it would go because nobody holds the post. */
  climbs: v.exactOptional(list(bilingual)),
})
export type NextView = v.InferOutput<typeof next>
/** Somebody who would find the task in his box: what he has in hand, and who stands in for him while he is away. */
export type NextPerson = v.InferOutput<typeof nextPerson>

const nextHandlers = v.strictObject({ items: list(next) })

export const actBody = v.strictObject({
  type: v.pipe(string, v.minLength(1), v.maxLength(64)),
  data: formData,
  taskId: v.optional(maybe(v.pipe(string, v.maxLength(200)))),
  /** Whose words these are, where they may be sent long after they were written: of nobody else are they taken. */
  writtenBy: v.optional(v.pipe(string, v.maxLength(200))),
})

export const caseQuery = v.object({ minRevision })
/** `after`: only what bears a higher number; 0 is everything, without the chain. */
export const timelineQuery = v.object({
  minRevision,
  after: v.optional(v.pipe(string, v.regex(/^\d{1,9}$/), v.transform(Number))),
})

/** `{data: {…}}` as acts have it; the form's fields alone are understood as well. */
const wrapped = (fields: Record<string, unknown>) =>
  Object.keys(fields).join() === 'data' ? fields : { data: fields }

export const startBody = v.pipe(
  v.record(string, v.unknown()),
  v.transform(wrapped),
  v.strictObject({ data: formData }),
)
export const startQuery = v.object({ selfCheck: v.optional(shortText) })
export const nextQuery = v.object({ type: shortText })

export const caseContract = {
  'POST /api/cases/{process}': {
    query: startQuery,
    body: startBody,
    status: 201,
    description: 'The case is open',
    answer: actAnswer,
  },
  'GET /api/cases/{id}/next': {
    query: nextQuery,
    status: 200,
    description: 'The tasks it could open, with posts and people',
    answer: nextHandlers,
  },
  'GET /api/cases/{id}': {
    query: caseQuery,
    status: 200,
    description: 'The case; its ETag is the revision for If-Match',
    answer: caseShape,
  },
  'GET /api/cases/{id}/timeline': {
    query: timelineQuery,
    status: 200,
    description: 'What has happened, oldest first',
    answer: timelineShape,
  },
  'GET /api/cases/{id}/chain': {
    status: 200,
    description: 'Whether every fact is as it was written',
    answer: chain,
  },
  'POST /api/cases/{id}/acts': {
    body: actBody,
    status: 200,
    description: 'Done and committed; of `unmask` with what was kept secret',
    answer: actAnswer,
  },
} as const satisfies ContractRoutes
