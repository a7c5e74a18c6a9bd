// What do the routes of changes to calendars, rules and promises take and answer?
import * as v from 'valibot'
import type { DryRun } from '../../domain/change/views.ts'
import type { MoveCause } from '../../domain/views/move-causes.ts'
import { moveCauses } from '../../domain/views/move-causes.ts'
import { limit, line, pageQuery, reasonedAtLength, remarked } from '../parts/date-inputs.ts'
import {
  bilingual,
  decimal,
  flag,
  integer,
  list,
  maybe,
  moment,
  type Of,
  string,
} from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'

const move = {
  caseId: string,
  number: string,
  process: string,
  region: string,
  clock: string,
  clockWords: bilingual,
  obligation: string,
  from: string,
  to: string,
  firm: flag,
  escalationLevels: integer,
  revision: integer,
  late: maybe(v.picklist(['newly', 'no-longer'])),
  versions: maybe(v.strictObject({ from: maybe(string), to: maybe(string) })),
}

/** One period that moves: dates are civil, `from` = `to` when only its certainty or its reminders change. */
const movedPeriod = v.strictObject(move)
export type MoveRow = v.InferOutput<typeof movedPeriod>

const run = {
  run: string,
  status: v.picklist(['running', 'done', 'failed']),
  at: moment,
  base: string,
  version: string,
  cases: integer,
  total: integer,
  checked: integer,
  movedCount: integer,
  unmoved: integer,
  firmed: integer,
  digest: maybe(string),
  newlyOverdue: integer,
  noLongerOverdue: integer,
}

const perClock = { process: string, clock: string, movedCount: integer, firmed: integer }

const perPlace = {
  process: string,
  region: string,
  movedCount: integer,
  newlyOverdue: integer,
  noLongerOverdue: integer,
}

/** What a dry run over all running periods has found, or how far it has come. */
const plainRun = v.strictObject({
  ...run,
  clocks: list(v.strictObject(perClock)),
  /** By process and region. */
  places: list(v.strictObject(perPlace)),
}) satisfies Of<DryRun>

export const dryRunShape = v.strictObject({
  ...run,
  clocks: list(v.strictObject({ ...perClock, words: bilingual })),
  rows: list(movedPeriod),
  places: list(v.strictObject({ ...perPlace, processWords: bilingual, regionWords: bilingual })),
})
export type DryRunView = v.InferOutput<typeof dryRunShape>

const dates = maybe(v.strictObject({ from: string, to: string, firm: flag }))

const difference = v.strictObject({
  caseId: string,
  number: string,
  process: string,
  clock: string,
  clockWords: bilingual,
  obligation: string,
  expected: dates,
  happened: dates,
  cause: v.picklist(Object.keys(moveCauses) as MoveCause[]),
  causeWords: bilingual,
  /** What was done in the case between preview and change, by type and in words. */
  acts: list(string),
})
export type DifferenceView = v.InferOutput<typeof difference>

/** How the approved change reaches the cases, and what really moved. */
const outcome = v.strictObject({
  status: v.picklist(['collecting', 'running', 'done']),
  done: integer,
  total: integer,
  failed: integer,
  movedCount: integer,
  digest: maybe(string),
  /** Cases in the last minute. */
  perMinute: integer,
  /** The first of those that refused, with the error. */
  errors: list(v.strictObject({ caseId: string, number: string, error: string })),
  /** Equal to the preview, period by period; null while cases are under way. */
  asPreviewed: maybe(flag),
  differences: list(difference),
  differing: integer,
})
export type OutcomeView = v.InferOutput<typeof outcome>

const notice = { decree: string, source: string, off: list(string), work: list(string) }

const terms = {
  rule: string,
  region: maybe(string),
  from: string,
  n: integer,
  source: string,
  running: maybe(string),
}

const proposed = v.variant('kind', [
  v.strictObject({ kind: v.literal('year'), year: integer, ...notice }),
  v.strictObject({
    kind: v.literal('override'),
    region: maybe(string),
    name: maybe(string),
    ...notice,
  }),
  v.strictObject({
    kind: v.literal('rule'),
    ...terms,
    norm: bilingual,
    article: bilingual,
    confidence: v.picklist(['V', 'V*', 'M', 'D']),
  }),
  v.strictObject({ kind: v.literal('promise'), ...terms }),
  v.strictObject({ kind: v.literal('revoke'), proposal: string }),
])

const somebody = { id: string, name: string, at: moment }

const row = {
  id: string,
  status: v.picklist(['proposed', 'approved', 'rejected', 'withdrawn']),
  proposed,
  words: bilingual,
  reason: string,
  proposedBy: v.strictObject(somebody),
  decidedBy: maybe(v.strictObject({ ...somebody, reason: string })),
  revokedBy: maybe(string),
  carriedOut: flag,
}

const proposalRow = v.strictObject(row)
export type ProposalRow = v.InferOutput<typeof proposalRow>
const proposals = v.strictObject({ items: list(proposalRow) })

const step = v.strictObject({
  at: moment,
  by: string,
  name: string,
  act: string,
  before: v.unknown(),
  after: v.unknown(),
})

const act = v.strictObject({
  type: v.picklist(['approve', 'reject', 'withdraw', 'preview']),
  allowed: flag,
  reasons: list(bilingual),
})

const proposalShape = v.strictObject({
  ...row,
  base: string,
  version: string,
  preview: dryRunShape,
  /** The preview no longer starts from the calendars and rules in force. */
  outdated: flag,
  /** The same dry run once more at the moment of approval. */
  approval: maybe(plainRun),
  outcome: maybe(outcome),
  history: list(step),
  /** What this reader may do now, and why not. */
  acts: list(act),
})
export type ProposalView = v.InferOutput<typeof proposalShape>
export type HistoryView = v.InferOutput<typeof step>

const moves = v.strictObject({ items: list(movedPeriod), cursor: maybe(string) })
const differences = v.strictObject({ items: list(difference), cursor: maybe(string) })

const enterable = v.strictObject({
  rule: string,
  title: bilingual,
  process: string,
  promise: flag,
  n: integer,
  unit: v.picklist(['WD', 'ND', 'H', 'MIN', 'M', 'Y']),
  norm: bilingual,
  article: bilingual,
})
export type EnterableRule = v.InferOutput<typeof enterable>

const enterableRules = v.strictObject({ items: list(enterable) })

const days = v.pipe(list(v.pipe(string, v.isoDate())), v.maxLength(366))
export const noticeDays = { decree: line(200), source: line(500), off: days, work: days }
const region = maybe(v.pipe(string, v.regex(/^\d{6}$/)))

const termsInput = {
  rule: line(100),
  region,
  from: v.pipe(string, v.isoDate()),
  n: v.pipe(decimal, v.integer(), v.minValue(1), v.maxValue(3_650)),
  source: line(500),
  running: maybe(line(500)),
}

const bilingualInput = v.strictObject({ zh: line(200), en: line(200) })

const proposalInput = v.variant('kind', [
  v.strictObject({ kind: v.literal('year'), year: integer, ...noticeDays }),
  v.strictObject({
    kind: v.literal('override'),
    region,
    name: v.optional(maybe(line(60)), null),
    ...noticeDays,
  }),
  v.strictObject({
    kind: v.literal('rule'),
    ...termsInput,
    norm: bilingualInput,
    article: bilingualInput,
    confidence: v.picklist(['V', 'V*', 'M', 'D']),
  }),
  v.strictObject({ kind: v.literal('promise'), ...termsInput }),
  v.strictObject({ kind: v.literal('revoke'), proposal: line(80) }),
])

const opinion = v.optional(v.pipe(string, v.trim(), v.maxLength(1_000)), '')
export const changeBody = v.strictObject({ proposed: proposalInput, reason: opinion })

export const changesQuery = v.object({
  status: v.optional(v.picklist(['proposed', 'approved', 'rejected', 'withdrawn'])),
  about: v.optional(v.picklist(['calendar', 'rule'])),
  limit,
})

export const changeContract = {
  'POST /api/changes/{id}/preview': {
    status: 200,
    description: 'The proposal with its new preview',
    answer: proposalShape,
  },
  'POST /api/changes/{id}/approval': {
    body: remarked,
    status: 200,
    description: 'Approved; the cases follow',
    answer: proposalShape,
  },
  'POST /api/changes/{id}/rejection': {
    body: reasonedAtLength,
    status: 200,
    description: 'Rejected',
    answer: proposalShape,
  },
  'POST /api/changes/{id}/withdrawal': {
    body: remarked,
    status: 200,
    description: 'Withdrawn',
    answer: proposalShape,
  },
  'GET /api/changes': {
    query: changesQuery,
    status: 200,
    description: 'Proposals, newest first',
    answer: proposals,
  },
  'GET /api/changes/rules': {
    status: 200,
    description: 'As in force today',
    answer: enterableRules,
  },
  'POST /api/changes': {
    body: changeBody,
    status: 201,
    description: 'Proposed; the dry run is done or goes on',
    answer: proposalShape,
  },
  'POST /api/changes/preview': {
    body: changeBody,
    status: 200,
    description: 'What would move',
    answer: dryRunShape,
  },
  'GET /api/changes/{id}': { status: 200, description: 'The proposal', answer: proposalShape },
  'GET /api/changes/{id}/moves': {
    query: pageQuery,
    status: 200,
    description: 'One page, in order of case and period',
    answer: moves,
  },
  'GET /api/changes/{id}/differences': {
    query: pageQuery,
    status: 200,
    description: 'One page, in order of case and period',
    answer: differences,
  },
} as const satisfies ContractRoutes
