// Which processes are there, and what does one of them say about itself?
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { toJsonSchema } from '@valibot/to-json-schema'
import { Hono, type MiddlewareHandler } from 'hono'
import { describeRoute } from 'hono-openapi'
import { statesOf, transitionsOf } from '../domain/case/chart.ts'
import { DomainError } from '../domain/case/errors.ts'
import type { EventDefinition, ProcessDefinition } from '../domain/case/process.ts'
import type { Diagram, ProcessView } from '../domain/case/views.ts'
import { text } from '../domain/case/words.ts'
import type { ApiEnv, Deps } from './deps.ts'

const noDiagram: Diagram = { width: 0, height: 0, nodes: [], edges: [] }

/** Which processes there are is nobody's secret: it can be asked without signing in. */
export const createProcessList = ({ processes }: Pick<Deps, 'processes'>, open: MiddlewareHandler<ApiEnv>) =>
  new Hono<ApiEnv>().get('/', describeRoute({ tags: ['processes'], summary: 'All processes', security: [] }), open, (c) =>
    c.json({ items: Object.values(processes).map(({ id, version, title, summary, law }) => ({ id, version, title, summary, law })) }),
  )

export const createProcessRoutes = ({ processes, settings }: Pick<Deps, 'processes' | 'settings'>) =>
  new Hono<ApiEnv>().get(
    '/:id',
    describeRoute({ tags: ['processes'], summary: 'States, transitions, events with the schema of their data, clocks, words, diagram' }),
    async (c) => {
      const id = c.req.param('id')
      const process = Object.hasOwn(processes, id) ? processes[id] : undefined
      if (!process) throw new DomainError('not-found')
      return c.json(processView(process, await diagramOf(settings.chartsDir, id)))
    },
  )

export const processView = (process: ProcessDefinition, diagram: Diagram): ProcessView => ({
  id: process.id,
  version: process.version,
  title: process.title,
  summary: process.summary,
  law: process.law,
  states: statesOf(process.machine).map(({ name, task, final }) => ({
    id: name,
    words: process.words.states[name] ?? text(name, name),
    party: process.words.partyStates[name] ?? process.words.states[name] ?? text(name, name),
    task: task?.task ?? null,
    final,
  })),
  transitions: transitionsOf(process.machine).map(({ from, event, to, guard }) => ({ from, event, to, guard: guard?.name ?? null })),
  events: Object.entries(process.events).map(([type, definition]) => ({
    type,
    ...formOf(definition),
    by: typeof definition.by === 'string' ? definition.by : 'post',
    audience: definition.audience,
  })),
  clocks: process.clocks.map(({ clock, words, due, ladder }) => ({
    clock,
    words,
    rule: 'rule' in due ? due.rule : null,
    article: 'article' in due ? due.article : '',
    ladder: ladder.map(({ rung, words, after }) => ({ rung, words, after })),
  })),
  start: { type: process.start.type, ...formOf(process.start) },
  diagram,
})

const formOf = ({ words, schema, fields }: EventDefinition) => ({ words, schema: schemaOf(schema), fields })

/** The JSON Schema of a form; checks that JSON Schema cannot say are made by the server alone. */
export const schemaOf = (schema: EventDefinition['schema']): unknown => toJsonSchema(schema, { errorMode: 'ignore' })

const diagramOf = async (folder: string, id: string): Promise<Diagram> => {
  try {
    return JSON.parse(await readFile(join(folder, id, 'chart.json'), 'utf8')) as Diagram
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return noDiagram
    throw error
  }
}
