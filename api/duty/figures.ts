// How does the desk do, measured by IEC 62682?
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import type * as v from 'valibot'
import type { AlarmFigures } from '../../contract/duty/alarms.ts'
import { alarmFiguresQuery } from '../../contract/duty/alarms.ts'
import { readFigures } from '../../db/alarms/alarm-figures-reads.ts'
import { withScope } from '../../db/scope.ts'
import { histogramOf, measuresOf } from '../../domain/duty/figures.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import { isStaff } from '../../domain/organisation/policy.ts'
import { instant, later } from '../../domain/time/instant.ts'
import type { ApiEnv, Deps, Variables } from '../http/deps.ts'
import { checked } from '../http/input.ts'

export const createFigureRoutes = (deps: Deps) =>
  new Hono<ApiEnv>().get(
    '/',
    describeRoute({
      tags: ['alarms'],
      summary: 'Rates, floods, the top ten and ages over some days; exercises only when asked for',
    }),
    checked('query', alarmFiguresQuery),
    async (c) => c.json(await figures(deps, c.var, c.req.valid('query'))),
  )

const dayMs = 86_400_000

const figures = async (
  deps: Deps,
  { actor, scope }: Variables,
  query: v.InferOutput<typeof alarmFiguresQuery>,
): Promise<AlarmFigures> => {
  if (!isStaff(actor))
    throw new DomainError('not-allowed', [
      text('供监管人员使用', 'For the people of the authorities'),
    ])
  const now = instant(Date.now())
  const { days } = query
  const wanted = { now, since: later(now, -days * dayMs), days, exercise: query.exercise === '1' }
  const row = await withScope(deps.connection.pool, scope, (tx) => readFigures(tx, wanted))
  const levels: [number, number, number, number] = [row.red, row.orange, row.yellow, row.blue]
  return {
    now,
    since: wanted.since,
    days,
    periods: row.periods,
    exercise: wanted.exercise,
    total: row.total,
    byDay: row.byDay,
    levels,
    measures: measuresOf({ ...row, levels }),
    histogram: histogramOf(row.bins, row.periods),
    top: row.top.map((one) => ({
      ...one,
      share: row.total === 0 ? 0 : Math.round((1000 * one.n) / row.total) / 10,
    })),
  }
}
