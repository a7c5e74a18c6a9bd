// Where does time go, in which state and week, and which cases stand behind a figure? (S11)
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import type * as v from 'valibot'
import type {
  FlowCase,
  FlowCell,
  FlowRecomputed,
  FlowView,
} from '../../contract/supervision/supervision.ts'
import { flowCasesQuery, flowQuery } from '../../contract/supervision/supervision.ts'
import { decodeCursor } from '../../db/keyset.ts'
import { withScope } from '../../db/scope.ts'
import { keepFlowRun, refreshFlow } from '../../db/statistics/flow.ts'
import {
  type FlowQuery,
  readCells,
  readLastRun,
  readStays,
  readTotals,
  type StayHit,
} from '../../db/statistics/flow-reads.ts'
import { text } from '../../domain/language/words.ts'
import { stateKey } from '../../domain/model/chart.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import { regionsBelow } from '../../domain/organisation/regions.ts'
import { addDays } from '../../domain/time/days.ts'
import { flowStates, mondayOf, weekOf } from '../../domain/views/flow.ts'
import { stateWords } from '../../domain/views/state-words.ts'
import { authorOf } from '../http/command.ts'
import type { ApiEnv, Deps, Variables } from '../http/deps.ts'
import { checked, invalid } from '../http/input.ts'
import { processOf } from '../reading/case-reading.ts'
import { regionName } from '../reading/names.ts'
import {
  admitSupervisor,
  outOfSight,
  supervisedPlace,
  supervisedRegions,
} from './supervised-place.ts'

const usualWeeks = 12
const mostWeeks = 105
/** Fewer stays than this say nothing about a state. */
const fewest = 20
const patienceMs = 5_000

type FlowQueryInput = v.InferOutput<typeof flowQuery>

export const createFlowRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get(
      '/flow',
      describeRoute({
        tags: ['supervision'],
        summary: 'Days in each state by week: median, p90, share paused, returns',
      }),
      checked('query', flowQuery),
      async (c) => c.json(await flow(deps, c.var, c.req.valid('query'))),
    )
    .get(
      '/flow/cases',
      describeRoute({ tags: ['supervision'], summary: 'The cases behind a figure, latest first' }),
      checked('query', flowCasesQuery),
      async (c) => c.json(await casesBehind(deps, c.var, c.req.valid('query'))),
    )
    .post(
      '/flow/recompute',
      describeRoute({
        tags: ['supervision'],
        summary: 'Reckon the figures again for every case that has moved; repeat while `more`',
      }),
      async (c) => c.json(await recompute(deps, c.var)),
    )

const flow = async (deps: Deps, asker: Variables, query: FlowQueryInput): Promise<FlowView> => {
  const [process, place] = [processNamed(deps, query.process), supervisedPlace(asker, query.region)]
  const span = spanOf(asker, query)
  const wanted: FlowQuery = {
    process: process.id,
    region: place,
    below: regionsBelow(place),
    ...span,
  }
  const [cells, totals, computedAt] = await withScope(
    deps.connection.pool,
    asker.scope,
    async (tx) => [
      await readCells(tx, wanted),
      await readTotals(tx, wanted),
      await readLastRun(tx),
    ],
  )
  const states = flowStates(process)
  const known = new Set(states.map(({ state }) => state))
  return {
    process: { id: process.id, title: process.title },
    region: { code: place, name: regionName(place) },
    regions: supervisedRegions(asker).map((code) => ({ code, name: regionName(code) })),
    ...span,
    computedAt,
    weeks: weeksOf(span),
    states: states.map(({ state, lane }) => ({
      id: state,
      words: process.words.states[state] ?? text(state, state),
      lane: process.words.states[lane] ?? null,
    })),
    cells: cells
      .filter(({ state }) => known.has(state))
      .map(({ week, ...row }) => ({ week, ...cellOf(row) })),
    totals: totals.filter(({ state }) => known.has(state)).map(cellOf),
  }
}

type Row = Awaited<ReturnType<typeof readTotals>>[number]
const rounded = (value: number): number => Math.round(value * 1000) / 1000
const cellOf = ({ state, n, median, p90, days, pausedDays, returns }: Row): FlowCell => ({
  state,
  n,
  returns,
  few: n < fewest,
  median: rounded(median),
  p90: rounded(p90),
  pausedShare: days > 0 ? rounded(pausedDays / days) : 0,
})

const casesBehind = async (
  deps: Deps,
  asker: Variables,
  query: v.InferOutput<typeof flowCasesQuery>,
) => {
  const [process, place] = [processNamed(deps, query.process), supervisedPlace(asker, query.region)]
  const page = await withScope(deps.connection.pool, asker.scope, (tx) =>
    readStays(tx, {
      process: process.id,
      region: place,
      below: regionsBelow(place),
      ...spanOf(asker, query),
      state: query.state,
      returnedOnly: query.returned === '1',
      after: decodeCursor(query.cursor),
      limit: query.limit,
    }),
  )
  const items = page.rows.map((hit) => flowCase(deps, hit))
  return { items, cursor: page.cursor, total: page.total, revision: 0 }
}

const flowCase = (
  deps: Deps,
  { record, enterprise, days, pausedDays, returned, leftAt }: StayHit,
): FlowCase => {
  const { id, number, title, region } = record
  const state = stateWords(processOf(deps, record), stateKey(record.snapshot.value), 'internal')
  const spent = {
    days: rounded(days),
    pausedDays: rounded(pausedDays),
    returned,
    leftAt: new Date(leftAt).toISOString(),
  }
  return { id, number, title, enterprise, region: regionName(region), state, ...spent }
}

const recompute = async (deps: Deps, asker: Variables): Promise<FlowRecomputed> => {
  admitSupervisor(asker)
  const begun = Date.now()
  const done = await refreshFlow(
    { db: deps.connection.db, processes: Object.values(deps.processes) },
    patienceMs,
  )
  const { cases, weeks } = done
  await keepFlowRun(deps.connection.db, {
    at: asker.at,
    by: authorOf(asker.actor).id,
    cases,
    weeks,
    ms: Date.now() - begun,
  })
  return { ...done, at: asker.at }
}

const processNamed = ({ processes }: Deps, id: string): ProcessDefinition =>
  (Object.hasOwn(processes, id) ? processes[id] : undefined) ?? outOfSight()

/** Whole weeks; twelve up to this one unless asked otherwise. */
const spanOf = ({ at }: Variables, { from, to }: FlowQueryInput): { from: string; to: string } => {
  const last = to ? mondayOf(to) : weekOf(at)
  const first = from ? mondayOf(from) : addDays(last, -7 * (usualWeeks - 1))
  if (first > last || addDays(first, 7 * mostWeeks) <= last)
    throw invalid([{ path: 'from', message: 'up to two years before `to`' }])
  return { from: first, to: last }
}

const weeksOf = ({ from, to }: { from: string; to: string }): string[] => {
  const weeks: string[] = []
  for (let week = from; week <= to; week = addDays(week, 7)) weeks.push(week)
  return weeks
}
