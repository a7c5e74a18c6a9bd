// When will this case come to its end, and through whose hands, in the reader's words? (S2, S8)
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { caseQuery } from '../../contract/case/cases.ts'
import type { ForecastView } from '../../contract/case/forecast.ts'
import { readHolders, readMoves, readPastCases } from '../../db/cases/forecast-reads.ts'
import { withScope } from '../../db/scope.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import { audienceOf } from '../../domain/organisation/policy.ts'
import { groupsFor } from '../../domain/tasks/tasks.ts'
import { civilDate, type Instant } from '../../domain/time/instant.ts'
import { forecast } from '../../domain/views/forecast/forecast.ts'
import { type History, historyOf } from '../../domain/views/forecast/past-ways.ts'
import { type ApiEnv, type Deps, decisionContextOf, type Variables } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { awaitRevision, caseIn, processOf } from '../reading/case-reading.ts'
import { forecastView, postsOf } from './forecast-view.ts'

/** So many of the latest settled cases say how long things take now. */
const casesRead = 1_000

export const createForecastRoutes = (deps: Deps) => {
  const historyFor = dailyHistories(deps)
  return new Hono<ApiEnv>().get(
    '/:id/forecast',
    describeRoute({
      tags: ['cases'],
      summary: 'The dated remaining path of a running case, from how finished ones went',
    }),
    checked('query', caseQuery),
    async (c) => {
      const id = c.req.param('id')
      await awaitRevision(deps, c.var.scope, c.req.valid('query').minRevision, id)
      return c.json(await forecastFor(deps, historyFor, c.var, id))
    },
  )
}

const forecastFor = async (
  deps: Deps,
  historyFor: Histories,
  { actor, scope, at }: Variables,
  id: string,
): Promise<ForecastView> => {
  const { record, enterprise } = await withScope(deps.connection.pool, scope, (tx) =>
    caseIn(tx, id),
  )
  const process = processOf(deps, record)
  const reader = audienceOf(actor)
  const decisionContext = await decisionContextOf(deps, at)
  const [moves, history] = [await readMoves(deps.connection.db, id), await historyFor(process, at)]
  const made = forecast({ process, record, moves, history, decisionContext, reader })
  const groups =
    reader === 'internal' && made
      ? made.steps.flatMap(({ state }) => groupsFor(postsOf(process, state), record))
      : []
  const holders =
    groups.length > 0 ? await readHolders(deps.connection.db, [...new Set(groups)], at) : []
  return forecastView({ process, record, enterprise, history, holders, made, reader, at })
}

type Histories = (process: ProcessDefinition, at: Instant) => Promise<History>

/** What finished cases say changes slowly: it is read once a day for each chart, and again after a failure. */
const dailyHistories = (deps: Deps): Histories => {
  const kept = new Map<string, { day: string; history: Promise<History> }>()
  return (process, at) => {
    const [key, day] = [`${process.id}@${process.version}`, civilDate(at)]
    const known = kept.get(key)
    if (known?.day === day) return known.history
    const history = readHistory(deps, process, at)
    kept.set(key, { day, history })
    history.catch(() => kept.delete(key))
    return history
  }
}

const readHistory = async (
  { connection, books }: Deps,
  process: ProcessDefinition,
  at: Instant,
): Promise<History> => {
  const query = {
    process: process.id,
    start: process.start.type,
    settled: process.settled,
    at,
    cases: casesRead,
  }
  return historyOf(process, await readPastCases(connection.db, query), await books())
}
