// What can be asked and done about duty rosters (值班表)?
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import {
  exchangeBody,
  exchangeDecisionBody,
  rosterBody,
  rosterDecisionBody,
} from '../../contract/rosters/rosters.ts'
import type { ApiEnv } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { decideRoster, enterRoster, type RosterDeps, readMonth } from './roster-acts.ts'
import { askExchange, decideExchange } from './roster-exchanges.ts'
import { readMine, readOverview } from './roster-overview.ts'
import { monthIn } from './roster-reading.ts'

const described = (summary: string) => describeRoute({ tags: ['duty'], summary })

export const createRosterRoutes = (deps: RosterDeps) =>
  new Hono<ApiEnv>()
    .get(
      '/',
      described('Who is on duty now, in each office that the reader may look at'),
      async (c) => c.json(await readOverview(deps, c.var)),
    )
    .get('/mine', described('The reader’s own shifts, and exchanges that concern him'), async (c) =>
      c.json(await readMine(deps, c.var)),
    )
    .post(
      '/exchanges/:id/decision',
      described('Accept, decline or withdraw an exchange of shifts'),
      checked('json', exchangeDecisionBody),
      async (c) => c.json(await decideExchange(deps, c, c.req.param('id'), c.req.valid('json'))),
    )
    .post(
      '/:office/exchanges',
      described('Ask another to take one’s shift'),
      checked('json', exchangeBody),
      async (c) =>
        c.json(await askExchange(deps, c, c.req.param('office'), c.req.valid('json')), 201),
    )
    .get(
      '/:office/:month',
      described('The duty roster of an office in a month, with its drafts and history'),
      async (c) => c.json(await readMonth(deps, c.var, addressOf(c.req.param()))),
    )
    .post(
      '/:office/:month',
      described('Enter a month; a leader publishes it'),
      checked('json', rosterBody),
      async (c) =>
        c.json(await enterRoster(deps, c, addressOf(c.req.param()), c.req.valid('json')), 201),
    )
    .post(
      '/:office/:month/decision',
      described('Publish a month, send it back or withdraw it'),
      checked('json', rosterDecisionBody),
      async (c) =>
        c.json(await decideRoster(deps, c, addressOf(c.req.param()), c.req.valid('json'))),
    )

const addressOf = ({ office, month }: { office: string; month: string }) => ({
  office,
  month: monthIn(month),
})
