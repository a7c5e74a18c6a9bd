// In which shape does the API answer, said once for the OpenAPI document and for the tests?
import * as v from 'valibot'
import type { ActView } from '../../domain/engine/judging/act-view.ts'
import { type PhotoView, type Taken, timeSources } from '../../domain/evidence/photo.ts'
import type { Text } from '../../domain/language/words.ts'
import type { LedgerPage, LedgerRow, SelfCheck } from '../../domain/self-check/ledger.ts'
import type {
  ActAnswer,
  CaseRow,
  CaseView,
  ClockAnswer,
  ClockMove,
  ClockView,
  DueView,
  InboxRow,
  Me,
  Page,
  TimelineItem,
  WallView,
} from '../../domain/views/case-views.ts'
import type { ChartCounts, MigrationPage } from '../../domain/views/chart/chart-views.ts'
import type { FactField, FollowTold, ItemView, LinkView } from '../../domain/views/fact-views.ts'
import type { AddedView, NextView, TaskView } from '../../domain/views/task-views.ts'

/** A schema that yields exactly the type the code answers with. */
type Of<Shape> = v.GenericSchema<unknown, Shape>

const word = v.string()
const count = v.pipe(v.number(), v.integer())
const moment = v.pipe(v.string(), v.isoTimestamp())
const maybe = <Schema extends v.GenericSchema>(schema: Schema) => v.nullable(schema)
const list = <Schema extends v.GenericSchema>(schema: Schema) => v.array(schema)
const level = maybe(v.picklist([1, 2, 3, 4]))

export const text = v.strictObject({ zh: word, en: word }) satisfies Of<Text>
const taken = v.strictObject({
  ...{ at: maybe(moment), source: maybe(v.picklist(timeSources)), lat: maybe(v.number()), lon: maybe(v.number()) },
  accuracy: maybe(v.number()),
}) satisfies Of<Taken>
const file = v.strictObject({
  ...{ id: word, name: word, type: word, size: count, url: word, sha256: word, taken: maybe(taken) },
}) satisfies Of<PhotoView>
const entry = v.strictObject({
  ...{
    item: word,
    passed: v.boolean(),
    words: text,
    note: maybe(word),
    before: list(file),
    after: list(file),
    attached: v.exactOptional(text),
  },
}) satisfies Of<ItemView>
const fact = v.strictObject({
  ...{ name: word, label: text, value: text, caseId: v.exactOptional(word) },
  confidential: v.exactOptional(v.literal(true)),
  ...{ files: v.exactOptional(list(file)), list: v.exactOptional(list(text)), items: v.exactOptional(list(entry)) },
}) satisfies Of<FactField>
const link = v.strictObject({
  ...{ id: word, process: word, event: text, words: text, article: word, at: moment, number: maybe(word) },
  status: v.picklist(['waiting', 'started', 'done', 'closed', 'refused', 'missing']),
  licence: v.exactOptional(word),
  drill: v.exactOptional(v.literal(true)),
}) satisfies Of<LinkView>
const share = v.strictObject({ used: v.number(), paused: v.number(), left: v.number() })
const due = v.strictObject({
  ...{ date: word, at: moment, overdue: v.boolean(), provisional: v.boolean(), paused: v.boolean(), words: text, share },
  toTheMinute: v.exactOptional(v.literal(true)),
}) satisfies Of<DueView>

const field = v.looseObject({ name: word, words: text, kind: word, required: v.boolean() })
const act = v.strictObject({
  type: word,
  kind: v.picklist(['event', 'task', 'clock', 'document']),
  words: text,
  taskId: maybe(word),
  ...{ allowed: v.boolean(), relevant: v.boolean(), reasons: list(text) },
  fields: list(field),
  consequence: maybe(v.strictObject({ effect: text, article: word })),
  usual: v.optional(v.literal(true)),
  proposal: v.optional(v.strictObject({ falls: list(word), data: maybe(v.looseObject({})) })),
  onBehalfOf: v.optional(v.strictObject({ name: word, order: word })),
}) satisfies Of<Omit<ActView, 'fields'>>

const signature = v.strictObject({ name: word, at: moment, opinion: maybe(word), against: v.exactOptional(v.literal(true)) })
const added = v.strictObject({
  ...{ no: count, name: word, position: text, first: v.boolean(), at: maybe(moment), opinion: maybe(word), by: maybe(word) },
  state: v.picklist(['next', 'waiting', 'agreed', 'disagreed', 'removed']),
}) satisfies Of<AddedView>
const task = v.strictObject({
  ...{
    id: word,
    task: word,
    words: text,
    groups: list(text),
    assignee: maybe(word),
    mine: v.boolean(),
    held: v.boolean(),
    openedAt: moment,
  },
  ...{ need: count, mode: maybe(text), signatures: list(signature), added: list(added), waits: maybe(text), urged: count },
  delegated: maybe(v.strictObject({ from: word, to: word, at: moment })),
  returned: maybe(v.strictObject({ from: text, by: word, reason: word, straight: v.boolean() })),
  proposal: maybe(v.strictObject({ type: word, words: text, data: list(fact) })),
  why: v.exactOptional(list(text)),
}) satisfies Of<TaskView>

const nextPerson = v.strictObject({ name: word, post: text, open: count, substitute: maybe(word) })
const next = v.strictObject({
  ...{ state: text, task: text, posts: list(text), people: list(nextPerson) },
  ...{ rule: v.exactOptional(text), climbs: v.exactOptional(list(text)) },
}) satisfies Of<NextView>
export const nextHandlers = v.strictObject({ items: list(next) })

const told = v.strictObject({ name: word, how: v.picklist(['inbox', 'mail']), at: moment, delivered: v.boolean() })
const escalationLevel = v.looseObject({
  escalationLevel: word,
  words: text,
  plannedAt: moment,
  status: word,
  firedAt: maybe(moment),
  recordedAt: maybe(moment),
  ...{ acknowledgedAt: maybe(moment), acknowledgedBy: maybe(word), told: list(told) },
})
const stop = v.strictObject({ kind: word, from: word, to: maybe(word), reason: word, article: maybe(word) })
const clock = v.strictObject({
  ...{ id: word, clock: word, words: text, article: word, status: word, startedAt: moment, due: word, dueAt: moment, nominal: word },
  promised: v.exactOptional(v.literal(true)),
  statutory: v.boolean(),
  ...{
    provisional: v.boolean(),
    reasons: list(text),
    explanation: text,
    endedAt: maybe(moment),
    escalationLevels: list(escalationLevel),
    now: maybe(due),
  },
  pauses: list(stop),
  extensions: list(v.strictObject({ at: word, by: count, reason: word })),
}) satisfies Of<ClockView>

export const caseShape = v.strictObject({
  ...{ id: word, process: word, processTitle: text, chart: count, number: word, title: word, site: maybe(word) },
  region: v.strictObject({ code: word, name: text }),
  enterprise: maybe(v.strictObject({ id: word, name: word })),
  ...{ status: v.picklist(['open', 'closed']), active: list(word), travelled: list(word), state: text, level },
  ...{ revision: count, material: count, openedAt: moment, closedAt: maybe(moment) },
  ...{ tasks: list(task), clocks: list(clock), acts: list(act), facts: list(fact), links: list(link), synthetic: v.boolean() },
  unmaskable: list(word),
}) satisfies Of<Omit<CaseView, 'acts'>>

const item = v.strictObject({
  ...{ seq: count, type: word, title: text, who: maybe(text), occurredAt: moment, recordedAt: moment },
  audience: v.picklist(['internal', 'party', 'public']),
  kind: v.picklist(['event', 'task', 'clock', 'notice', 'correction']),
  ...{ fields: list(fact), state: maybe(text), hash: word },
  pictures: v.exactOptional(list(v.strictObject({ name: word, sha256: word, url: v.exactOptional(word) }))),
}) satisfies Of<TimelineItem>
const chain = v.looseObject({ valid: v.boolean(), brokenAt: maybe(count) })
export const timeline = v.strictObject({ items: list(item), chain })

const pageOf = <Row extends v.GenericSchema>(row: Row) =>
  v.strictObject({ items: list(row), cursor: maybe(word), total: count, revision: count })
const standing = { state: text, level, due: maybe(due) }
export const inbox = pageOf(
  v.strictObject({
    ...{ taskId: maybe(word), caseId: word, process: word, number: word, title: word, enterprise: maybe(word), region: text },
    ...{
      task: maybe(text),
      assignee: maybe(word),
      onBehalfOf: v.exactOptional(word),
      note: v.exactOptional(text),
      openedAt: moment,
      ended: v.exactOptional(moment),
      unread: v.boolean(),
      revision: count,
      ...standing,
    },
  }),
) satisfies Of<Page<InboxRow>>
export const caseList = pageOf(
  v.strictObject({
    ...{ id: word, process: word, number: word, title: word, status: v.picklist(['open', 'closed']), enterprise: maybe(word) },
    ...{ region: text, revision: count, openedAt: moment, closedAt: maybe(moment), ...standing },
  }),
) satisfies Of<Page<CaseRow>>

const wallEscalationLevel = v.strictObject({
  escalationLevel: word,
  words: text,
  plannedAt: moment,
  status: v.picklist(['told', 'acknowledged', 'missed', 'planned']),
  ...{ firedAt: maybe(moment), acknowledgedAt: maybe(moment), acknowledgedBy: maybe(word), told: count },
})
const wallClock = v.strictObject({
  ...{ id: word, clock: word, words: text, article: word, status: word, startedAt: moment, due: word, dueAt: moment },
  ...{ provisional: v.boolean(), pauses: list(stop) },
})
export const wall = pageOf(
  v.strictObject({
    ...{ caseId: word, process: word, number: word, title: word, enterprise: maybe(word), region: text, revision: count },
    ...{
      state: text,
      level,
      clock: wallClock,
      escalationLevels: list(wallEscalationLevel),
      next: maybe(v.strictObject({ words: text, at: moment })),
      due,
    },
    acts: list(v.strictObject({ type: word, words: text })),
  }),
) satisfies Of<WallView>

const absent = v.exactOptional(v.strictObject({ name: word, order: word }))
const post = v.strictObject({
  ...{ office: word, officeName: text, region: word, regionName: text, role: word, roleName: text, onBehalfOf: absent },
})
export const me = v.strictObject({
  ...{ id: word, name: word, username: word, enterprise: maybe(v.strictObject({ id: word, name: word })), appointments: list(post) },
  counts: v.strictObject({ todo: count, pool: count, done: count, mine: count, cc: count }),
  ...{ starts: list(word), laboratory: v.boolean(), demo: v.boolean(), unproven: v.boolean(), now: moment },
}) satisfies Of<Me>

export const followTold = v.strictObject({ number: maybe(word), receipt: word, code: word }) satisfies Of<FollowTold>
export const answer = v.strictObject({
  id: word,
  revision: count,
  material: count,
  committed: v.literal(true),
  follow: v.exactOptional(followTold),
  unmasked: v.exactOptional(list(fact)),
}) satisfies Of<ActAnswer>
export const moved = v.strictObject({
  now: moment,
  moved: list(v.strictObject({ at: moment, cases: count })),
  left: list(v.strictObject({ caseId: word, number: word })),
}) satisfies Of<ClockAnswer>
export { file }

const selfCheck = {
  ...{ id: word, supersedes: maybe(word), enterprise: v.strictObject({ id: word, name: word }), day: word, place: word, checked: word },
  ...{ found: list(word), note: maybe(word), photos: list(file), by: word, at: moment },
  cases: list(v.strictObject({ id: word, number: word })),
}
const earlier = v.strictObject(selfCheck) satisfies Of<SelfCheck>
export const ledgerRow = v.strictObject({ ...selfCheck, earlier: list(earlier) }) satisfies Of<LedgerRow>
export const ledger = v.strictObject({ items: list(ledgerRow), cursor: maybe(word), total: count }) satisfies Of<LedgerPage>

const clockMove = v.strictObject({ from: moment, to: moment, at: moment, cases: count }) satisfies Of<ClockMove>
export const time = v.strictObject({ now: moment, laboratory: v.boolean(), next: maybe(moment), move: maybe(clockMove) })

const counted = v.looseObject({ date: word, counted: v.boolean(), index: maybe(count), why: word })
export const timeLimit = v.looseObject({
  ...{ due: word, dueAt: word, nominal: word, provisional: v.boolean(), reasons: list(text), days: list(counted), explanation: text },
})
export const rules = v.strictObject({ items: list(v.looseObject({ id: word, article: v.unknown(), unit: word, pauses: list(word) })) })
export const calculation = v.looseObject({})
export const calculations = v.strictObject({
  items: list(v.strictObject({ name: word, title: text, article: word, articleText: text, schema: v.looseObject({}) })),
})
export const chartCounts = v.strictObject({
  ...{ process: word, at: moment },
  versions: list(v.strictObject({ version: count, open: count, states: list(v.strictObject({ state: word, n: count })) })),
}) satisfies Of<ChartCounts>
export const migrationPage = v.strictObject({
  ...{ from: count, to: count, open: count, moved: count, failed: count, after: maybe(word) },
  stay: list(v.strictObject({ caseId: word, number: word, reason: text })),
}) satisfies Of<MigrationPage>
const named = { id: word, version: count, title: text, summary: text, law: word }
export const processList = v.strictObject({ items: list(v.strictObject(named)) })
const many = list(v.looseObject({}))
export const processShape = v.strictObject({
  versions: list(v.strictObject({ version: count, since: maybe(word), until: maybe(word), migrates: v.boolean() })),
  ...{ ...named, states: many, transitions: many, events: many, clocks: many, start: v.looseObject({}), diagram: v.looseObject({}) },
})
export const ok = v.strictObject({ ok: v.literal(true) })
