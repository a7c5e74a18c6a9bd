// Where is an escalation policy of supervision read, proposed and decided, with its history and the periods that climb it?
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import {
  escalationPolicyBody,
  escalationPolicyPeriodsQuery,
} from '../../contract/organisation/escalation-policies.ts'
import { line } from '../../contract/parts/date-inputs.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import { isAdministrator } from '../../domain/organisation/policy.ts'
import type { ApiEnv, Deps, Variables } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { decideEscalationPolicy, proposeEscalationPolicy } from './escalation-policy-acts.ts'
import { escalationPolicyList, escalationPolicyOf, periodsOf } from './escalation-policy-reading.ts'
import { createDecisionRoutes } from './four-eyes-routes.ts'

const one = v.object({ process: line(80), clock: line(80) })
const described = (summary: string) => describeRoute({ tags: ['escalation policies'], summary })

export const createEscalationPolicyRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .use(onlyAdministrators)
    .route('/', decisions(deps))
    .get('/', described('Escalation policies of supervision that can be set'), async (c) =>
      c.json(await escalationPolicyList(deps, c.var)),
    )
    .get(
      '/:process/:clock',
      described(
        'An escalation policy with its bounds, its history and how many open periods climb it',
      ),
      checked('param', one),
      async (c) => c.json(await escalationPolicyOf(deps, c.var, c.req.valid('param'))),
    )
    .get(
      '/:process/:clock/periods',
      described(
        'Open periods in scope: the dates they keep, and those a proposal would have given them',
      ),
      checked('param', one),
      checked('query', escalationPolicyPeriodsQuery),
      async (c) =>
        c.json(await periodsOf(deps, c.var, { ...c.req.valid('param'), ...c.req.valid('query') })),
    )
    .post(
      '/:process/:clock/proposals',
      described('Propose other numbers, or other people to be told'),
      checked('param', one),
      checked('json', escalationPolicyBody),
      async (c) =>
        c.json(
          await proposeEscalationPolicy(deps, c, c.req.valid('param'), c.req.valid('json')),
          201,
        ),
    )

const decisions = (deps: Deps) =>
  createDecisionRoutes({
    tag: 'escalation policies',
    approval: 'Approve: it counts for periods that start from now on',
    decide: (vars, deciding) => decideEscalationPolicy(deps, vars, deciding),
  })

type Guard = (c: { var: Variables }, next: () => Promise<void>) => Promise<void>
const onlyAdministrators: Guard = async (c, next) => {
  if (!isAdministrator(c.var.actor))
    throw new DomainError('not-allowed', [text('仅限系统管理员', 'For administrators only')])
  await next()
}
