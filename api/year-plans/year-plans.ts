// Which yearly plans of inspections are there, how does one stand, and who brings one further?
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { reasoned, remarked } from '../../contract/parts/date-inputs.ts'
import {
  exceptionBody,
  planBody,
  planRowsQuery,
  planVisitBody,
  planYearQuery,
  removalBody,
} from '../../contract/year-plans/year-plans.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import {
  approvePlan,
  receivePlan,
  rejectPlan,
  submitPlan,
  touchObject,
  withdrawPlan,
} from './plan-acts.ts'
import { completionOfPlan, overviewOf, sheetOfPlan } from './plan-completion.ts'
import { makePlan } from './plan-making.ts'
import { listPlans, planIn, planView } from './plan-reading.ts'
import { beginVisit, rowsOfPlan } from './plan-visits.ts'

const described = (summary: string) => describeRoute({ tags: ['year plans'], summary })

export const createYearPlanRoutes = (deps: Deps) =>
  new Hono<ApiEnv>().route('/', readings(deps)).route('/', acts(deps))

const readings = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get('/', described('Yearly plans in scope, and the form of a new one'), async (c) =>
      c.json(await listPlans(deps, c.var)),
    )
    .get(
      '/overview',
      described('How far the plans in scope have come, by bureau'),
      checked('query', planYearQuery),
      async (c) => c.json(await overviewOf(deps, c.var, c.req.valid('query').year)),
    )
    .get('/:id', described('How a plan stands'), async (c) =>
      c.json(await planView(deps, await planIn(deps, c.var, c.req.param('id')), c.var)),
    )
    .get('/:id/rows', described('Whom a plan names'), checked('query', planRowsQuery), async (c) =>
      c.json(await rowsOfPlan(deps, c.var, c.req.param('id'), c.req.valid('query'))),
    )
    .get('/:id/completion', described('How far a plan has come'), async (c) =>
      c.json(await completionOfPlan(deps, c.var, c.req.param('id'))),
    )
    .get('/:id/document', described('A signed plan as it is printed'), async (c) => {
      const sheet = await sheetOfPlan(deps, c.var, c.req.param('id'))
      const pdf = await deps.printPlan(sheet)
      return c.body(new Uint8Array(pdf), 200, {
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(`${sheet.title}.pdf`)}`,
        'cache-control': 'private, no-store',
      })
    })

const acts = (deps: Deps) =>
  new Hono<ApiEnv>()
    .post('/', described('Make a version of a plan'), checked('json', planBody), async (c) =>
      c.json(await planView(deps, await makePlan(deps, c, c.req.valid('json')), c.var), 201),
    )
    .post(
      '/:id/exceptions',
      described('Keep an enterprise on a ground outside the yearly number'),
      checked('json', exceptionBody),
      async (c) => c.json(await touchObject(deps, c, c.req.valid('json'))),
    )
    .post(
      '/:id/removals',
      described('Take an enterprise out of a draft'),
      checked('json', removalBody),
      async (c) => c.json(await touchObject(deps, c, c.req.valid('json'))),
    )
    .post('/:id/submission', described('Submit a plan to the leader'), async (c) =>
      c.json(await submitPlan(deps, c)),
    )
    .post(
      '/:id/approval',
      described('Sign a plan for the bureau'),
      checked('json', remarked),
      async (c) => c.json(await approvePlan(deps, c, c.req.valid('json').reason)),
    )
    .post('/:id/rejection', described('Do not sign a plan'), checked('json', reasoned), async (c) =>
      c.json(await rejectPlan(deps, c, c.req.valid('json').reason)),
    )
    .post('/:id/withdrawal', described('Withdraw a plan'), async (c) =>
      c.json(await withdrawPlan(deps, c)),
    )
    .post('/:id/receipt', described('Take a plan on file'), async (c) =>
      c.json(await receivePlan(deps, c)),
    )
    .post(
      '/:id/visits',
      described('Begin a visit of a plan; asked again, it is the same one'),
      checked('json', planVisitBody),
      async (c) => c.json(await beginVisit(deps, c, c.req.valid('json')), 201),
    )
