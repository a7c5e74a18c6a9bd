// What do the routes of escalation policies take and answer?
import * as v from 'valibot'
import { byTwo, decisionContract } from '../parts/by-two.ts'
import { cursor, limit, line } from '../parts/date-inputs.ts'
import { bilingual, decimal, flag, integer, list, maybe, moment, string } from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'

const recipient = v.strictObject({ key: string, words: bilingual })
export type EscalationRecipient = v.InferOutput<typeof recipient>
const unit = v.picklist(['WD', 'ND', 'MIN'])

const escalationPolicyProposal = v.strictObject({
  id: string,
  process: string,
  clock: string,
  ...byTwo,
  /** The one that counts now. */
  inForce: flag,
  /** Every level with what stood before and what is wanted. */
  steps: list(
    v.strictObject({
      escalationLevel: string,
      words: bilingual,
      unit,
      before: integer,
      after: integer,
      recipients: list(recipient),
      noLonger: list(recipient),
    }),
  ),
})
export type EscalationPolicyProposalView = v.InferOutput<typeof escalationPolicyProposal>
export type EscalationPolicyStep = EscalationPolicyProposalView['steps'][number]

const escalationPolicyRow = {
  process: string,
  title: bilingual,
  clock: string,
  words: bilingual,
  inForce: maybe(string),
  since: maybe(moment),
  waiting: integer,
}

const escalationPolicies = v.strictObject({
  items: list(v.strictObject(escalationPolicyRow)),
  mayPropose: flag,
})
export type EscalationPolicyList = v.InferOutput<typeof escalationPolicies>
export type EscalationPolicyRow = EscalationPolicyList['items'][number]

const escalationPolicy = v.strictObject({
  ...escalationPolicyRow,
  escalationLevels: list(
    v.strictObject({
      escalationLevel: string,
      words: bilingual,
      unit,
      n: integer,
      notify: list(recipient),
      must: maybe(string),
      most: maybe(v.strictObject({ n: integer, article: bilingual, confidence: string })),
    }),
  ),
  /** Everybody who can be notified. */
  addresses: list(recipient),
  history: list(escalationPolicyProposal),
  mayPropose: flag,
  counts: list(
    v.strictObject({ escalationPolicy: maybe(string), since: maybe(moment), running: integer }),
  ),
})
export type EscalationPolicyView = v.InferOutput<typeof escalationPolicy>
/** How many open periods started under each setting. */
export type PolicyLevelView = EscalationPolicyView['escalationLevels'][number]

const escalationLevelStatus = v.picklist([
  'planned',
  'fired',
  'collapsed',
  'skipped',
  'cancelled',
  'held',
])

const escalationPolicyPeriods = v.strictObject({
  items: list(
    v.strictObject({
      caseId: string,
      number: string,
      title: string,
      region: bilingual,
      due: string,
      escalationPolicy: maybe(string),
      since: maybe(moment),
      escalationLevels: list(
        v.strictObject({
          escalationLevel: string,
          words: bilingual,
          status: escalationLevelStatus,
          keeps: moment,
          instead: maybe(moment),
        }),
      ),
    }),
  ),
  total: integer,
  cursor: maybe(string),
})
export type EscalationPolicyPeriods = v.InferOutput<typeof escalationPolicyPeriods>
/** An open period with the dates it keeps, and those it would have if it had started under the proposal. */
export type EscalationPolicyPeriodView = EscalationPolicyPeriods['items'][number]

const policyLevelInput = v.strictObject({
  escalationLevel: line(80),
  n: v.pipe(decimal, v.integer(), v.minValue(0), v.maxValue(366)),
  notify: v.pipe(list(line(100)), v.maxLength(40)),
})

export const escalationPolicyBody = v.strictObject({
  escalationLevels: v.pipe(list(policyLevelInput), v.minLength(1), v.maxLength(20)),
  order: line(200),
  reason: line(1_000),
})

export const escalationPolicyPeriodsQuery = v.object({
  proposal: v.optional(line(80)),
  limit,
  cursor,
})

export const escalationPolicyContract = {
  ...decisionContract('/api/ladders', escalationPolicyProposal),
  'GET /api/ladders': {
    status: 200,
    description: 'Escalation policies that can be set',
    answer: escalationPolicies,
  },
  'GET /api/ladders/{process}/{clock}': {
    status: 200,
    description: 'The escalation policy, its bounds and its history',
    answer: escalationPolicy,
  },
  'GET /api/ladders/{process}/{clock}/periods': {
    query: escalationPolicyPeriodsQuery,
    status: 200,
    description: 'One page of open periods',
    answer: escalationPolicyPeriods,
  },
  'POST /api/ladders/{process}/{clock}/proposals': {
    body: escalationPolicyBody,
    status: 201,
    description: 'Proposed',
    answer: escalationPolicyProposal,
  },
} as const satisfies ContractRoutes
