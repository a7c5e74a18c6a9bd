// What have offices fined, how far from the standard and from like cases, and which decisions stand behind a figure?
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import type * as v from 'valibot'
import { discretionQuery, finesQuery } from '../../contract/supervision/discretion.ts'
import { decodeCursor } from '../../db/keyset.ts'
import { keepDiscretionRun, refreshDiscretion } from '../../db/statistics/discretion.ts'
import { authorOf } from '../http/command.ts'
import type { ApiEnv, Deps, Variables } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { discretionExport } from './discretion-export.ts'
import { discretionView, finesPage, spanAsked } from './discretion-reading.ts'
import { admitSupervisor } from './supervised-place.ts'

const patienceMs = 5_000

export const createDiscretionRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get(
      '/discretion',
      describeRoute({
        tags: ['supervision'],
        summary: 'Fines by office and cause: sums, shares outside the step, medians',
      }),
      checked('query', discretionQuery),
      async (c) => c.json(await discretionView(deps, c.var, c.req.valid('query'))),
    )
    .get(
      '/discretion/cases',
      describeRoute({
        tags: ['supervision'],
        summary: 'The decisions behind a figure, latest first',
      }),
      checked('query', finesQuery),
      async (c) => c.json(await decisionsBehind(deps, c.var, c.req.valid('query'))),
    )
    .route('/discretion', discretionExport(deps))
    .post(
      '/discretion/recompute',
      describeRoute({
        tags: ['supervision'],
        summary: 'Read every case again that has moved; repeat while `more`',
      }),
      async (c) => c.json(await recompute(deps, c.var)),
    )

const decisionsBehind = (deps: Deps, asker: Variables, query: v.InferOutput<typeof finesQuery>) =>
  finesPage(deps, asker, {
    ...spanAsked(asker, query).wanted,
    office: query.office || null,
    standing: query.standing || null,
    after: decodeCursor(query.cursor),
    limit: query.limit,
  })

const recompute = async (deps: Deps, asker: Variables) => {
  admitSupervisor(asker)
  const begun = Date.now()
  const { db } = deps.connection
  const done = await refreshDiscretion({ db, processes: Object.values(deps.processes) }, patienceMs)
  await keepDiscretionRun(db, {
    at: asker.at,
    by: authorOf(asker.actor).id,
    cases: done.cases,
    ms: Date.now() - begun,
  })
  return { ...done, at: asker.at }
}
