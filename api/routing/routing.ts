// Where are the rules by which new tasks are given out read, entered and ended?
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { line, reasoned } from '../../contract/parts/date-inputs.ts'
import { holdersQuery, routingRuleBody } from '../../contract/routing/routing.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { endRule, enterRule, holdersOf, rulePage } from './routing-rules.ts'

const described = (summary: string) => describeRoute({ tags: ['routing'], summary })

export const createRoutingRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get(
      '/rules',
      described('Rules of the administrator’s offices, newest first, with what a rule can go by'),
      async (c) => c.json(await rulePage(deps, c.var)),
    )
    .post(
      '/rules',
      described('Enter a rule; it counts for tasks opened from its first day on'),
      checked('json', routingRuleBody),
      async (c) => c.json(await enterRule(deps, c, c.req.valid('json')), 201),
    )
    .post(
      '/rules/:id/end',
      described('End a rule at once'),
      checked('param', v.object({ id: line(100) })),
      checked('json', reasoned),
      async (c) =>
        c.json(await endRule(deps, c.var, c.req.valid('param').id, c.req.valid('json').reason)),
    )
    .get(
      '/holders',
      described('Who holds a post now, whom a rule can name'),
      checked('query', holdersQuery),
      async (c) => c.json(await holdersOf(deps, c.var, c.req.valid('query').group)),
    )
