// What do the routes of processes take and answer?
import * as v from 'valibot'
import type { ProcessView } from '../../domain/views/chart/chart-views.ts'
import {
  bilingual,
  decimal,
  flag,
  integer,
  list,
  maybe,
  moment,
  string,
  typed,
} from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'

/** Open cases that the reader may see, by the chart they stand on; a case stands in one state of each region. */
const chartCountsShape = v.strictObject({
  process: string,
  at: moment,
  versions: list(
    v.strictObject({
      version: integer,
      open: integer,
      states: list(v.strictObject({ state: string, n: integer })),
    }),
  ),
})
export type ChartCounts = v.InferOutput<typeof chartCountsShape>

/** One page of a run: the client goes on with `after` until it is null, and so shows how far it is. */
const migrationPageShape = v.strictObject({
  from: integer,
  to: integer,
  open: integer,
  migratedCount: integer,
  failed: integer,
  after: maybe(string),
  stay: list(v.strictObject({ caseId: string, number: string, reason: bilingual })),
})
export type MigrationPage = v.InferOutput<typeof migrationPageShape>

const named = {
  id: string,
  version: integer,
  title: bilingual,
  summary: bilingual,
  law: string,
}

const processList = v.strictObject({ items: list(v.strictObject(named)) })
const many = list(v.looseObject({}))

const processShape = typed<ProcessView>()(
  v.strictObject({
    versions: list(
      v.strictObject({
        version: integer,
        since: maybe(string),
        until: maybe(string),
        migrates: flag,
      }),
    ),
    ...named,
    states: many,
    transitions: many,
    events: many,
    clocks: many,
    start: v.looseObject({}),
    diagram: v.looseObject({}),
  }),
)

export const migrationBody = v.strictObject({
  from: v.pipe(decimal, v.integer(), v.minValue(1)),
  dryRun: flag,
  after: v.optional(v.pipe(string, v.maxLength(200)), ''),
})

export const processQuery = v.object({ version: v.optional(v.pipe(string, v.maxLength(20))) })

export const processContract = {
  'GET /api/processes': { status: 200, description: 'All processes', answer: processList },
  'GET /api/processes/{id}': {
    query: processQuery,
    status: 200,
    description: 'The process',
    answer: processShape,
  },
  'GET /api/processes/{id}/counts': {
    status: 200,
    description: 'Open cases by version and state',
    answer: chartCountsShape,
  },
  'POST /api/processes/{id}/migrations': {
    body: migrationBody,
    status: 200,
    description: 'One page of what would come over or came over, and what not, with reasons',
    answer: migrationPageShape,
  },
} as const satisfies ContractRoutes
