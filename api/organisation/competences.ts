// Where is the table of competences read, changed by two people, with its history?
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { competenceBody } from '../../contract/organisation/competences.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import { isStaff } from '../../domain/organisation/policy.ts'
import type { ApiEnv, Deps, Variables } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { decideCompetence, proposeCompetence } from './competence-acts.ts'
import { competencesOf } from './competence-reading.ts'
import { createDecisionRoutes } from './four-eyes-routes.ts'

const described = (summary: string) => describeRoute({ tags: ['competences'], summary })

export const createCompetenceRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .use(onlyStaff)
    .get('/', described('Which office is competent for which alarm or event'), async (c) =>
      c.json(await competencesOf(deps, c.var)),
    )
    .post(
      '/proposals',
      described('Propose another office for a kind of alarm or event'),
      checked('json', competenceBody),
      async (c) => c.json(await proposeCompetence(deps, c, c.req.valid('json')), 201),
    )
    .route(
      '/',
      createDecisionRoutes({
        tag: 'competences',
        approval: 'Approve: it counts for cases that begin from its first day on',
        decide: (vars, deciding) => decideCompetence(deps, vars, deciding),
      }),
    )

type Guard = (c: { var: Variables }, next: () => Promise<void>) => Promise<void>
const onlyStaff: Guard = async (c, next) => {
  if (!isStaff(c.var.actor))
    throw new DomainError('not-allowed', [
      text('供监管人员使用', 'For the people of the authorities'),
    ])
  await next()
}
