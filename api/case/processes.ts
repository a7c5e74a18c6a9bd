// Which processes are there, and what does each version of one say about itself?
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Hono, type MiddlewareHandler } from 'hono'
import { describeRoute } from 'hono-openapi'
import type { ChartCounts } from '../../contract/case/processes.ts'
import { processQuery } from '../../contract/case/processes.ts'
import { countStates } from '../../db/cases/charts-reads.ts'
import { readEscalationPolicies } from '../../db/change/escalation-policies.ts'
import { withScope } from '../../db/scope.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import { audienceOf } from '../../domain/organisation/policy.ts'
import type { Diagram } from '../../domain/views/chart/chart-views.ts'
import { mayReadCases } from '../http/auth.ts'
import type { ApiEnv, Deps, Variables } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { processView } from './process-view.ts'

const noDiagram: Diagram = { width: 0, height: 0, nodes: [], edges: [] }

/** Which processes there are is nobody's secret: it can be asked without signing in. */
export const createProcessList = (
  { processes }: Pick<Deps, 'processes'>,
  open: MiddlewareHandler<ApiEnv>,
) =>
  new Hono<ApiEnv>().get(
    '/',
    describeRoute({ tags: ['processes'], summary: 'All processes', security: [] }),
    open,
    (c) =>
      c.json({
        items: Object.values(processes).map(({ id, version, title, summary, law }) => ({
          id,
          version,
          title,
          summary,
          law,
        })),
      }),
  )

export const createProcessRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get(
      '/:id',
      describeRoute({
        tags: ['processes'],
        summary:
          'States, transitions, events with the schema of their data, clocks, words, diagram; the newest version, or `version`',
      }),
      checked('query', processQuery),
      async (c) => {
        const all = chartsOf(deps, c.req.param('id'))
        const { version } = c.req.valid('query')
        const wanted =
          version === undefined ? all[0] : all.find((one) => String(one.version) === version)
        if (!wanted) throw new DomainError('not-found')
        const diagram = await diagramOf(deps.settings.chartsDir, wanted, wanted === all[0])
        return c.json(
          processView(
            wanted,
            diagram,
            all,
            await readEscalationPolicies(deps.connection.db, wanted.id),
          ),
        )
      },
    )
    .get(
      '/:id/counts',
      describeRoute({
        tags: ['processes'],
        summary: 'Open cases within the reader’s scope, by version and state; for the authorities',
      }),
      mayReadCases,
      async (c) => c.json(await counts(deps, c.var, chartsOf(deps, c.req.param('id')))),
    )

/** Every chart that cases may stand on, the newest first. */
const chartsOf = (
  { processes, processFor }: Pick<Deps, 'processes' | 'processFor'>,
  id: string,
): [ProcessDefinition, ...ProcessDefinition[]] => {
  const newest = Object.hasOwn(processes, id) ? processes[id] : undefined
  if (!newest) throw new DomainError('not-found')
  const earlier = Array.from(
    { length: newest.version - 1 },
    (_, index) => newest.version - 1 - index,
  )
  return [
    newest,
    ...earlier
      .flatMap((version) => processFor(id, version) ?? [])
      .filter((one) => one.version < newest.version),
  ]
}

/** Where its cases stand inside the authorities is not for the enterprise. */
const counts = async (
  { connection }: Deps,
  { actor, scope, at }: Variables,
  all: [ProcessDefinition, ...ProcessDefinition[]],
) => {
  if (audienceOf(actor) === 'party')
    throw new DomainError('not-allowed', [text('仅供监管人员查看', 'For the authorities')])
  const { id } = all[0]
  const rows = await withScope(connection.pool, scope, (tx) => countStates(tx, id))
  const versions = all.map(({ version }) => {
    const standing = rows.filter(({ chart }) => chart === version)
    const states = new Map<string, number>()
    for (const { key, n } of standing)
      for (const state of key.split('|')) states.set(state, (states.get(state) ?? 0) + n)
    return {
      version,
      open: standing.reduce((sum, { n }) => sum + n, 0),
      states: [...states].map(([state, n]) => ({ state, n })),
    }
  })
  return { process: id, at, versions } satisfies ChartCounts
}

const diagramOf = async (
  folder: string,
  { id, version }: ProcessDefinition,
  newest: boolean,
): Promise<Diagram> => {
  try {
    return JSON.parse(
      await readFile(join(folder, id, newest ? 'chart.json' : `chart@${version}.json`), 'utf8'),
    ) as Diagram
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return noDiagram
    throw error
  }
}
