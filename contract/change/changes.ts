// What do the routes of changes to calendars, rules and promises take and answer?
import * as v from 'valibot'
import { amountUnit } from '../parts/amounts.ts'
import { limit, line, pageQuery, reasonedAtLength, remarked } from '../parts/date-inputs.ts'
import { bilingual, decimal, flag, integer, list, maybe, moment, string } from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'
import {
  changeOutcome,
  dryRunShape,
  movedOtherwise,
  movedPeriod,
  storedDryRun,
  triedOut,
  workedExamples,
} from './moves.ts'

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
  v.strictObject({
    kind: v.literal('amount'),
    amount: string,
    region: maybe(string),
    from: string,
    values: list(maybe(string)),
    norm: bilingual,
    article: bilingual,
    confidence: v.picklist(['V', 'V*', 'M', 'D']),
    source: string,
    running: maybe(string),
  }),
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
  /** Of an amount, while it is proposed: worked examples of the law that come out otherwise under it. */
  examples: workedExamples,
  /** The same dry run once more at the moment of approval. */
  approval: maybe(storedDryRun),
  outcome: maybe(changeOutcome),
  history: list(step),
  /** What this reader may do now, and why not. */
  acts: list(act),
})
export type ProposalView = v.InferOutput<typeof proposalShape>
export type HistoryView = v.InferOutput<typeof step>

const moves = v.strictObject({ items: list(movedPeriod), cursor: maybe(string) })
const differences = v.strictObject({ items: list(movedOtherwise), cursor: maybe(string) })

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

const enterableAmount = v.strictObject({
  amount: string,
  title: bilingual,
  calculation: string,
  order: v.picklist(['rising', 'not-falling', 'free']),
  steps: list(v.strictObject({ key: string, words: bilingual, unit: amountUnit, optional: flag })),
  values: list(maybe(string)),
  norm: bilingual,
  article: bilingual,
})
export type EnterableAmount = v.InferOutput<typeof enterableAmount>

const enterableAmounts = v.strictObject({ items: list(enterableAmount) })

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
  v.strictObject({
    kind: v.literal('amount'),
    amount: line(100),
    region,
    from: v.pipe(string, v.isoDate()),
    values: v.pipe(list(maybe(line(24))), v.minLength(1), v.maxLength(20)),
    norm: bilingualInput,
    article: bilingualInput,
    confidence: v.picklist(['V', 'V*', 'M', 'D']),
    source: line(500),
    running: maybe(line(500)),
  }),
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
  'GET /api/changes/amounts': {
    status: 200,
    description: 'As in force today',
    answer: enterableAmounts,
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
    answer: triedOut,
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
