// In which shape does the API show calendars and what becomes of changes to them?
import * as v from 'valibot'
import type {
  CalendarsView,
  DifferenceView,
  DryRun,
  DryRunView,
  MoveRow,
  OutcomeView,
  ProposalRow,
  ProposalView,
  YearView,
} from '../domain/calendar/views.ts'
import { type MoveCause, moveCauses } from '../domain/case/move-causes.ts'
import { text } from './shapes.ts'

type Of<Shape> = v.GenericSchema<unknown, Shape>

const word = v.string()
const count = v.pipe(v.number(), v.integer())
const moment = v.pipe(v.string(), v.isoTimestamp())
const maybe = <Schema extends v.GenericSchema>(schema: Schema) => v.nullable(schema)
const list = <Schema extends v.GenericSchema>(schema: Schema) => v.array(schema)

const decreed = { year: count, decree: word, source: word, off: count, work: count, imported: v.boolean(), proposal: maybe(word) }
const notice = { decree: word, source: word, off: list(word), work: list(word) }
const place = maybe(v.strictObject({ code: word, name: text }))
export const calendars = v.strictObject({
  ...{ version: word, items: list(v.strictObject(decreed)), missing: list(count) },
  overrides: list(v.strictObject({ proposal: word, region: place, name: maybe(word), ...notice })),
}) satisfies Of<CalendarsView>

const day = v.strictObject({ date: word, work: v.boolean(), why: word, decreed: v.boolean() })
export const year = v.strictObject({ year: count, decree: maybe(word), source: maybe(word), days: list(day) }) satisfies Of<YearView>

const move = {
  ...{ caseId: word, number: word, process: word, region: word, clock: word, clockWords: text, obligation: word },
  ...{ from: word, to: word, firm: v.boolean(), rungs: count, revision: count },
}
const moved = v.strictObject(move) satisfies Of<MoveRow>

const run = {
  ...{ run: word, status: v.picklist(['running', 'done', 'failed']), at: moment, base: word, version: word },
  ...{ cases: count, total: count, checked: count, moved: count, unmoved: count, firmed: count, digest: maybe(word) },
}
const perClock = { process: word, clock: word, moved: count, firmed: count }
const plainRun = v.strictObject({ ...run, clocks: list(v.strictObject(perClock)) }) satisfies Of<DryRun>
export const dryRun = v.strictObject({
  ...{ ...run, clocks: list(v.strictObject({ ...perClock, words: text })), rows: list(moved) },
}) satisfies Of<DryRunView>
export const asked = v.strictObject({ proposal: word, year: count, version: word, preview: dryRun })

const dates = maybe(v.strictObject({ from: word, to: word, firm: v.boolean() }))
const difference = v.strictObject({
  ...{ caseId: word, number: word, process: word, clock: word, clockWords: text, obligation: word, expected: dates, happened: dates },
  ...{ cause: v.picklist(Object.keys(moveCauses) as MoveCause[]), causeWords: text, acts: list(word) },
}) satisfies Of<DifferenceView>
const outcome = v.strictObject({
  ...{ status: v.picklist(['collecting', 'running', 'done']), done: count, total: count, failed: count, moved: count, digest: maybe(word) },
  ...{ asPreviewed: maybe(v.boolean()), differences: list(difference), differing: count },
}) satisfies Of<OutcomeView>

const proposed = v.variant('kind', [
  v.strictObject({ kind: v.literal('year'), year: count, ...notice }),
  v.strictObject({ kind: v.literal('override'), region: maybe(word), name: maybe(word), ...notice }),
  v.strictObject({ kind: v.literal('revoke'), proposal: word }),
])
const somebody = { id: word, name: word, at: moment }
const row = {
  ...{ id: word, status: v.picklist(['proposed', 'approved', 'rejected', 'withdrawn']), proposed, reason: word },
  ...{ proposedBy: v.strictObject(somebody), decidedBy: maybe(v.strictObject({ ...somebody, reason: word })) },
  ...{ revokedBy: maybe(word), carriedOut: v.boolean() },
}
export const proposals = v.strictObject({ items: list(v.strictObject(row) satisfies Of<ProposalRow>) })

const step = v.strictObject({ at: moment, by: word, name: word, act: word, before: v.unknown(), after: v.unknown() })
const act = v.strictObject({ type: v.picklist(['approve', 'reject', 'withdraw', 'preview']), allowed: v.boolean(), reasons: list(text) })
export const proposal = v.strictObject({
  ...{ ...row, base: word, version: word, preview: dryRun, outdated: v.boolean(), approval: maybe(plainRun), outcome: maybe(outcome) },
  ...{ history: list(step), acts: list(act) },
}) satisfies Of<ProposalView>
export const part = v.strictObject({ items: list(v.union([moved, difference])), cursor: maybe(word) })
