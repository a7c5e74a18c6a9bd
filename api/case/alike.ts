// Is what somebody is about to report open already, as far as he may know?
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { type AlikeCase, alikeQuery } from '../../contract/case/others.ts'
import { readCasesOpenedSince } from '../../db/cases/open-cases-reads.ts'
import { withScope } from '../../db/scope.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { isStaff, mayStart } from '../../domain/organisation/policy.ts'
import { later } from '../../domain/time/instant.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { processOf } from '../reading/case-reading.ts'
import { outlineOf } from './other-cases.ts'

/** What is entered late is entered within the day. */
const dayMs = 24 * 3_600_000
const mostShown = 5

export const createAlikeRoutes = (deps: Deps) =>
  new Hono<ApiEnv>().get(
    '/:process/alike',
    describeRoute({
      tags: ['cases'],
      summary: 'Which open cases may be what is about to be reported; for the authorities',
    }),
    checked('query', alikeQuery),
    async (c) => {
      const { actor, scope, at } = c.var
      const id = c.req.param('process')
      const process = Object.hasOwn(deps.processes, id) ? deps.processes[id] : undefined
      if (!process) throw new DomainError('not-found')
      if (!isStaff(actor) || !mayStart(process, actor)) throw new DomainError('not-allowed')
      const { alike } = process.start
      if (!alike) return c.json({ items: [] })
      const { drill, ...told } = c.req.valid('query')
      const own = actor.kind === 'person' ? actor.appointments[0]?.region : undefined
      const data = { region: own, ...told, drill: drill === 'true' }
      const found = await withScope(deps.connection.pool, scope, (tx) =>
        readCasesOpenedSince(tx, id, later(at, -dayMs)),
      )
      const items = found
        .filter(({ record }) => alike(data, record, at))
        .slice(0, mostShown)
        .map(({ record, by }): AlikeCase => ({ ...outlineOf(processOf(deps, record), record), by }))
      return c.json({ items })
    },
  )
