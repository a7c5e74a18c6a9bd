// Where are the rules by which new tasks are given out read, entered and ended?
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { type Way, ways } from '../../domain/tasks/routing/rules.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked, day } from '../http/input.ts'
import { endRule, enterRule, holdersOf, rulePage } from './routing-rules.ts'

const line = (max: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max))
const optional = <Schema extends v.GenericSchema>(schema: Schema) => v.optional(v.nullable(schema), null)
const wanted = v.strictObject({
  ...{ group: line(120), process: optional(line(80)), region: optional(line(6)), field: optional(line(80)), value: optional(line(80)) },
  ...{ way: v.picklist(Object.keys(ways) as Way[]), person: optional(line(100)), from: day, until: optional(day) },
  ...{ order: optional(line(200)), reason: line(500) },
})
const described = (summary: string) => describeRoute({ tags: ['routing'], summary })

export const createRoutingRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get('/rules', described('Rules of the administrator’s offices, newest first, with what a rule can go by'), async (c) =>
      c.json(await rulePage(deps, c.var)),
    )
    .post('/rules', described('Enter a rule; it counts for tasks opened from its first day on'), checked('json', wanted), async (c) =>
      c.json(await enterRule(deps, c, c.req.valid('json')), 201),
    )
    .post(
      '/rules/:id/end',
      described('End a rule at once'),
      checked('param', v.object({ id: line(100) })),
      checked('json', v.strictObject({ reason: line(500) })),
      async (c) => c.json(await endRule(deps, c.var, c.req.valid('param').id, c.req.valid('json').reason)),
    )
    .get('/holders', described('Who holds a post now, whom a rule can name'), checked('query', v.object({ group: line(120) })), async (c) =>
      c.json(await holdersOf(deps, c.var, c.req.valid('query').group)),
    )
