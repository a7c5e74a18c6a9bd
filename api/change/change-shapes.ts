// In which shape does the API show what becomes of a change to calendars, rules or promises?
import * as v from 'valibot'
import type {
  DifferenceView,
  DryRun,
  DryRunView,
  EnterableRule,
  MoveRow,
  OutcomeView,
  ProposalRow,
  ProposalView,
} from '../../domain/change/views.ts'
import { type MoveCause, moveCauses } from '../../domain/views/move-causes.ts'
import { text } from '../http/shapes.ts'

type Of<Shape> = v.GenericSchema<unknown, Shape>

const word = v.string()
const count = v.pipe(v.number(), v.integer())
const moment = v.pipe(v.string(), v.isoTimestamp())
const maybe = <Schema extends v.GenericSchema>(schema: Schema) => v.nullable(schema)
const list = <Schema extends v.GenericSchema>(schema: Schema) => v.array(schema)

const move = {
  ...{ caseId: word, number: word, process: word, region: word, clock: word, clockWords: text, obligation: word },
  from: word,
  to: word,
  firm: v.boolean(),
  escalationLevels: count,
  revision: count,
  late: maybe(v.picklist(['newly', 'no-longer'])),
  versions: maybe(v.strictObject({ from: maybe(word), to: maybe(word) })),
}
const moved = v.strictObject(move) satisfies Of<MoveRow>

const run = {
  ...{ run: word, status: v.picklist(['running', 'done', 'failed']), at: moment, base: word, version: word },
  ...{ cases: count, total: count, checked: count, moved: count, unmoved: count, firmed: count, digest: maybe(word) },
  ...{ newlyOverdue: count, noLongerOverdue: count },
}
const perClock = { process: word, clock: word, moved: count, firmed: count }
const perPlace = { process: word, region: word, moved: count, newlyOverdue: count, noLongerOverdue: count }
const plainRun = v.strictObject({
  ...run,
  clocks: list(v.strictObject(perClock)),
  places: list(v.strictObject(perPlace)),
}) satisfies Of<DryRun>
export const dryRun = v.strictObject({
  ...{ ...run, clocks: list(v.strictObject({ ...perClock, words: text })), rows: list(moved) },
  places: list(v.strictObject({ ...perPlace, processWords: text, regionWords: text })),
}) satisfies Of<DryRunView>

const dates = maybe(v.strictObject({ from: word, to: word, firm: v.boolean() }))
const difference = v.strictObject({
  ...{ caseId: word, number: word, process: word, clock: word, clockWords: text, obligation: word, expected: dates, happened: dates },
  ...{ cause: v.picklist(Object.keys(moveCauses) as MoveCause[]), causeWords: text, acts: list(word) },
}) satisfies Of<DifferenceView>
const outcome = v.strictObject({
  ...{ status: v.picklist(['collecting', 'running', 'done']), done: count, total: count, failed: count, moved: count, digest: maybe(word) },
  ...{ perMinute: count, errors: list(v.strictObject({ caseId: word, number: word, error: word })) },
  ...{ asPreviewed: maybe(v.boolean()), differences: list(difference), differing: count },
}) satisfies Of<OutcomeView>

const notice = { decree: word, source: word, off: list(word), work: list(word) }
const terms = { rule: word, region: maybe(word), from: word, n: count, source: word, running: maybe(word) }
const proposed = v.variant('kind', [
  v.strictObject({ kind: v.literal('year'), year: count, ...notice }),
  v.strictObject({ kind: v.literal('override'), region: maybe(word), name: maybe(word), ...notice }),
  v.strictObject({ kind: v.literal('rule'), ...terms, norm: text, article: text, confidence: v.picklist(['V', 'V*', 'M', 'D']) }),
  v.strictObject({ kind: v.literal('promise'), ...terms }),
  v.strictObject({ kind: v.literal('revoke'), proposal: word }),
])
const somebody = { id: word, name: word, at: moment }
const row = {
  ...{ id: word, status: v.picklist(['proposed', 'approved', 'rejected', 'withdrawn']), proposed, words: text, reason: word },
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

const enterable = {
  rule: word,
  title: text,
  process: word,
  promise: v.boolean(),
  n: count,
  unit: v.picklist(['WD', 'ND', 'H', 'MIN', 'M', 'Y']),
}
export const rules = v.strictObject({
  items: list(v.strictObject({ ...enterable, norm: text, article: text }) satisfies Of<EnterableRule>),
})
