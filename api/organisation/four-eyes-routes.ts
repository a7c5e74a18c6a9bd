// By which routes does a second person decide about what was proposed?
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { line, reasonedAtLength, remarked } from '../../contract/parts/date-inputs.ts'
import { type Decision, decisionPaths } from '../../domain/change/four-eyes.ts'
import type { ApiEnv, Variables } from '../http/deps.ts'
import { checked } from '../http/input.ts'

const chosen = v.object({ id: line(80) })

/** What somebody has decided about a proposal, and why. */
export type Deciding = { id: string; type: Decision; reason: string }

type About<View> = {
  tag: string
  /** What an approval brings, as the interface describes it. */
  approval: string
  decide: (vars: Variables, deciding: Deciding) => Promise<View>
}

/** Approval, rejection and withdrawal under `/proposals/:id`; a rejection says why. */
export const createDecisionRoutes = <View extends object>({
  tag,
  approval,
  decide,
}: About<View>) => {
  const routes = new Hono<ApiEnv>()
  const add = (type: Decision, summary: string, body: typeof remarked | typeof reasonedAtLength) =>
    routes.post(
      `/proposals/:id/${decisionPaths[type]}`,
      describeRoute({ tags: [tag], summary }),
      checked('param', chosen),
      checked('json', body),
      async (c) => {
        const deciding = { type, ...c.req.valid('param'), ...c.req.valid('json') }
        return c.json(await decide(c.var, deciding))
      },
    )
  add('approve', approval, remarked)
  add('reject', 'Reject, with the reason', reasonedAtLength)
  add('withdraw', 'Withdraw one’s own proposal', remarked)
  return routes
}
