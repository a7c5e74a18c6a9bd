// Which figures does the law want every quarter and year, who has signed them, and which cases stand behind them?
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { reasonedAtLength } from '../../contract/parts/date-inputs.ts'
import type { BehindPage, EnterprisePage } from '../../contract/statistics/statistics.ts'
import {
  behindQuery,
  standingsQuery,
  statisticsQuery,
  statisticsSignatureBody,
} from '../../contract/statistics/statistics.ts'
import { decodeCursor } from '../../db/keyset.ts'
import { withScope } from '../../db/scope.ts'
import { type Part, readBehind } from '../../db/statistics/counted-cases.ts'
import { readEnterpriseStandings } from '../../db/statistics/statistics-reports.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { stateKey } from '../../domain/model/chart.ts'
import { audienceOf, isStaff } from '../../domain/organisation/policy.ts'
import { reportStatuses } from '../../domain/statistics/reports.ts'
import { stateWords } from '../../domain/views/state-words.ts'
import type { ApiEnv, Deps, Variables } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { processOf } from '../reading/case-reading.ts'
import { sign, take } from './statistics-acts.ts'
import { exportRoute } from './statistics-export.ts'
import { openingSheet } from './statistics-opening.ts'
import { dueFor, type Sheet, sheetFor } from './statistics-place.ts'
import { bringUpToDate, type Memory, periodView, viewOf } from './statistics-reading.ts'

const one = v.object({ id: v.pipe(v.string(), v.uuid()) })

const described = (summary: string) => describeRoute({ tags: ['statistics'], summary })

/** One memory for all readers: sums hold until something is counted again. */
export const createStatisticsRoutes = (deps: Deps, memory: Memory = new Map()) =>
  new Hono<ApiEnv>()
    .get(
      '/',
      described('Figures of a region in a period, with its counties and the signed report'),
      checked('query', statisticsQuery),
      async (c) =>
        c.json(
          await viewOf(deps, c.var, await openingSheet(deps, c.var, c.req.valid('query')), memory),
        ),
    )
    .get(
      '/enterprise',
      described('The same of one enterprise: its own, or one in scope'),
      checked('query', statisticsQuery),
      async (c) => {
        const sheet = await openingSheet(deps, c.var, c.req.valid('query'))
        if (!sheet.enterprise) throw new DomainError('not-found')
        return c.json(await viewOf(deps, c.var, sheet, memory))
      },
    )
    .get(
      '/enterprises',
      described('How the reports of the enterprises of an area stand'),
      checked('query', standingsQuery),
      async (c) => c.json(await enterprisesOf(deps, c.var, c.req.valid('query'))),
    )
    .get(
      '/cases',
      described('The cases behind a figure, latest first'),
      checked('query', behindQuery),
      async (c) => c.json(await casesBehind(deps, c.var, c.req.valid('query'))),
    )
    .route('/', exportRoute(deps, memory))
    .route('/', signing(deps, memory))

const signing = (deps: Deps, memory: Memory) =>
  new Hono<ApiEnv>()
    .post(
      '/signature',
      described('Sign the figures shown; they are frozen'),
      checked('json', statisticsSignatureBody),
      async (c) => {
        const sheet = await sign(deps, c, c.req.valid('json'), memory)
        return c.json(await viewOf(deps, c.var, sheet, memory), 201)
      },
    )
    .post(
      '/reports/:id/submission',
      described('Submit what was signed to the authority above'),
      checked('param', one),
      async (c) => {
        const place = await take(deps, c.var, c.req.valid('param').id, 'submitted', '')
        return c.json(await viewOf(deps, c.var, await sheetFor(deps, c.var, place), memory))
      },
    )
    .post(
      '/reports/:id/return',
      described('Return what was submitted, with the reason'),
      checked('param', one),
      checked('json', reasonedAtLength),
      async (c) => {
        const place = await take(
          deps,
          c.var,
          c.req.valid('param').id,
          'returned',
          c.req.valid('json').reason,
        )
        return c.json(await viewOf(deps, c.var, await sheetFor(deps, c.var, place), memory))
      },
    )

/** Which sum of which figure is shown under a name. */
const partOf = ({ figures }: Sheet, id: string): { figure: string; part: Part } => {
  const found = figures.find((one) => one.id === id)
  if (found?.kind === 'flow') return { figure: id, part: 'flow' }
  if (found?.kind === 'stock') return { figure: id, part: 'end' }
  if (found?.kind === 'start') return { figure: found.of?.[0] ?? id, part: 'start' }
  throw new DomainError('not-found')
}

const casesBehind = async (
  deps: Deps,
  asker: Variables,
  query: v.InferOutput<typeof behindQuery>,
): Promise<BehindPage> => {
  const sheet = await sheetFor(deps, asker, query)
  await bringUpToDate(deps, sheet)
  const wanted = {
    ...partOf(sheet, query.figure),
    after: decodeCursor(query.cursor),
    limit: query.limit,
  }
  const page = await withScope(deps.connection.pool, asker.scope, (tx) =>
    readBehind(tx, sheet.counted, wanted),
  )
  const reader = audienceOf(asker.actor)
  const items = page.rows.map(({ key, record, enterprise, n, day }) => ({
    key: key ?? '',
    enterprise,
    n,
    day,
    id: record?.id ?? null,
    number: record?.number ?? null,
    title: record?.title ?? null,
    state:
      record &&
      stateWords(
        processOf(deps, record),
        stateKey(record.snapshot.value),
        reader,
        record.snapshot.context,
      ),
  }))
  const figure = sheet.figures.find(({ id }) => id === query.figure)!.words
  return { figure, items, cursor: page.cursor, total: page.total, revision: 0 }
}

const enterprisesOf = async (
  deps: Deps,
  asker: Variables,
  query: v.InferOutput<typeof standingsQuery>,
): Promise<EnterprisePage> => {
  if (!isStaff(asker.actor)) throw new DomainError('not-found')
  const { place, counted, statistics, period } = await sheetFor(deps, asker, {
    ...query,
    enterprise: '',
  })
  const due = await dueFor(deps, asker, statistics, period)
  const wanted = {
    process: place.process,
    period: place.period,
    below: counted.below,
    only: query.status || null,
  }
  const found = await withScope(deps.connection.pool, asker.scope, (tx) =>
    readEnterpriseStandings(tx, { ...wanted, after: query.cursor ?? '', limit: query.limit }),
  )
  const late = (status: string) => due.overdue && status !== 'submitted'
  return {
    period: periodView(period),
    due,
    counts: found.counts.map(({ status, n }) => ({ status, words: reportStatuses[status], n })),
    items: found.items.map(({ id, name, status, version, at }) => ({
      id,
      name,
      status,
      words: reportStatuses[status],
      version,
      at,
      late: late(status),
    })),
    cursor: found.next,
    total: found.counts.reduce((sum, { n }) => sum + n, 0),
    revision: 0,
  }
}
